"""What the reference calls a value needs no daemon: it comes while that is stopped."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reference.data import read_methods
from sysvirt import Virt
from tests.hosts import Disk, Guest, Host, make_disk
from tests.hypervisor.test_docstrings import BINDING, FILTER, NETWORK, PORT, SECRET
from tests.patience import LONG
from tests.reference.test_data import show
from tests.storage import directory, volume

ROOT = Path(__file__).parents[2]
SNAPSHOT = "<domainsnapshot><name>one</name></domainsnapshot>"
CHECKPOINT = "<domaincheckpoint><name>one</name></domaincheckpoint>"


@pytest.fixture
def full_host(own_host: Host) -> Iterator[Host]:
    """A host that has something of every kind."""
    own_host.run("ip", "tuntap", "add", "vnet0", "mode", "tap")
    pool = own_host.root / "pool"
    pool.mkdir()
    with Virt(uri=own_host.uri) as conn:
        conn.create_network(NETWORK).create_port(PORT)
        conn.define_secret(SECRET)
        conn.define_nwfilter(FILTER)
        conn.create_nwfilter_binding(BINDING)
        conn.create_storage_pool(directory("pool", pool)).create_volume(volume("one"))
        for name in ("running", "resting"):
            image = make_disk(own_host.root / f"{name}.qcow2", kind="qcow2")
            disk = Disk(image, format="qcow2")
            dom = conn.define_domain(Guest(name=name, kvm=own_host.kvm, disks=(disk,)).xml())
            if name == "running":
                dom.create()
                dom.create_checkpoint(CHECKPOINT)
            else:
                dom.create_snapshot(SNAPSHOT)
        yield own_host


def test_a_value_comes_while_the_daemon_is_stopped(full_host: Host) -> None:
    # A process of its own: what hangs there can be ended.
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.hypervisor.waiting", full_host.uri],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == "ready\n"
        full_host.space.signal("libvirtd", signal.SIGSTOP)
        try:
            out, _ = child.communicate("go\n", timeout=LONG)
        except subprocess.TimeoutExpired:
            child.kill()
            out, _ = child.communicate()
        finally:
            full_host.space.signal("libvirtd", signal.SIGCONT)
    finally:
        child.kill()
        child.communicate()
    came = list(map(json.loads, out.splitlines()))
    values = [show(method) for method in read_methods().values() if method.in_aio == "value"]
    # The first that is missing is the one that waited.
    assert [name for name, _ in came] == [*values, "came back"]
    known = dict(came)
    assert known["came back"] == []
    assert known["Sys::Virt::Domain::get_name"] == "'running'"
    assert known["Sys::Virt::get_uri"] == repr(full_host.uri)
    assert known["Sys::Virt::is_alive"] == "True"
