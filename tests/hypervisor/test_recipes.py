"""The recipes on real hosts, with guests that run."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from sysvirt import Domain, StoragePool, Virt
from tests import hosts
from tests.examples.recipes import recipe, running
from tests.hosts import Booted, Connection, Disk, Guest, Host, filled_disk, remove, wait_until
from tests.hosts import running as guest_running
from tests.hypervisor.slow import backed_up, idle, slow_disk, slow_guest
from tests.patience import LONG
from tests.storage import directory, volume

MIB = 2**20
PASSED = signal.SIGINT, signal.SIGTERM, signal.SIGHUP


@pytest.fixture
def place(host: Host) -> Iterator[Path]:
    """A directory that the host sees, cleared afterwards."""
    path = host.root / "recipes"
    path.mkdir()
    yield path
    shutil.rmtree(path)


# backup_guest ------------------------------------------------------------------------------


@pytest.fixture
def slow(host: Host, conn: Virt, place: Path) -> Iterator[Domain]:
    """A guest whose backup takes a while."""
    with slow_guest(host, conn, place) as dom:
        yield dom


def test_backup(host: Host, libvirt_host: Connection, place: Path) -> None:
    first, second = filled_disk(place / "first.raw"), filled_disk(place / "second.raw", 3)
    fixed = filled_disk(place / "fixed.raw", 1)
    disks = (
        Disk(first),
        Disk(second, target="vdb"),
        Disk(fixed, target="vdc", readonly=True),
        Disk(None, target="hda", bus="ide", cdrom=True),
    )
    folder = place / "backups"
    folder.mkdir()
    with guest_running(libvirt_host, Guest(name="two", kvm=host.kvm, disks=disks)):
        done = recipe("backup_guest", host.uri, "two", folder)
    (made,) = folder.iterdir()
    assert done.stdout == f"{made}\n"
    assert re.fullmatch(r"two-\d{8}-\d{6}", made.name)
    assert {path.name for path in made.iterdir()} == {"vda.qcow2", "vdb.qcow2", "guest.xml"}
    for disk, copy in ((first, "vda"), (second, "vdb")):
        command = ["qemu-img", "compare", str(disk), str(made / f"{copy}.qcow2")]
        subprocess.run(command, check=True, capture_output=True)
    assert ET.fromstring((made / "guest.xml").read_text()).findtext("name") == "two"


@pytest.mark.parametrize("number", PASSED)
def test_an_interrupted_backup_leaves_nothing(
    host: Host, slow: Domain, place: Path, number: signal.Signals
) -> None:
    folder = place / "backups"
    folder.mkdir()
    with running("backup_guest", host.uri, "slow", folder) as program:
        wait_until(lambda: backed_up(slow), "it has begun")
        assert program.end(number) == 128 + number
    assert program.lines == ["backup_guest: giving up"]
    # At once: the program has waited for it.
    assert idle(slow)
    assert list(folder.iterdir()) == []
    kind, stats = slow.get_job_stats(Domain.JOB_STATS_COMPLETED)
    assert (kind, stats[Domain.JOB_OPERATION]) == (
        Domain.JOB_CANCELLED,
        Domain.JOB_OPERATION_BACKUP,
    )


def test_a_backup_of_a_guest_that_has_a_job_leaves_that_alone(
    host: Host, slow: Domain, place: Path
) -> None:
    folder = place / "backups"
    folder.mkdir()
    disks = f"<disk name='vda' type='file'><scratch file='{place}/scratch'/></disk>"
    server = f"<server transport='unix' socket='{place}/socket'/>"
    slow.backup_begin(f"<domainbackup mode='pull'>{server}<disks>{disks}</disks></domainbackup>")
    done = recipe("backup_guest", host.uri, "slow", folder, status=1)
    assert done.stderr.startswith("backup_guest.py: ")
    assert list(folder.iterdir()) == []
    assert not idle(slow)
    slow.abort_job()


def test_a_backup_whose_daemon_is_killed_leaves_nothing(own_host: Host) -> None:
    folder = own_host.root / "backups"
    folder.mkdir()
    with slow_disk(own_host.root) as disk, Virt.new(uri=own_host.uri) as conn:
        conn.create_domain(Guest(name="slow", kvm=own_host.kvm, devices=disk).xml())
        with running("backup_guest", "-v", own_host.uri, "slow", folder) as program:
            # Killed earlier, libvirt 9.0 knows of a job, and nothing that could end it.
            program.until("of 1024 MiB")
            own_host.stop_daemon("libvirtd", signal.SIGKILL)
            program.until("giving up")
            own_host.start_daemon("libvirtd")
            assert program.process.wait(LONG) == 1
    with Virt.new(uri=own_host.uri) as conn:
        dom = conn.get_domain_by_name("slow")
        assert idle(dom)
        dom.destroy()
    assert list(folder.iterdir()) == []


# provision ---------------------------------------------------------------------------------


def filled_pool(conn: Virt, path: Path) -> StoragePool:
    """A pool with a volume to copy."""
    path.mkdir()
    made = conn.create_storage_pool(directory("recipes", path))
    made.create_volume(volume("base.qcow2", 4 * MIB, form="qcow2"))
    return made


@pytest.fixture
def pool(conn: Virt, place: Path) -> Iterator[StoragePool]:
    """Such a pool on `host`."""
    made = filled_pool(conn, place / "pool")
    yield made
    made.destroy()


def template(place: Path, guest: Guest) -> Path:
    """The XML of a guest as a template."""
    tree = ET.fromstring(guest.xml())
    uuid = tree.find("uuid")
    assert uuid is not None
    tree.remove(uuid)
    for path, value in (("name", "$name"), ("memory", "$memory")):
        found = tree.find(path)
        assert found is not None
        found.text = value
    file = place / "template.xml"
    file.write_text(ET.tostring(tree, encoding="unicode"))
    return file


@pytest.fixture
def silent(host: Host, place: Path) -> Path:
    """The template of a guest that never gets an address."""
    return template(place, Guest(kvm=host.kvm, disks=(Disk("$disk", format="qcow2"),)))


def arguments(host: Host, file: Path, *more: object) -> tuple[object, ...]:
    command = (host.uri, "new", "--template", file, "--pool", "recipes", "--base", "base.qcow2")
    return (*command, "--memory", "192", *more)


def is_there(conn: Virt) -> bool:
    return "new" in [dom.get_name() for dom in conn.list_all_domains()]


def names(pool: StoragePool) -> list[str]:
    pool.refresh()
    return sorted(vol.get_name() for vol in pool.list_all_volumes())


def test_provision_waits_for_the_address(agent_guest: Booted, here: Virt, tmp_path: Path) -> None:
    # The other guest has its address of the network that this one asks, too.
    host = agent_guest.host
    made = filled_pool(here, host.root / "recipes-pool")
    disks = (Disk("$disk", format="qcow2"),)
    guest = attrs.evolve(hosts.agent_guest(host, "recipe"), disks=disks)
    try:
        done = recipe("provision", *arguments(host, template(tmp_path, guest), "--wait", "600"))
        assert re.fullmatch(r"192\.168\.122\.\d+\n", done.stdout)
        dom = here.get_domain_by_name("new")
        assert dom.is_active()
        assert dom.is_persistent()
        # The agent may tell it before the lease is written down.
        sources = (Domain.INTERFACE_ADDRESSES_SRC_LEASE, Domain.INTERFACE_ADDRESSES_SRC_AGENT)
        cards = [nic for source in sources for nic in dom.get_interface_addresses(source)]
        assert done.stdout.strip() in [each["addr"] for nic in cards for each in nic["addrs"]]
        assert names(made) == ["base.qcow2", "new.qcow2"]
        path = made.get_volume_by_name("new.qcow2").get_path()
        command = ["qemu-img", "info", "-U", "--output=json", path]
        about = subprocess.run(command, check=True, capture_output=True)
        described = json.loads(about.stdout)
        assert (described["format"], described["virtual-size"]) == ("qcow2", 4 * MIB)
    finally:
        remove(here.handle, "new")
        made.destroy()


def test_provision_undoes_all_when_no_address_comes(
    host: Host, conn: Virt, pool: StoragePool, silent: Path
) -> None:
    done = recipe("provision", *arguments(host, silent, "--wait", "0.1", "-v"), status=1)
    assert done.stderr.splitlines()[-3:] == [
        "provision: removed the guest",
        "provision: removed the volume",
        "provision.py: no address within 0.1 s",
    ]
    assert not is_there(conn)
    assert names(pool) == ["base.qcow2"]


def test_provision_undoes_all_when_the_guest_does_not_start(
    host: Host, conn: Virt, pool: StoragePool, place: Path
) -> None:
    disks = (Disk("$disk", format="qcow2"), Disk("/no/such/disk", target="vdb"))
    file = template(place, Guest(kvm=host.kvm, disks=disks))
    done = recipe("provision", *arguments(host, file), status=1)
    assert "/no/such/disk" in done.stderr
    assert not is_there(conn)
    assert names(pool) == ["base.qcow2"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_provision_undoes_all_when_it_is_interrupted(
    host: Host, conn: Virt, pool: StoragePool, silent: Path, number: signal.Signals
) -> None:
    with running("provision", *arguments(host, silent, "-v")) as program:
        program.until("provision: guest ")
        assert program.end(number) == 128 + number
    assert not is_there(conn)
    assert names(pool) == ["base.qcow2"]


def test_provision_leaves_a_guest_of_that_name_alone(
    host: Host, conn: Virt, pool: StoragePool, silent: Path
) -> None:
    conn.define_domain(Guest(name="new", kvm=host.kvm).xml())
    try:
        done = recipe("provision", *arguments(host, silent), status=1)
        assert done.stderr == "provision.py: there is a guest new\n"
        assert is_there(conn)
    finally:
        conn.get_domain_by_name("new").undefine()
    assert names(pool) == ["base.qcow2"]


# The others --------------------------------------------------------------------------------


def test_screenshots_leave_guests_without_a_screen_out(
    host: Host, libvirt_host: Connection, nullguest: Guest, tmp_path: Path
) -> None:
    with guest_running(libvirt_host, Guest(name="seen", kvm=host.kvm, vnc="socket")):
        done = recipe("rotate_screenshots", host.uri, tmp_path, "-v")
    (picture,) = tmp_path.iterdir()
    assert re.fullmatch(r"seen\.\d{8}-\d{6}\.(png|ppm)", picture.name)
    assert picture.read_bytes()[:4] in {b"\x89PNG", b"P6\n6", b"P6\n7"}
    assert f"rotate_screenshots: {nullguest.name}: " in done.stderr


def test_inventory_and_check(host: Host, nullguest: Guest) -> None:
    line = recipe("inventory", host.uri, "--limit", "60").stdout.splitlines()[-1]
    assert f",{nullguest.name},{nullguest.uuid},running,no,1,64,,0.00,," in line
    done = recipe("check_guests", "-c", host.uri, nullguest.name)
    assert done.stdout.startswith("GUESTS OK - 1 of 1 run | running=1;;;0;1 time=")
