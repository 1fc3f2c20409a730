"""Examples that look at a host or a guest, or do one thing to it, on real hosts."""

from __future__ import annotations

import contextlib
import os
import re
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sysvirt import Domain, Sys, Virt
from tests.examples.programs import EXAMPLES, LONG, ORIGINALS, original, port
from tests.hosts import (
    Booted,
    Connection,
    Disk,
    Guarded,
    Guest,
    Host,
    Sasl,
    make_disk,
    programs,
    remove,
    running,
    wait_until,
)
from tests.parity.judge import perl_missing

KSM = Path("/sys/kernel/mm/ksm")
HUGE = Path("/sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages")

#: As much of XML::XPath as node-info.pl uses: it needs not be installed for a comparison.
XPATH = r"""
package XML::XPath;
sub new { my ($class, %given) = @_; return bless {%given}, $class }
sub find { return $_[0] }
sub get_nodelist {
    return map { bless {type => $_} } $_[0]{xml} =~ /<pool type='([^']+)' supported='yes'/g
}
sub getNodeValue { return $_[0]{type} }
1;
"""


def inside(host: Host, *command: str, env: dict[str, str] | None = None) -> tuple[int, str, str]:
    """How a command ends inside a host, and what it prints there."""
    done = subprocess.run(
        host.command(command),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=LONG,
        env={**os.environ, **(env or {})},
    )
    return done.returncode, done.stdout, done.stderr


def port_inside(
    host: Host, name: str, *arguments: str, env: dict[str, str] | None = None
) -> tuple[int, str, str]:
    """How a port ends inside a host, where the originals' URIs mean that host."""
    return inside(host, sys.executable, str(EXAMPLES / f"{name}.py"), *arguments, env=env)


def original_inside(
    host: Host, name: str, *arguments: str, env: dict[str, str] | None = None
) -> tuple[int, str, str]:
    """How an original ends there."""
    if why := perl_missing():
        pytest.skip(why)
    program = ORIGINALS / f"{name.replace('_', '-')}.pl"
    if not program.exists():
        pytest.skip(f"{program} is not there: the documentation of packages isn't installed")
    return inside(host, "perl", str(program), *arguments, env=env)


# The host ----------------------------------------------------------------------------------


def test_network_cards(host: Host) -> None:
    printed = port("devices", host.uri)
    assert "NIC: net_lo_00_00_00_00_00_00\n" in printed
    assert printed == original("devices", host.uri)


def test_devices_and_their_parents(host: Host) -> None:
    env = {**os.environ, "LIBVIRT_DEFAULT_URI": host.uri}
    printed = port("node_devlist", env=env)
    # Over a connection the original takes the first device's missing parent as an empty text.
    assert "computer: < \n" in printed
    assert "net_lo_00_00_00_00_00_00: < computer\n" in printed
    assert printed == original("node_devlist", env=env)
    assert port("node_devlist", "--connect", host.uri) == printed


def test_how_busy_cpus_are(host: Host) -> None:
    heads, nothing, *rounds = port("node_cpu", host.uri, "1", "3").splitlines()
    cpus = len(os.sched_getaffinity(host.pid))
    assert heads.count("CPU") >= cpus
    assert nothing == ""
    for line in rounds[:2]:
        shares = re.findall(r"(\d+\.\d\d)% ", line)
        assert len(shares) == heads.count("CPU")
        # A hundred, and what it takes to ask: long, where much runs.
        assert all(0 <= float(share) < 1000 for share in shares)
    assert port("node_cpu", host.uri) == original("node_cpu", host.uri)


