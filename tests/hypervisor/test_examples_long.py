"""Examples that work for long, on real hosts: volumes, migration, consoles, events, jobs."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import signal
import socket
import string
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import attrs
import pytest
from PIL import Image

from sysvirt import Domain, StoragePool, StorageVol, Sys, Virt
from tests.examples.programs import LONG, ORIGINALS, original, port
from tests.examples.terminal import Terminal, error_of, ours, started
from tests.hosts import (
    Booted,
    Connection,
    Disk,
    Guest,
    Host,
    Pair,
    busy_kernel,
    filled_disk,
    programs,
    remove,
    running,
    wait_until,
    wait_until_busy,
)
from tests.hosts.agent import PROMPT
from tests.hypervisor.slow import backed_up, idle, slow_guest
from tests.parity.judge import perl_missing
from tests.storage import directory, volume

MIB = 2**20
#: More than one message of libvirt's, and not a multiple of it.
SIZE = 3 * MIB + 777


# Programs ----------------------------------------------------------------------------------


def copy_of_original(name: str, place: Path, changes: dict[str, str]) -> list[str]:
    """The command of an original with parts of it replaced: what it has no argument for."""
    if why := perl_missing():
        pytest.skip(why)
    program = ORIGINALS / f"{name.replace('_', '-')}.pl"
    if not program.exists():
        pytest.skip(f"{program} is not there: the documentation of packages isn't installed")
    text = program.read_text()
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    copy = place / program.name
    copy.write_text(text)
    return ["perl", str(copy)]


def perl(name: str, place: Path, uri: str, *arguments: str) -> str:
    """What an original with a fixed URI prints when it has another."""
    command = copy_of_original(name, place, {"qemu:///session": uri})
    return subprocess.run(
        [*command, *arguments], check=True, capture_output=True, text=True, timeout=LONG
    ).stdout


# Fixtures ----------------------------------------------------------------------------------


@pytest.fixture
def place(host: Host) -> Iterator[Path]:
    """A directory that the host sees, cleared afterwards."""
    path = host.root / "examples"
    path.mkdir()
    yield path
    shutil.rmtree(path)


@pytest.fixture
def pool(conn: Virt, place: Path) -> Iterator[StoragePool]:
    """A pool of a directory."""
    path = place / "pool"
    path.mkdir()
    made = conn.create_storage_pool(directory("examples", path))
    yield made
    wait_until(lambda: stopped(made), "nothing flows any more")


def stopped(pool: StoragePool) -> bool:
    """Stop a pool, which isn't possible while a stream is still being ended."""
    try:
        pool.destroy()
    except Virt.Error as error:
        if "asynchronous jobs" not in error.message():
            raise
        return False
    return True


def digest(path: str | Path) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def data_file(path: Path) -> Path:
    path.write_bytes(os.urandom(SIZE))
    return path


def holey_file(path: Path) -> Path:
    """Data, a hole, data, and a hole at the end."""
    with path.open("wb") as file:
        file.write(os.urandom(65536))
        file.seek(MIB)
        file.write(os.urandom(65536))
        file.truncate(2 * MIB)
    return path


def is_sparse(path: str | Path) -> bool:
    status = Path(path).stat()
    return status.st_blocks * 512 < status.st_size


# Volumes -----------------------------------------------------------------------------------

DOWNLOADS = ["vol_download", "vol_download_all", "vol_download_nonblock"]
UPLOADS = ["vol_upload", "vol_upload_all", "vol_upload_nonblock"]


@pytest.fixture
def filled(pool: StoragePool) -> StorageVol:
    """A volume with data."""
    vol = pool.create_volume(volume("filled.raw", SIZE))
    data_file(Path(vol.get_path()))
    return vol


@pytest.mark.parametrize("name", DOWNLOADS)
def test_download(name: str, host: Host, filled: StorageVol, tmp_path: Path) -> None:
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    mine.write_text("something older, which goes")
    assert port(name, "-c", host.uri, filled.get_path(), str(mine)) == ""
    assert perl(name, tmp_path, host.uri, filled.get_path(), str(theirs)) == ""
    assert digest(mine) == digest(theirs) == digest(filled.get_path())
    assert {path.name for path in tmp_path.glob("mine*")} == {"mine"}


