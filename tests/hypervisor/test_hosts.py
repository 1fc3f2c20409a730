"""The hosts themselves: that they start, do what tests want of them, and leave nothing."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import libvirt
import pytest

from tests.hosts import (
    Booted,
    Connection,
    Disk,
    Guarded,
    Guest,
    Host,
    HostError,
    Pair,
    Traces,
    make_disk,
    remove,
    running,
    wait_until,
)
from tests.hosts.leftovers import links, mounts
from tests.patience import LONG

TOP = Path(__file__).parents[2]

Both = tuple[Connection, Connection]


@contextlib.contextmanager
def connected(uri: str) -> Iterator[Connection]:
    connection = libvirt.open(uri)
    try:
        yield connection
    finally:
        connection.close()


# ---- a host ----


def test_a_host_is_itself(host: Host) -> None:
    with connected(host.uri) as connection:
        assert connection.getHostname() == "hosta"
        assert connection.getType() == "QEMU"
        assert host.uuid in connection.getCapabilities()
        assert [net.name() for net in connection.listAllNetworks()] == ["default"]


@pytest.mark.parametrize(
    "driver", ["qemu", "network", "storage", "secret", "nodedev", "interface", "nwfilter"]
)
def test_every_driver_is_served(host: Host, driver: str) -> None:
    with connected(host.uri_for(driver)) as connection:
        assert connection.isAlive()


def test_the_socket_for_readers_refuses_changes(host: Host) -> None:
    connection = libvirt.openReadOnly(host.uri_for("qemu", readonly=True))
    try:
        with pytest.raises(libvirt.libvirtError, match="read only"):
            connection.createXML(Guest().xml())
    finally:
        connection.close()


def test_a_host_has_hardware_of_its_own(libvirt_host: Connection) -> None:
    assert "Sysvirt" in libvirt_host.getSysinfo()


def test_guests_have_control_groups(nullguest: Guest, libvirt_host: Connection) -> None:
    domain = libvirt_host.lookupByName(nullguest.name)
    assert domain.memoryParameters()["hard_limit"] > 0
    assert domain.blkioParameters()["weight"] > 0
    assert domain.numaParameters()["numa_nodeset"] == ""
    assert domain.getCPUStats(True)[0]["cpu_time"] > 0
    assert domain.setSchedulerParameters({"cpu_shares": 500}) == 0
    assert domain.schedulerParameters()["cpu_shares"] == 500


def test_a_network_gives_its_bridge_to_the_host_alone(host: Host, libvirt_host: Connection) -> None:
    network = libvirt_host.networkLookupByName("default")
    if not network.isActive():
        network.create()
    assert "virbr0" in host.run("ip", "link").stdout
    assert "virbr0" not in links()


def test_guests_outlive_their_daemon(own_host: Host) -> None:
    guest = Guest(kvm=own_host.kvm)
    with connected(own_host.uri) as before:
        identity = before.createXML(guest.xml()).ID()
    own_host.restart_daemon()
    with connected(own_host.uri) as after:
        assert after.lookupByName(guest.name).ID() == identity


def test_a_guest_can_be_made_to_crash(host: Host, libvirt_host: Connection) -> None:
    with running(libvirt_host, Guest(name="crasher", kvm=host.kvm), persistent=True) as domain:
        host.kill_guest("crasher")
        wait_until(lambda: not domain.isActive(), "the guest has crashed")
        state = [libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_SHUTOFF_CRASHED]
        assert domain.state() == state


def test_a_guest_with_everything(host: Host, libvirt_host: Connection) -> None:
    raw = make_disk(host.root / "all.img")
    cow = make_disk(host.root / "all.qcow2", kind="qcow2")
    guest = Guest(
        name="everything",
        kvm=host.kvm,
        machine="q35",
        memory=128,
        slots=4,
        max_vcpus=4,
        iothreads=2,
        disks=(
            Disk(raw, serial="raw", iothread=1),
            Disk(cow, "vdb", "qcow2"),
            Disk(None, "sda", bus="sata", cdrom=True),
        ),
        console=True,
        channels=("org.example.first", "org.example.second"),
        vnc="socket",
    )
    with running(libvirt_host, guest, persistent=True) as domain:
        assert domain.UUIDString() == guest.uuid
        assert domain.setVcpus(3) == 0
        assert len(domain.ioThreadInfo()) == 2
        dimm = "<target><size unit='MiB'>128</size><node>0</node></target>"
        assert domain.attachDevice(f"<memory model='dimm'>{dimm}</memory>") == 0
        assert domain.blockPeek("vda", 0, 4) == bytes(4)
    assert "everything" not in [found.name() for found in libvirt_host.listAllDomains()]


# ---- two hosts ----


@pytest.fixture
def both(pair: Pair) -> Iterator[Both]:
    with connected(pair.source.uri) as here, connected(pair.target.uri) as there:
        yield here, there


def test_a_guest_migrates_by_the_client(pair: Pair, both: Both) -> None:
    here, there = both
    guest = Guest(name="wanderer", kvm=pair.source.kvm)
    with running(here, guest) as domain:
        moved = domain.migrate(there, libvirt.VIR_MIGRATE_LIVE)
        try:
            assert moved.state()[0] == libvirt.VIR_DOMAIN_RUNNING
            assert guest.name not in [each.name() for each in here.listAllDomains()]
        finally:
            remove(there, guest.name)


def test_a_guest_with_a_disk_migrates_between_daemons(pair: Pair, both: Both) -> None:
    here, there = both
    disk = Disk(make_disk(pair.shared / "wanderer.img"))
    guest = Guest(name="wanderer", kvm=pair.source.kvm, disks=(disk,))
    flags = libvirt.VIR_MIGRATE_LIVE | libvirt.VIR_MIGRATE_PEER2PEER
    with running(here, guest) as domain:
        try:
            domain.migrateToURI(pair.target_uri, flags)
            moved = there.lookupByName(guest.name)
            assert moved.state()[0] == libvirt.VIR_DOMAIN_RUNNING
            moved.migrateToURI(pair.source_uri, flags)
            assert here.lookupByName(guest.name).isActive()
        finally:
            remove(there, guest.name)


# ---- a host that asks who is there ----


def _answer(user: str, password: str) -> list[Any]:
    def fill(wanted: list[list[Any]], _data: object) -> int:
        for one in wanted:
            one[4] = user if one[0] == libvirt.VIR_CRED_AUTHNAME else password
        return 0

    return [[libvirt.VIR_CRED_AUTHNAME, libvirt.VIR_CRED_PASSPHRASE], fill, None]


def test_a_password_opens_the_door(guarded: Guarded) -> None:
    with guarded.host.network():
        right = _answer(guarded.user, guarded.password)
        connection = libvirt.openAuth(guarded.tcp_uri, right, 0)
        with pytest.raises(libvirt.libvirtError, match="authentication failed"):
            libvirt.openAuth(guarded.tcp_uri, _answer(guarded.user, "wrong"), 0)
    # The thread is back in the machine's network, the connection where it was made.
    assert connection.getHostname() == "hosta"
    connection.close()


def test_certificates_open_the_door(guarded: Guarded) -> None:
    with guarded.host.network():
        with connected(guarded.tls_uri) as connection:
            assert connection.isEncrypted()
        with pytest.raises(libvirt.libvirtError, match="certificate"):
            libvirt.open(guarded.foreign_uri)


# ---- the guest that boots ----


def test_the_agent_answers(agent_guest: Booted) -> None:
    domain = agent_guest.domain
    assert domain.hostname(libvirt.VIR_DOMAIN_GET_HOSTNAME_AGENT) == "guest"
    assert [info[0] for info in domain.fsInfo()] == ["/mnt"]
    assert domain.fsFreeze() == 1
    assert domain.fsThaw() == 1
    assert domain.setUserPassword("fred", "new", 0) == 0
    assert "fred:$6$" in agent_guest.shell("cat /etc/shadow")


def test_the_guest_has_an_address_that_all_know(agent_guest: Booted) -> None:
    addresses: list[Any] = []
    for source in (
        libvirt.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE,
        libvirt.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT,
    ):
        cards: Any = agent_guest.domain.interfaceAddresses(source)
        found = [card["addrs"] for name, card in cards.items() if name in {"vnet0", "eth0"}]
        addresses.append({one["addr"] for one in found[0] if one["type"] == 0})
    assert addresses[0] == addresses[1]


# ---- nothing remains ----


def _machine() -> tuple[set[str], set[str]]:
    return links(), {point for point in mounts() if "/sv-" in point}


@pytest.mark.usefixtures("room")
def test_nothing_remains() -> None:
    before = _machine()
    with Pair() as pair:
        for host in (pair.source, pair.target):
            connection = libvirt.open(host.uri)
            connection.networkLookupByName("default").create()
            connection.createXML(Guest(kvm=host.kvm, networks=("default",)).xml())
            connection.close()
        traces = [Traces.of(host.root, host.pid) for host in (pair.source, pair.target)]
        assert all(len(trace.processes) > 5 for trace in traces)
        assert all(trace.left() for trace in traces)
        assert _machine() == before
        shared = pair.shared
    # A process that was killed may take a moment to be gone.
    wait_until(lambda: not any(trace.left() for trace in traces), "nothing is left of the hosts")
    assert not shared.exists()
    assert _machine() == before


@pytest.mark.usefixtures("room")
def test_nothing_remains_of_a_host_that_did_not_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SYSVIRT_TEST_TMP", str(tmp_path))
    with pytest.raises(HostError) as caught, Host(tcp="none", tls="none", pki="/nowhere"):
        pass
    # Its log is the message, for whoever has to find out why.
    assert "/nowhere" in str(caught.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("room")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_nothing_remains_of_killed_tests(number: int) -> None:
    # The command says where it is and then waits; it ends when its input does.
    script = 'echo "$SYSVIRT_HOST_ROOT $SYSVIRT_HOST_ENTER"; cat'
    command = [sys.executable, "-m", "tests.hosts", "--guest", "--", "sh", "-c", script]
    with subprocess.Popen(
        command, cwd=TOP, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as tests:
        assert tests.stdout is not None
        try:
            root, *enter = tests.stdout.readline().split()
            traces = Traces.of(Path(root), int(enter[enter.index("-t") + 1]))
            assert traces.left()
        finally:
            tests.send_signal(number)
            tests.wait(LONG)
    wait_until(lambda: not traces.left(), "everything of the host is gone")
    assert not Path(root).exists()