def test_a_hosts_abilities(host: Host, tmp_path: Path) -> None:
    (tmp_path / "XML/XPath").mkdir(parents=True)
    (tmp_path / "XML/XPath.pm").write_text(XPATH)
    (tmp_path / "XML/XPath/XMLParser.pm").write_text("1;")
    _, theirs, why = original_inside(host, "node_info", env={"PERL5LIB": str(tmp_path)})
    # It only reads, and libvirt no longer tells this to those who do.
    assert "read only access prevents virConnectGetDomainCapabilities" in why
    status, mine, said = port_inside(host, "node_info")
    mine, start, capabilities = mine.partition("<domainCapabilities>")
    # Between the two some memory comes and goes.
    free = re.compile(r"\d+ @ 4 KB")
    assert free.sub("", mine) == free.sub("", theirs)
    assert int(free.findall(mine)[0].split()[0]) > 0
    assert "\n  qemu64\n" in mine
    assert re.search("^Supported pool types: dir fs ", mine, re.MULTILINE)
    if host.kvm:
        with Sys.Virt.new(uri=host.uri) as conn:
            xml = conn.get_domain_capabilities(None, "x86_64", None, "kvm")
        assert (status, start + capabilities, said) == (0, xml, "")
    else:
        assert (status, capabilities) == (1, "")
        assert said.startswith("node_info.py: invalid argument: ")


@pytest.fixture
def shared_memory(machine: None) -> Iterator[None]:  # noqa: ARG001 - its settings
    """The machine's settings for the search for equal pages are put back."""
    files = [KSM / "pages_to_scan", KSM / "sleep_millisecs"]
    try:
        before = [file.read_text() for file in files]
        for file, value in zip(files, before, strict=True):
            file.write_text(value)
    except OSError as error:
        pytest.skip(f"this machine's kernel can't share pages: {error}")
    yield
    for file, value in zip(files, before, strict=True):
        file.write_text(value)


def settings(printed: str) -> list[str]:
    """What is set, not counted: once before, once after; the original sorts it as hashes do."""
    return sorted(re.findall(r"shm_(?:pages_to_scan|sleep_millisecs): \d+", printed))


@pytest.mark.usefixtures("shared_memory")
def test_shared_pages(host: Host) -> None:
    (KSM / "pages_to_scan").write_text("150")
    (KSM / "sleep_millisecs").write_text("30")
    mine = port("node_ksm", "--connect", host.uri, "321", "43")
    assert settings(mine) == [
        "shm_pages_to_scan: 150",
        "shm_pages_to_scan: 321",
        "shm_sleep_millisecs: 30",
        "shm_sleep_millisecs: 43",
    ]
    assert (KSM / "pages_to_scan").read_text() == "321\n"
    assert (KSM / "sleep_millisecs").read_text() == "43\n"


@pytest.mark.usefixtures("shared_memory")
@pytest.mark.parametrize(
    ("arguments", "pages"), [([], 200), (["0", "0"], 200), (["123"], 123)], ids=str
)
def test_shared_pages_as_the_original(host: Host, arguments: list[str], pages: int) -> None:
    outputs = []
    for run in (original_inside, port_inside):
        (KSM / "pages_to_scan").write_text("150")
        (KSM / "sleep_millisecs").write_text("30")
        status, printed, _ = run(host, "node_ksm", *arguments)
        assert status == 0
        outputs.append(printed)
    theirs, mine = outputs
    assert settings(mine) == settings(theirs)
    assert f"shm_pages_to_scan: {pages}\n" in mine
    assert "shm_sleep_millisecs: 100\n" in mine
    keys = [sorted(line.partition(":")[0] for line in text.splitlines()) for text in outputs]
    assert keys[0] == keys[1]


@pytest.mark.usefixtures("machine")
def test_no_more_huge_pages(host: Host) -> None:
    before = HUGE.read_text()
    assert port("node_alloc", host.uri, "2048=0") == original("node_alloc", host.uri, "2048=0")
    assert HUGE.read_text() == before


@pytest.mark.usefixtures("machine")
def test_more_huge_pages(host: Host) -> None:
    before = int(HUGE.read_text())
    try:
        HUGE.write_text(f"{before + 2}\n")
        if int(HUGE.read_text()) != before + 2:
            pytest.skip("this machine has no huge pages to give")
        HUGE.write_text(f"{before}\n")
        for more in (1, 2):
            assert port("node_alloc", host.uri, "2048=1") == ""
            assert int(HUGE.read_text()) == before + more
    except PermissionError as error:
        pytest.skip(f"this machine's huge pages can't be set: {error}")
    finally:
        with contextlib.suppress(PermissionError):
            HUGE.write_text(f"{before}\n")