@pytest.mark.parametrize("name", UPLOADS)
def test_upload(name: str, host: Host, pool: StoragePool, tmp_path: Path) -> None:
    file = data_file(tmp_path / "data")
    mine = pool.create_volume(volume("mine.raw", SIZE)).get_path()
    theirs = pool.create_volume(volume("theirs.raw", SIZE)).get_path()
    assert port(name, "-c", host.uri, mine, str(file)) == ""
    assert perl(name, tmp_path, host.uri, theirs, str(file)) == ""
    assert digest(mine) == digest(theirs) == digest(file)


def test_sparse_download(host: Host, pool: StoragePool, tmp_path: Path) -> None:
    vol = pool.create_volume(volume("holes.raw", 2 * MIB)).get_path()
    holey_file(Path(vol))
    mine, theirs = str(tmp_path / "mine"), str(tmp_path / "theirs")
    assert port("vol_sparse", host.uri, "--download", vol, mine) == ""
    assert original("vol_sparse", host.uri, "--download", vol, theirs) == ""
    assert digest(mine) == digest(theirs) == digest(vol)
    assert is_sparse(mine)
    assert Path(mine).stat().st_blocks <= Path(theirs).stat().st_blocks


def test_sparse_upload(host: Host, pool: StoragePool, tmp_path: Path) -> None:
    file = holey_file(tmp_path / "holes")
    mine = pool.create_volume(volume("mine.raw", 2 * MIB)).get_path()
    theirs = pool.create_volume(volume("theirs.raw", 2 * MIB)).get_path()
    assert port("vol_sparse", host.uri, "--upload", mine, str(file)) == ""
    assert original("vol_sparse", host.uri, "--upload", theirs, str(file)) == ""
    assert digest(mine) == digest(theirs) == digest(file)
    assert is_sparse(mine)


@pytest.mark.parametrize("name", [*DOWNLOADS, *UPLOADS])
def test_a_volume_or_file_that_is_not_there(
    name: str, host: Host, filled: StorageVol, tmp_path: Path
) -> None:
    file = tmp_path / "none" / "file"
    error = port(name, "-c", host.uri, filled.get_path(), str(file), status=1)
    assert error.startswith(f"{name}.py: [Errno 2] No such file or directory")
    file = tmp_path / "file"
    error = port(name, "-c", host.uri, "/no/such/volume", str(file), status=1)
    missing = "no storage vol with matching path '/no/such/volume'"
    assert error == f"{name}.py: Storage volume not found: {missing}\n"
    assert not file.exists()


def test_sparse_errors(host: Host, tmp_path: Path) -> None:
    arguments = ("/no/such/volume", str(tmp_path / "file"))
    error = port("vol_sparse", host.uri, "--download", *arguments, status=1)
    assert error.startswith("vol_sparse.py: Storage volume not found")
    assert "required" in port("vol_sparse", host.uri, *arguments, status=2)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def endless(pool: StoragePool) -> str:
    """A volume that takes long to download: 64 GiB of nothing."""
    return pool.create_volume(volume("endless.raw", 2**36)).get_path()


def under_way(file: Path) -> None:
    """Wait until a download has begun to write what will be this file."""

    def has_begun() -> bool:
        parts = file.parent.glob(f"{file.name}.*.part")
        return any(part.stat().st_size > 0 for part in parts)

    wait_until(has_begun, "something has come")


