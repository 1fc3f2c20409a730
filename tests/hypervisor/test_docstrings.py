"""The examples that the test driver can't play: they run on a host that has what they show."""

from __future__ import annotations

import contextlib
import doctest
import importlib
from collections.abc import Iterator
from typing import Any

import pytest

from sysvirt import Error, Sys, Virt
from tests.hosts import Host

FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS

MODULES = [
    "sysvirt.network_port",
    "sysvirt.nwfilter",
    "sysvirt.nwfilter_binding",
    "sysvirt.secret",
    "sysvirt.virt.filters",
    "sysvirt.virt.secrets",
]

OWNER = "<owner><name>guest</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid></owner>"
NETWORK = """
<network><name>lab</name><bridge name='virbr7'/><ip address='10.77.7.1' netmask='255.255.255.0'/>
</network>
"""
PORT = f"""
<networkport><uuid>e33f60d0-77c9-4dae-ac0a-f2d53440cb2f</uuid>{OWNER}
  <mac address='52:54:00:00:00:01'/><bandwidth><inbound average='1000'/></bandwidth></networkport>
"""
SECRET = """
<secret ephemeral='yes'><uuid>6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5</uuid>
  <usage type='volume'><volume>/disk.img</volume></usage></secret>
"""
FILTER = """
<filter name='no-mail' chain='root'>
  <rule action='drop' direction='out' priority='500'><tcp dstportstart='25'/></rule></filter>
"""
BINDING = f"""
<filterbinding>{OWNER}<portdev name='vnet0'/><mac address='52:54:00:00:00:01'/>
  <filterref filter='no-mac-spoofing'/></filterbinding>
"""


def examples() -> list[doctest.DocTest]:
    """What the test driver skips."""
    finder = doctest.DocTestFinder(exclude_empty=True)
    tests = [test for name in MODULES for test in finder.find(importlib.import_module(name))]
    return [test for test in tests if any(doctest.SKIP in line.options for line in test.examples)]


@pytest.fixture(scope="module")
def lab(host: Host) -> Iterator[Host]:
    """A host with two network devices for filters."""
    devices = ("vnet0", "tap0")
    for device in devices:
        host.run("ip", "tuntap", "add", device, "mode", "tap")
    yield host
    for device in devices:
        host.run("ip", "link", "del", device)


@pytest.fixture
def scene(lab: Host) -> Iterator[dict[str, Any]]:
    """What an example may use, fresh for each."""
    with Virt(uri=lab.uri) as conn:
        net = conn.create_network(NETWORK)
        net.create_port(PORT)
        secret = conn.define_secret(SECRET)
        secret.set_value(b"sesame")
        nwfilter = conn.define_nwfilter(FILTER)
        conn.create_nwfilter_binding(BINDING)
        yield {"Sys": Sys, "conn": conn, "net": net, "secret": secret, "nwfilter": nwfilter}
        net.destroy()
        for binding in conn.list_all_nwfilter_bindings():
            binding.delete()
        for name in ("no-mail", "no-news"):
            with contextlib.suppress(Error):
                conn.get_nwfilter_by_name(name).undefine()
        for left in conn.list_secrets():
            left.undefine()


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_example(example: doctest.DocTest, scene: dict[str, Any]) -> None:
    for line in example.examples:
        line.options.pop(doctest.SKIP, None)
    example.globs = {**example.globs, **scene}
    complaints: list[str] = []
    runner = doctest.DocTestRunner(optionflags=FLAGS, verbose=False)
    runner.run(example, out=complaints.append)
    assert runner.tries == len(example.examples)
    assert not complaints, "".join(complaints)