def test_huge_pages_of_a_size_that_there_is_not(host: Host) -> None:
    said = port("node_alloc", host.uri, "3=1", status=1)
    assert said.startswith("node_alloc.py: ")
    assert said.count("\n") == 1


# A password --------------------------------------------------------------------------------


@pytest.fixture
def users_of_old(guarded: Guarded) -> Iterator[None]:
    """The host knows the user whom auth.pl has written into it."""
    users = Sasl(guarded.host.root / "sasl")
    users.create({"test": "123456"})
    yield
    database = str(users.directory / "passwd.db")
    forget = ["-d", "-f", database, "-a", "libvirt", "-u", users.realm, "test"]
    subprocess.run([programs.need("saslpasswd2"), *forget], check=True)


@pytest.mark.usefixtures("users_of_old")
def test_the_originals_user(guarded: Guarded) -> None:
    mine = port_inside(guarded.host, "auth", guarded.tcp_uri)
    assert mine == (0, f"Addr {guarded.tcp_uri}\nVMM type: QEMU\n", "")
    assert original_inside(guarded.host, "auth", guarded.tcp_uri) == mine


def test_another_user(guarded: Guarded) -> None:
    right = (0, f"Addr {guarded.tcp_uri}\nVMM type: QEMU\n", "")
    who = {"SYSVIRT_USER": guarded.user, "SYSVIRT_PASSWORD": guarded.password}
    options = ["--user", guarded.user, "--password", guarded.password]
    call = (guarded.host, "auth", guarded.tcp_uri)
    assert port_inside(*call, *options) == right
    assert port_inside(*call, env=who) == right
    # An option counts more.
    assert port_inside(*call, *options, env={**who, "SYSVIRT_PASSWORD": "wrong"}) == right


@pytest.mark.parametrize(
    "options", [[], ["--password", "wrong"], ["--user", "test", "--password", "123456"]]
)
def test_a_stranger(guarded: Guarded, options: list[str]) -> None:
    who = {"SYSVIRT_USER": guarded.user}
    status, printed, said = port_inside(guarded.host, "auth", guarded.tcp_uri, *options, env=who)
    assert (status, printed) == (1, f"Addr {guarded.tcp_uri}\n")
    assert said.startswith("auth.py: authentication failed: ")
    assert said.count("\n") == 1


# Guests without a system -------------------------------------------------------------------


@pytest.fixture(scope="module")
def vm1(host: Host, libvirt_host: Connection) -> Iterator[Connection]:
    """A stored guest of the name that emulator-pin.pl has written into it; it isn't running."""
    extra = (
        "<cputune><vcpupin vcpu='1' cpuset='0'/><iothreadpin iothread='2' cpuset='0'/></cputune>"
    )
    guest = Guest(name="vm1", kvm=host.kvm, vcpus=2, iothreads=2, extra=extra)
    domain = libvirt_host.defineXML(guest.xml())
    yield domain
    remove(libvirt_host, "vm1")


@pytest.mark.parametrize("name", ["iothreadinfo", "vcpuinfo"])
@pytest.mark.parametrize("active", [False, True])
def test_stored_cpus(host: Host, vm1: Connection, name: str, active: bool) -> None:
    if active != vm1.isActive():
        vm1.create() if active else vm1.destroy()
    printed = port(name, host.uri)
    pinned = re.findall("affinity: ([01]+)", printed)
    assert len(pinned) == 2
    assert pinned[1] == "1".ljust(len(pinned[0]), "0")
    assert printed == original(name, host.uri)


@pytest.mark.parametrize("name", ["iothreadinfo", "vcpuinfo"])
@pytest.mark.usefixtures("nullguest")
def test_a_guest_that_is_not_stored(host: Host, name: str) -> None:
    said = port(name, host.uri, status=1)
    assert said == (
        f"{name}.py: Requested operation is not valid: "
        "transient domains do not have any persistent config\n"
    )