@pytest.mark.parametrize("name", DOWNLOADS)
def test_an_interrupted_download_leaves_no_file(
    name: str, host: Host, endless: str, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_text("something older, which stays")
    with started(*ours(name, "-c", host.uri, endless, str(file))) as program:
        under_way(tmp_path / "file")
        program.send_signal(signal.SIGINT)
        assert error_of(program, 130) == ""
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert file.read_text() == "something older, which stays"


def test_a_download_that_is_killed_leaves_no_file_of_that_name(
    host: Host, endless: str, tmp_path: Path
) -> None:
    with started(*ours("vol_download", "-c", host.uri, endless, str(tmp_path / "x"))) as program:
        under_way(tmp_path / "x")
        program.kill()
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("name", DOWNLOADS)
def test_a_failed_download_leaves_no_file(name: str, own_host: Host, tmp_path: Path) -> None:
    path = own_host.root / "pool"
    path.mkdir()
    with Sys.Virt.new(uri=own_host.uri) as conn:
        pool = conn.create_storage_pool(directory("pool", path))
        vol = pool.create_volume(volume("endless.raw", 2**36)).get_path()
    with started(*ours(name, "-c", own_host.uri, vol, str(tmp_path / "file"))) as program:
        under_way(tmp_path / "file")
        own_host.stop_daemon("libvirtd", signal.SIGKILL)
        error = error_of(program, 1)
    assert re.fullmatch(rf"{name}\.py: .*\n", error)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [*DOWNLOADS, "vol_sparse"])
def test_the_bar_of_a_download(name: str, host: Host, filled: StorageVol, tmp_path: Path) -> None:
    arguments = [filled.get_path(), str(tmp_path / "file")]
    arguments = (
        [host.uri, "--download", *arguments]
        if name == "vol_sparse"
        else ["-c", host.uri, *arguments]
    )
    with closing(Terminal(*ours(name, *arguments))) as terminal:
        terminal.ends(0)
    assert re.search(r"Download .*100% 3.0 MiB of 3.0 MiB \S+ .iB/s \d:\d\d:\d\d", terminal.text())


@pytest.mark.parametrize("name", [*UPLOADS, "vol_sparse"])
def test_the_bar_of_an_upload(name: str, host: Host, pool: StoragePool, tmp_path: Path) -> None:
    arguments = [pool.create_volume(volume("up.raw", SIZE)).get_path()]
    arguments += [str(data_file(tmp_path / "data"))]
    arguments = (
        [host.uri, "--upload", *arguments] if name == "vol_sparse" else ["-c", host.uri, *arguments]
    )
    with closing(Terminal(*ours(name, *arguments))) as terminal:
        terminal.ends(0)
    assert re.search(r"Upload .*100% 3.0 MiB of 3.0 MiB \S+ .iB/s \d:\d\d:\d\d", terminal.text())


# Guests ------------------------------------------------------------------------------------


def test_hv_stat(host: Host, nullguest: Guest, libvirt_host: Connection) -> None:
    second = Guest(name="a-name-longer-than-fifteen", kvm=host.kvm, memory=32)
    with running(libvirt_host, second) as dom:
        dom.suspend()
        mine = port("hv_stat", host.uri)
        assert mine == original("hv_stat", host.uri)
        assert mine.splitlines()[0] == " ID   Name            State    CPU    Memory"
        assert re.search(rf"^ \d+ +{nullguest.name} +running  0%     64  MB $", mine, re.MULTILINE)
        assert re.search(rf"^ \d+ +{second.name} paused   0%     32  MB $", mine, re.MULTILINE)
        again = [
            re.sub(r"\d+% *", "#% ", text)
            for text in (
                port("hv_stat", host.uri, "1", "2"),
                original("hv_stat", host.uri, "1", "2"),
            )
        ]
    assert again[0] == again[1]
    assert again[0].count("\n") == 7


def test_what_a_busy_guest_uses(host: Host, libvirt_host: Connection, place: Path) -> None:
    guest = Guest(name="busy", kvm=host.kvm, image=busy_kernel(place / "kernel"))
    with running(libvirt_host, guest) as dom:
        wait_until_busy(dom)
        text = port("hv_stat", host.uri, "2", "3")
    used = [int(number) for number in re.findall(r" busy .* (\d+)%", text)]
    assert len(used) == 3
    assert used[0] == 0
    # However little of a processor it gets, and however late its host is asked.
    assert all(0 < number < 1000 for number in used[1:]), used


class Listening:
    """The lines that a program of events has printed."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def lines(self) -> list[str]:
        return self._file.read_text().splitlines()

    def about(self, name: str) -> list[str]:
        return [line for line in self.lines() if f" {name} " in line]


@contextlib.contextmanager
def listeners(
    host: Host, connection: Connection, place: Path
) -> Iterator[tuple[list[subprocess.Popen[bytes]], list[Listening]]]:
    """Both programs of events; they listen already."""
    theirs = copy_of_original("events", place, {"my $uri": "$| = 1;\nmy $uri"})
    files = [place / "mine", place / "theirs"]
    with contextlib.ExitStack() as stack:
        both = []
        for file, command in zip(files, (ours("events"), theirs), strict=True):
            output = stack.enter_context(file.open("wb"))
            both.append(stack.enter_context(started(*command, host.uri, stdout=output)))
        heard = [Listening(file) for file in files]

        def listen() -> bool:
            with running(connection, Guest(name="probe", kvm=host.kvm)):
                return all(one.about("probe") for one in heard)

        wait_until(listen, "both listen")
        yield both, heard


def test_events(host: Host, libvirt_host: Connection, tmp_path: Path) -> None:
    with listeners(host, libvirt_host, tmp_path) as ((mine, theirs), heard):
        with running(libvirt_host, Guest(name="seen", kvm=host.kvm), persistent=True) as dom:
            dom.suspend()
            dom.resume()
            dom.destroy()
        wait_until(lambda: all(len(one.about("seen")) == 8 for one in heard), "all has come")
        mine.send_signal(signal.SIGINT)
        assert error_of(mine, 130) == ""
        theirs.terminate()
        theirs.communicate(timeout=LONG)
    told = [line.removeprefix(f"{host.uri} seen ") for line in heard[0].about("seen")]
    assert told == [
        f"{Domain.EVENT_DEFINED} {Domain.EVENT_DEFINED_ADDED}",
        f"{Domain.EVENT_RESUMED} {Domain.EVENT_RESUMED_UNPAUSED}",
        f"{Domain.EVENT_STARTED} {Domain.EVENT_STARTED_BOOTED}",
        f"{Domain.EVENT_SUSPENDED} {Domain.EVENT_SUSPENDED_PAUSED}",
        f"{Domain.EVENT_RESUMED} {Domain.EVENT_RESUMED_UNPAUSED}",
        f"{Domain.EVENT_SHUTDOWN} {Domain.EVENT_SHUTDOWN_HOST}",
        f"{Domain.EVENT_STOPPED} {Domain.EVENT_STOPPED_DESTROYED}",
        f"{Domain.EVENT_UNDEFINED} {Domain.EVENT_UNDEFINED_REMOVED}",
    ]
    assert heard[0].about("seen") == heard[1].about("seen")


def test_events_end_with_the_connection(own_host: Host, tmp_path: Path) -> None:
    with (
        Sys.Virt.new(uri=own_host.uri) as conn,
        listeners(own_host, conn.handle, tmp_path) as (both, heard),
    ):
        own_host.stop_daemon("libvirtd")
        for program in both:
            error_of(program, 0)
    # On a busy machine an event that was under way may be told after it.
    closed = f"Closed reason={Virt.CLOSE_REASON_EOF}"
    assert [one.lines().count(closed) for one in heard] == [1, 1]


def test_save_and_restore(host: Host, conn: Virt, place: Path) -> None:
    kind = "kvm" if host.kvm else "qemu"
    text = port("save_restore", "-c", host.uri, "--type", kind, cwd=place)
    first, second, xml = text.split("\n", 2)
    assert (first, second) == ("Starting a transient guest", "Saving the guest")
    assert xml.startswith(f"<domain type='{kind}'>\n  <name>perl-demo</name>\n")
    assert xml.endswith("</domain>\nRestoring the guest\nDestroying the guest\n")
    assert [dom.get_name() for dom in conn.list_domains()] == []
    assert list(place.iterdir()) == []
    # The original's form of save and restore_domain crashes Perl; in the form that works it
    # prints the same.
    changes = {
        "qemu:///session": host.uri,
        "type='kvm'": f"type='{kind}'",
        "get_xml_description()": "get_xml_description(Sys::Virt::Domain::XML_MIGRATABLE)",
        "$curxml, Sys": "$curxml, undef, Sys",
        "$newxml, Sys": "$newxml, undef, Sys",
    }
    command = copy_of_original("save_restore", place, changes)
    theirs = subprocess.run(command, cwd=place, capture_output=True, text=True, timeout=LONG)
    assert theirs.returncode == 0, theirs.stderr
    assert without_uuid(theirs.stdout) == without_uuid(text)


def without_uuid(text: str) -> str:
    return re.sub(r"<uuid>.*</uuid>", "<uuid/>", text)


def test_save_where_nothing_can_be_written(host: Host, conn: Virt) -> None:
    kind = "kvm" if host.kvm else "qemu"
    error = port("save_restore", "-c", host.uri, "--type", kind, cwd="/proc", status=1)
    assert error.startswith("save_restore.py: ")
    assert "perl-demo.img" in error
    assert conn.list_domains() == []


@pytest.fixture
def seen(host: Host, libvirt_host: Connection) -> Iterator[str]:
    """A guest with a screen."""
    with running(libvirt_host, Guest(name="seen", kvm=host.kvm, vnc="socket")):
        yield "seen"


def test_screenshot(host: Host, seen: str, tmp_path: Path) -> None:
    file = tmp_path / "screen.png"
    assert port("screenshot", host.uri, seen, str(file)) == ""
    with Image.open(file) as image:
        image.load()
        assert image.format == "PNG"
        width, height = image.size
    assert 320 <= width <= 1920
    assert 200 <= height <= 1080


def test_no_screenshot(host: Host, nullguest: Guest, tmp_path: Path) -> None:
    file = tmp_path / "screen.png"
    error = port("screenshot", host.uri, nullguest.name, str(file), "--screen", "3", status=1)
    assert error.startswith("screenshot.py: ")
    assert list(tmp_path.iterdir()) == []


# Consoles ----------------------------------------------------------------------------------


def console(guest: Booted) -> list[str]:
    return ours("open_console", "-c", guest.host.uri, guest.name)


def test_a_console(agent_guest: Booted) -> None:
    with closing(Terminal(*console(agent_guest))) as terminal:
        terminal.shows("Ctrl-] leaves it.\r\n")
        terminal.until(terminal.is_raw, "raw")
        terminal.type(b"\r")
        terminal.shows(PROMPT.decode())
        terminal.type(b"echo $((6 * 7))00\r")
        terminal.shows("4200\r\n")
        # Ctrl-C is for the guest.
        # In a shell of its own: the first one may not be waiting for `sleep` yet.
        terminal.type(b"sh -c 'echo $((7 * 7))00; exec sleep 1000'\r")
        terminal.shows("4900\r\n")
        terminal.type(b"\x03")
        terminal.shows("4900\r\n^C\r\n" + PROMPT.decode())
        terminal.type(b"\x1d")
        terminal.ends(0)
        assert terminal.is_as_before()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_console_that_is_ended_puts_the_terminal_back(
    agent_guest: Booted, number: signal.Signals
) -> None:
    with closing(Terminal(*console(agent_guest))) as terminal:
        terminal.until(terminal.is_raw, "raw")
        terminal.program.send_signal(number)
        terminal.ends(128 + number)
        assert terminal.is_as_before()


def test_much_at_once(agent_guest: Booted) -> None:
    text = string.ascii_letters.encode() * 400
    with closing(Terminal(*console(agent_guest))) as terminal:
        terminal.until(terminal.is_raw, "raw")
        terminal.type(b"stty raw -echo; echo rea''dy; head -c %d | md5sum; stty sane\r" % len(text))
        terminal.shows("ready")
        terminal.type(text)
        terminal.shows(hashlib.md5(text).hexdigest())
        terminal.type(b"\x1d")
        terminal.ends(0)


def test_a_console_of_pipes(agent_guest: Booted, tmp_path: Path) -> None:
    script, output = tmp_path / "script", tmp_path / "output"
    script.write_text("\necho $((8 * 8))00\n")
    with (
        script.open("rb") as given,
        output.open("wb") as taken,
        started(*console(agent_guest), stdin=given, stdout=taken) as program,
    ):
        wait_until(lambda: b"6400\r\n" in output.read_bytes(), "the guest has answered")
        program.send_signal(signal.SIGINT)
        assert error_of(program, 130) == ""


def test_a_console_that_somebody_has(agent_guest: Booted) -> None:
    with closing(Terminal(*console(agent_guest))) as terminal:
        terminal.until(terminal.is_raw, "raw")
        error = port("open_console", "-c", agent_guest.host.uri, agent_guest.name, status=1)
        assert "Active console session exists" in error
        terminal.type(b"\x1d")
        terminal.ends(0)


def test_a_console_ends_with_the_guest(host: Host, libvirt_host: Connection) -> None:
    guest = Guest(name="talker", kvm=host.kvm, console=True)
    command = ours("open_console", "-c", host.uri, "talker")
    with running(libvirt_host, guest) as dom, closing(Terminal(*command)) as terminal:
        terminal.until(terminal.is_raw, "raw")
        dom.destroy()
        terminal.ends(0)
        assert terminal.is_as_before()


def test_a_console_ends_with_the_daemon(own_host: Host) -> None:
    guest = Guest(name="talker", kvm=own_host.kvm, console=True)
    with Sys.Virt.new(uri=own_host.uri) as conn:
        conn.create_domain(guest.xml())
    with closing(Terminal(*ours("open_console", "-c", own_host.uri, "talker"))) as terminal:
        terminal.until(terminal.is_raw, "raw")
        own_host.stop_daemon("libvirtd", signal.SIGKILL)
        terminal.ends(1)
        terminal.shows("open_console.py: ")
        assert terminal.is_as_before()


def test_graphics_for_a_viewer(host: Host, seen: str) -> None:
    command = ours("open_console", "-c", host.uri, seen, "--graphics", "0")
    with started(*command, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        line = program.stdout.readline().decode()
        told = re.fullmatch(r"Waiting for a viewer: vncviewer 127\.0\.0\.1::(\d+)\n", line)
        assert told
        with socket.create_connection(("127.0.0.1", int(told[1])), timeout=LONG) as viewer:
            assert viewer.recv(12) == b"RFB 003.008\n"
            # From here on the guest serves it alone.
            assert error_of(program, 0) == ""
            viewer.sendall(b"RFB 003.008\n")
            assert viewer.recv(2) == b"\x01\x01"


# Disks and migration -----------------------------------------------------------------------


def qemu_img(*arguments: str) -> str:
    return subprocess.check_output([programs.need("qemu-img"), *arguments], text=True)


def same(one: Path, other: Path) -> bool:
    """Whether two images hold the same, while a guest may have one of them open."""
    return "identical" in qemu_img("compare", "-U", str(one), str(other))


def source_of(dom: Domain) -> str:
    found = re.search(r"<source file='([^']*)'", dom.get_xml_description())
    assert found
    return found[1]


@pytest.fixture
def disk(place: Path) -> Path:
    return filled_disk(place / "disk.raw")


@pytest.fixture
def dom(host: Host, libvirt_host: Connection, conn: Virt, disk: Path) -> Iterator[Domain]:
    """A running guest with a disk, which is defined as well."""
    guest = Guest(name="diskful", kvm=host.kvm, disks=(Disk(disk),))
    with running(libvirt_host, guest, persistent=True):
        yield conn.get_domain_by_name("diskful")


def test_block_copy(host: Host, dom: Domain, disk: Path, place: Path) -> None:
    copy = place / "copy & more.qcow2"
    arguments = (host.uri, "diskful", "vda", str(copy), "--format", "qcow2")
    assert port("block_copy", *arguments) == ""
    assert same(disk, copy)
    assert json.loads(qemu_img("info", "--output=json", str(copy)))["format"] == "qcow2"
    assert source_of(dom) == str(disk)
    assert dom.get_block_job_info("vda")["type"] == 0


def test_block_copy_and_pivot(host: Host, dom: Domain, disk: Path, place: Path) -> None:
    copy = place / "copy.raw"
    with closing(
        Terminal(*ours("block_copy", "--pivot", host.uri, "diskful", "vda", str(copy)))
    ) as terminal:
        terminal.ends(0)
    assert re.search(r"Block job .*100% 8 MiB of 8 MiB", terminal.text())
    assert source_of(dom) == str(copy)
    assert copy.read_bytes() == disk.read_bytes()


def test_an_interrupted_block_copy(
    host: Host, libvirt_host: Connection, conn: Virt, place: Path
) -> None:
    # QEMU doesn't mind how fast the first 16 MiB go.
    disk = filled_disk(place / "large.raw", 64)
    with running(libvirt_host, Guest(name="large", kvm=host.kvm, disks=(Disk(disk),))):
        dom = conn.get_domain_by_name("large")
        arguments = [host.uri, "large", "vda", str(place / "copy"), "--bandwidth", str(MIB)]
        with closing(Terminal(*ours("block_copy", *arguments))) as terminal:
            terminal.shows("of 64 MiB")
            assert dom.get_block_job_info("vda")["type"] == Domain.BLOCK_JOB_TYPE_COPY
            terminal.program.send_signal(signal.SIGINT)
            terminal.ends(130)
        assert dom.get_block_job_info("vda")["type"] == 0
        assert source_of(dom) == str(disk)


def test_block_commit(
    host: Host, libvirt_host: Connection, conn: Virt, disk: Path, place: Path
) -> None:
    top = place / "top"
    qemu_img("create", "-q", "-f", "qcow2", "-F", "raw", "-b", str(disk), str(top))
    subprocess.run(["qemu-io", "-c", "write -P 7 1M 1M", str(top)], check=True, capture_output=True)
    guest = Guest(name="chained", kvm=host.kvm, disks=(Disk(top, format="qcow2"),))
    with running(libvirt_host, guest):
        assert port("block_copy", host.uri, "chained", "vda", "--commit") == ""
        assert source_of(conn.get_domain_by_name("chained")) == str(disk)
    assert disk.read_bytes()[MIB : 2 * MIB] == b"\x07" * MIB


@pytest.mark.parametrize("name", ["block_copy", "backup"])
def test_a_disk_that_is_not_there(name: str, host: Host, dom: Domain, place: Path) -> None:
    error = port(name, host.uri, dom.get_name(), "vdz", str(place / "copy"), status=1)
    assert re.fullmatch(rf"{name}\.py: .*vdz.*\n", error)
    assert not (place / "copy").exists()


def test_backup(host: Host, dom: Domain, disk: Path, place: Path) -> None:
    file = place / "backup.qcow2"
    assert port("backup", host.uri, dom.get_name(), "vda", str(file)) == ""
    assert same(disk, file)
    assert json.loads(qemu_img("info", "--output=json", str(file)))["format"] == "qcow2"
    raw = place / "backup.raw"
    arguments = [host.uri, dom.get_name(), "vda", str(raw), "--format", "raw"]
    with closing(Terminal(*ours("backup", *arguments))) as terminal:
        terminal.ends(0)
    assert "Backup" in terminal.text()
    assert raw.read_bytes() == disk.read_bytes()


def test_an_interrupted_backup(host: Host, conn: Virt, place: Path) -> None:
    with slow_guest(host, conn, place) as dom:
        arguments = [host.uri, dom.get_name(), "vda", str(place / "backup")]
        with started(*ours("backup", *arguments)) as program:
            wait_until(lambda: backed_up(dom), "it has begun")
            program.send_signal(signal.SIGINT)
            assert error_of(program, 130) == ""
        wait_until(lambda: idle(dom), "it has ended")
        kind, stats = dom.get_job_stats(Domain.JOB_STATS_COMPLETED)
        assert kind == Domain.JOB_CANCELLED
        assert stats[Domain.JOB_OPERATION] == Domain.JOB_OPERATION_BACKUP


@pytest.fixture
def goer(pair: Pair, here: Virt, there: Virt) -> Iterator[Guest]:
    """A guest to migrate; wherever it goes, it is removed."""
    disk = filled_disk(pair.shared / "goer.raw")
    yield Guest(name="goer", kvm=pair.source.kvm, disks=(Disk(disk),))
    for conn in (here, there):
        remove(conn.handle, "goer")
    disk.unlink()


def test_migration(pair: Pair, here: Virt, there: Virt, goer: Guest) -> None:
    arguments = [pair.source.uri, "goer", pair.target_uri]
    here.create_domain(goer.xml())
    run = subprocess.run(ours("dom_migrate", *arguments, "vda"), capture_output=True, text=True)
    there_now = run.returncode == 0
    if there_now:
        there.get_domain_by_name("goer").destroy()
    else:
        # Newer releases of libvirt don't take disks that aren't to be copied.
        refusal = run.stderr.removeprefix("dom_migrate.py: ").strip()
        assert "NON_SHARED" in refusal or "non-shared" in refusal
        assert refusal in original("dom_migrate", *arguments, "vda", status=255)
        here.get_domain_by_name("goer").destroy()
    for migrate, disks in ((port, []), *([(original, ["vda"])] if there_now else [])):
        here.create_domain(goer.xml())
        assert migrate("dom_migrate", *arguments, *disks) == ""
        assert [dom.get_name() for dom in here.list_domains() if dom.get_name() == "goer"] == []
        moved = there.get_domain_by_name("goer")
        assert moved.get_state()[0] == Domain.STATE_RUNNING
        moved.destroy()


def test_an_interrupted_migration(pair: Pair, here: Virt, there: Virt, goer: Guest) -> None:
    kernel = busy_kernel(pair.shared / "busy")
    dom = here.create_domain(attrs.evolve(goer, image=kernel).xml())
    wait_until_busy(dom.handle)
    arguments = [pair.source.uri, "goer", pair.target_uri, "--live", "--bandwidth", "1"]
    with closing(Terminal(*ours("dom_migrate", *arguments))) as terminal:
        terminal.until(lambda: re.search(r"Migration .* of 6\d", terminal.text()), "goes on")
        assert dom.get_job_info()["type"] == Domain.JOB_UNBOUNDED
        terminal.type(b"\x03")
        terminal.ends(130)
    assert dom.get_job_info()["type"] == Domain.JOB_NONE
    assert dom.get_state()[0] == Domain.STATE_RUNNING
    with pytest.raises(Virt.Error, match="Domain not found"):
        there.get_domain_by_name("goer")


def test_migration_to_nowhere(pair: Pair, here: Virt, goer: Guest) -> None:
    dom = here.create_domain(goer.xml())
    nowhere = "qemu+tcp://10.77.0.99:1/system"
    error = port("dom_migrate", pair.source.uri, "goer", nowhere, "vda", status=1)
    assert error.startswith("dom_migrate.py: ")
    assert dom.get_state()[0] == Domain.STATE_RUNNING


def test_migration_with_the_disk(pair: Pair, here: Virt, there: Virt, goer: Guest) -> None:
    # The same path, but another file on each host.
    data, copy = pair.source.images / "own.raw", pair.target.images / "own.raw"
    filled_disk(data)
    copy.write_bytes(bytes(data.stat().st_size))
    disk = Disk("/var/lib/libvirt/images/own.raw")
    here.create_domain(attrs.evolve(goer, disks=(disk,)).xml())
    arguments = (pair.source.uri, "goer", pair.target_uri, "vda")
    assert port("dom_migrate", "--live", "--copy-storage", *arguments) == ""
    assert there.get_domain_by_name("goer").get_state()[0] == Domain.STATE_RUNNING
    assert copy.read_bytes() == data.read_bytes()
    data.unlink()
    copy.unlink()