def test_pinning_the_emulator(host: Host, vm1: Connection) -> None:
    outputs = []
    for run in (original, port):
        if vm1.isActive():
            vm1.destroy()
        outputs.append(run("emulator_pin", host.uri))
        # It has been started, and may run where it did before.
        assert vm1.isActive()
        assert vm1.emulatorPinInfo(0) == (True,) * (os.cpu_count() or 1)
    assert outputs[0] == outputs[1]
    lines = outputs[1].splitlines()
    if (os.cpu_count() or 1) > 1:
        assert [line[0] for line in lines] == ["1", "0", "0", "1"]
        assert len({line[1:] for line in lines}) == 1
    assert port("emulator_pin", host.uri, "--domain", "vm1") == outputs[1]


def test_states(host: Host, vm1: Connection, nullguest: Guest) -> None:
    if vm1.isActive():
        vm1.destroy()
    for names in ([], ["vm1"], [nullguest.name, "vm1"]):
        assert port("dom_stats", host.uri, *names) == original("dom_stats", host.uri, *names)
    assert port("dom_stats", host.uri, "vm1", nullguest.name) == (
        f"Guest vm1\n  State: {Domain.STATE_SHUTOFF}\n"
        f"Guest {nullguest.name}\n  State: {Domain.STATE_RUNNING}\n"
    )


def test_xml(host: Host, nullguest: Guest) -> None:
    printed = port("dump_xml", host.uri, nullguest.name)
    assert printed.startswith("<domain type=")
    assert printed == original("dump_xml", host.uri, nullguest.name)


@pytest.mark.parametrize("name", ["dom_fsinfo", "fs_freeze"])
def test_a_guest_without_an_agent(host: Host, nullguest: Guest, name: str) -> None:
    said = port(name, host.uri, nullguest.name, status=1)
    assert said == f"{name}.py: argument unsupported: QEMU guest agent is not configured\n"


def test_a_guest_without_a_card(host: Host, nullguest: Guest) -> None:
    assert port("dom_ifinfo", host.uri, nullguest.name) == ""


def test_leases_of_a_network_that_is_off(host: Host) -> None:
    with Sys.Virt.new(uri=host.uri) as conn:
        if conn.get_network_by_name("default").is_active():
            conn.get_network_by_name("default").destroy()
    assert port("dhcp_leases", "--connect", host.uri) == ""
    said = port("dhcp_leases", "--connect", host.uri, "--network", "lab", status=1)
    assert said == "dhcp_leases.py: Network not found: no network with matching name 'lab'\n"


# A guest that has booted -------------------------------------------------------------------


def test_file_systems(agent_guest: Booted) -> None:
    call = ("dom_fsinfo", agent_guest.host.uri, agent_guest.name)
    assert port(*call) == original(*call) == "vda (ext4) at /mnt\n"


def test_addresses(agent_guest: Booted) -> None:
    call = ("dom_ifinfo", agent_guest.host.uri, agent_guest.name)
    printed = port(*call)
    (address,) = re.findall(r"    IP: (192\.168\.122\.\d+)\n", printed)
    assert re.fullmatch(rf"Interface \w+\n   MAC: [0-9a-f:]{{17}}\n    IP: {address}\n\n", printed)
    assert f" {address}/" in agent_guest.shell("ip -4 addr show eth0")
    assert printed == original(*call)


def test_leases(agent_guest: Booted) -> None:
    host = agent_guest.host
    printed = port("dhcp_leases", "--connect", host.uri)
    assert re.fullmatch(
        r"Interface virbr0\n   MAC: [0-9a-f:]{17}\n    IP: 192\.168\.122\.\d+\n  Host: guest\n\n",
        printed,
    )
    assert original_inside(host, "dhcp_leases") == (0, printed, "")
    # The originals' URI, too.
    assert port_inside(host, "dhcp_leases") == (0, printed, "")


@pytest.mark.parametrize("mountpoints", [[], ["/mnt"]])
def test_freezing(agent_guest: Booted, mountpoints: list[str]) -> None:
    call = ("fs_freeze", agent_guest.host.uri, agent_guest.name, *mountpoints)
    try:
        for freeze in (original, port):
            assert freeze(*call) == f"Addr {agent_guest.host.uri}\n"
            assert agent_guest.agent("guest-fsfreeze-status") == "frozen"
            assert port(*call[:3], "--thaw") == f"Addr {agent_guest.host.uri}\n"
            assert agent_guest.agent("guest-fsfreeze-status") == "thawed"
    finally:
        agent_guest.agent("guest-fsfreeze-thaw")


# Which number the keyboard has depends on the kernel: the power button may come before it.
LISTEN = """\
name=$(grep -il keyboard /sys/class/input/event*/device/name)
device=${name%/device/name}
exec 3< /dev/input/${device##*/}
cat <&3 > /tmp/keys 2> /dev/null & echo $!"""


def pressed(guest: Booted) -> list[int]:
    """Which keys the guest has seen going down, 28 (Enter) once more when it goes up again."""
    raw = bytes.fromhex("".join(guest.shell("od -An -v -t x1 /tmp/keys").split()))
    events = [
        struct.unpack("<qqHHi", raw[at : at + 24]) for at in range(0, len(raw) // 24 * 24, 24)
    ]
    keys = [(code, value) for _, _, kind, code, value in events if kind == 1]
    return [code for code, value in keys if value == 1 or (code, value) == (28, 0)]


def test_keys(agent_guest: Booted) -> None:
    seen = []
    for press in (original, port):
        pid = agent_guest.shell(LISTEN).strip()
        try:
            call = ("send_key", agent_guest.host.uri, agent_guest.name)
            assert press(*call) == f"Addr {agent_guest.host.uri}\n"
            wait_until(lambda: pressed(agent_guest).count(28) == 2, "the last key is up again")
            seen.append(pressed(agent_guest))
        finally:
            agent_guest.shell(f"kill {pid}; rm /tmp/keys")
    # All are down at once, so a letter that comes again isn't seen again.
    assert seen[1] == [35, 18, 38, 24, 57, 17, 19, 32, 28, 28]
    assert seen[0] == seen[1]


# The chart ---------------------------------------------------------------------------------


def test_what_a_guest_writes_shows(agent_guest: Booted) -> None:
    from support.samples import look, rates

    with Virt.new(uri=agent_guest.host.uri, readonly=True) as conn:
        before = look(conn, None)
        agent_guest.shell("dd if=/dev/zero of=/mnt/much bs=64k count=32 conv=fsync; rm /mnt/much")
        after = look(conn, None)
    series = rates([before, after])[agent_guest.name]
    passed = after.time - before.time
    assert series["written"][0] * passed >= 2 * 2**20
    assert 0 < series["cpu"][0] < 100 * (os.cpu_count() or 1)
    # Its card and its disk are there, though they may have had nothing to do.
    assert min(series["read"] + series["received"] + series["sent"]) >= 0


def test_a_chart_of_guests(
    host: Host, libvirt_host: Connection, vm1: Connection, tmp_path: Path
) -> None:
    from PIL import Image

    if vm1.isActive():
        vm1.destroy()
    picture = tmp_path / "out.png"
    disk = make_disk(host.root / "drawn.raw")
    card = "<interface type='user'><target dev='card'/></interface>"
    drawn = Guest(name="drawn", kvm=host.kvm, disks=(Disk(disk),), devices=card)
    with running(libvirt_host, drawn):
        program = [sys.executable, str(EXAMPLES / "dom_stats.py"), host.uri, "vm1", "drawn"]
        done = subprocess.run(
            [*program, "--plot", str(picture), "--samples", "3", "--interval", "0.1"],
            capture_output=True,
            text=True,
            timeout=LONG,
        )
    disk.unlink()
    assert (done.returncode, done.stdout) == (0, f"Saved {picture}\n")
    # One isn't running; of a card in user mode QEMU counts nothing.
    assert done.stderr.splitlines() == [
        "No data: CPU of vm1",
        "No data: Disk of vm1",
        "No data: Network of vm1, drawn",
    ]
    with Image.open(picture) as image:
        assert (image.format, image.size) == ("PNG", (900, 795))
