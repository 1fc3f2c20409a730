"""Programs that work for long: what the test driver can show of them, and their parts."""

from __future__ import annotations

import argparse
import copy
import os
import re
import stat
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from sysvirt import Domain, Error, Stream, Sys, Virt
from tests.examples.programs import LONG, original, port
from tests.examples.terminal import Terminal, ours, without_rich
from tests.fakes import Fake

TEST = "test:///default"
UNSUPPORTED = "this function is not supported by the connection driver: "


# Errors ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("vol_download", ("-c", TEST, "/none", "{tmp}/x"), "Storage volume not found"),
        ("vol_download_all", ("-c", TEST, "/none", "{tmp}/x"), "Storage volume not found"),
        ("vol_download_nonblock", ("-c", TEST, "/none", "{tmp}/x"), "Storage volume not found"),
        ("vol_upload", ("-c", TEST, "/none", "{tmp}/x"), "Storage volume not found"),
        ("vol_upload_all", ("-c", TEST, "/none", "{tmp}/x"), "Storage volume not found"),
        ("vol_upload_nonblock", ("-c", TEST, "/none", "{tmp}/x"), "Storage volume not found"),
        ("vol_sparse", (TEST, "--upload", "/none", "{tmp}/x"), "Storage volume not found"),
        ("dom_migrate", (TEST, "test", "test:///x", "vda"), "argument unsupported: p2p migration"),
        ("save_restore", ("-c", TEST), "unsupported flags (0x1) in function testDomainSaveFlags"),
        ("open_console", ("-c", TEST, "test"), UNSUPPORTED + "virDomainOpenConsole"),
        ("open_console", ("-c", TEST), "Domain not found"),
        ("screenshot", (TEST, "nobody", "{tmp}/x"), "Domain not found"),
        ("screenshot", (TEST, "test", "{tmp}/none/x"), "[Errno 2] No such file or directory"),
        ("block_copy", (TEST, "test", "vda", "/x"), UNSUPPORTED + "virDomainBlockCopy"),
        ("block_copy", (TEST, "test", "vda", "--commit"), UNSUPPORTED + "virDomainBlockCommit"),
        ("backup", (TEST, "test", "vda", "/x"), UNSUPPORTED + "virDomainBackupBegin"),
    ],
)
def test_what_fails_says_so(
    name: str, arguments: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    given = [argument.format(tmp=tmp_path) for argument in arguments]
    error = port(name, *given, status=1, cwd=tmp_path)
    assert error.startswith(f"{name}.py: {message}")
    assert len(error.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["events", "hv_stat"])
def test_what_is_no_uri_is_called_so(name: str) -> None:
    first, last = port(name, "x", status=1).splitlines()
    assert first.startswith(f"{name}.py: 'x' is no URI: ")
    assert last.startswith("libvirt says: no connection driver available for")


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("hv_stat", (TEST, "soon"), "argument INTERVAL: must be seconds, up to a million"),
        ("hv_stat", (TEST, "-1"), "argument INTERVAL: must be seconds"),
        ("hv_stat", (TEST, "1", "many"), "argument ITERATIONS: must be a number from 0 to"),
        ("open_console", ("x", "--graphics", "65536"), "must be a number from 0 to 65535"),
        ("block_copy", (TEST, "test", "vda"), "one of the arguments FILE --commit is required"),
        ("block_copy", (TEST, "test", "vda", "x", "--commit"), "not allowed with argument FILE"),
        ("vol_sparse", (TEST, "vol", "file"), "--download --upload is required"),
        ("dom_migrate", (TEST, "test"), "the following arguments are required: DEST-URI"),
    ],
)
def test_wrong_arguments(name: str, arguments: tuple[str, ...], message: str) -> None:
    assert message in port(name, *arguments, status=2)


# hv_stat -----------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [(TEST,), (TEST, "9"), (TEST, "9", "1"), (TEST, "1", "0")])
def test_usage_is_listed_as_by_the_original(arguments: tuple[str, ...]) -> None:
    assert port("hv_stat", *arguments) == original("hv_stat", *arguments)


def test_usage_of_the_default_hypervisor() -> None:
    env = {**os.environ, "LIBVIRT_DEFAULT_URI": TEST}
    text = port("hv_stat", env=env)
    assert text == (
        " ID   Name            State    CPU    Memory\n"
        " 1    test            running  0%     2048MB \n"
        "\n"
    )
    assert text == original("hv_stat", env=env)


def test_the_head_comes_again_after_ten_looks() -> None:
    text = port("hv_stat", TEST, "0", "11")
    assert [at for at, line in enumerate(text.splitlines()) if "Memory" in line] == [0, 21]


def test_a_table_on_a_terminal_until_ctrl_c() -> None:
    with closing(Terminal(*ours("hv_stat", TEST, "0.1"))) as terminal:
        # The test driver's guest uses one of its two CPUs.
        terminal.until(lambda: terminal.text().count("│ test │ running │") > 5, "many looks")
        assert re.search(
            r"│ {2}1 │ test │ running │ \d+\.\d% │ ━+[╺╸]?━* +│ {2}2 GiB │", terminal.text()
        )
        assert "(test:///default)" in terminal.text()
        # It is drawn over what was there.
        assert terminal.shown.count(b"\x1b[1A") > 20
        terminal.type(b"\x03")
        terminal.ends(0)


def test_a_table_with_a_number_of_looks() -> None:
    with closing(Terminal(*ours("hv_stat", TEST, "0", "2"))) as terminal:
        terminal.ends(0)
        assert "Name" in terminal.text()
        assert " 2048MB " not in terminal.text()


def test_a_terminal_without_rich() -> None:
    with closing(Terminal(*without_rich("hv_stat", TEST))) as terminal:
        terminal.ends(0)
    assert terminal.text().replace("\r", "") == original("hv_stat", TEST)


def test_a_guest_that_ends_meanwhile(error: Error) -> None:
    from hv_stat import Sampler, state

    def gone() -> dict[str, int]:
        raise error

    info = {"state": Domain.STATE_PMSUSPENDED, "cpuTime": 0, "memory": 1, "nrVirtCpu": 1}
    guests = [
        Fake(get_id=lambda: 3, get_info=gone),
        Fake(
            get_id=lambda: 2,
            get_info=lambda: info,
            get_uuid_string=lambda: "uuid",
            get_name=lambda: "there",
        ),
    ]
    hv: Any = Fake(list_domains=lambda: guests)
    (row,) = Sampler(hv).look()
    assert (row.name, state(row)) == ("there", "pmsuspended")


# events ------------------------------------------------------------------------------------


def test_events_for_a_time() -> None:
    assert port("events", TEST, "--timeout", "0.1") == ""


def test_events_until_ctrl_c() -> None:
    with closing(Terminal(*ours("events", TEST))) as terminal:
        pid = terminal.program.pid
        terminal.until(lambda: has_loop(pid), "has an event loop")
        terminal.type(b"\x03")
        terminal.ends(130)
    assert terminal.text() == "^C"


def has_loop(pid: int) -> bool:
    """Whether a process has what libvirt's event loop needs."""
    return any(target(file) == "anon_inode:[eventfd]" for file in Path(f"/proc/{pid}/fd").iterdir())


def target(file: Path) -> str:
    """What an open file of a program is; it may have been closed since it was listed."""
    try:
        return str(file.readlink())
    except FileNotFoundError:
        return ""


def test_the_events_of_an_agent(capsys: pytest.CaptureFixture[str]) -> None:
    from events import agent_lifecycle_event

    conn: Any = Fake(get_uri=lambda: TEST)
    dom: Any = Fake(get_name=lambda: "test")
    agent_lifecycle_event(conn, dom, 1, 2)
    # What the original's printf makes of the same.
    assert capsys.readouterr().out == "Agent test:///default test state=1 reason=2\n"


# screenshot --------------------------------------------------------------------------------


def test_screenshot(tmp_path: Path) -> None:
    file = tmp_path / "test.png"
    assert port("screenshot", TEST, "test", str(file)) == ""
    assert file.read_bytes() == Path("/usr/share/libvirt/test-screenshot.png").read_bytes()


def test_screenshot_needs_no_pillow_for_png() -> None:
    from screenshot import as_png

    assert as_png("image/png", b"as it is") == b"as it is"


def test_screenshot_converts(tmp_path: Path) -> None:
    from screenshot import as_png

    file = tmp_path / "x.png"
    file.write_bytes(as_png("image/x-portable-pixmap", b"P6\n2 1\n255\n\x01\x02\x03\x04\x05\x06"))
    with Image.open(file) as image:
        assert (image.format, image.size) == ("PNG", (2, 1))
        assert image.getpixel((1, 0)) == (4, 5, 6)
    with pytest.raises(OSError, match="cannot identify image file"):
        as_png("image/x-portable-pixmap", b"no picture")


# open_console ------------------------------------------------------------------------------


class Narrow:
    """A stream that takes three bytes at a time, and now and then none."""

    def __init__(self) -> None:
        self.connection = Fake(register_close_callback=lambda _callback: None)
        self.sent = b""
        self.events = Stream.EVENT_READABLE
        self._calls = 0

    def add_callback(self, events: int, callback: Callable[[Stream, int], object]) -> None:
        self.events, self.callback = events, callback

    def update_callback(self, events: int) -> None:
        self.events = events

    def send(self, data: bytearray, nbytes: int) -> int:
        self._calls += 1
        if self._calls % 2:
            return -2
        self.sent += data[: min(nbytes, 3)]
        return min(nbytes, 3)


def test_what_can_not_be_sent_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    import open_console

    Sys.Virt.Event.register_default()
    reading, writing = os.pipe()
    monkeypatch.setattr(open_console, "STDIN", reading)
    st: Any = Narrow()
    console = open_console.Console(st)
    os.write(writing, b"hello, world")
    console._input_event(0, reading, 0)
    assert st.sent == b""
    turns = 0
    while st.events & Stream.EVENT_WRITABLE:
        st.callback(st, Stream.EVENT_WRITABLE)
        turns += 1
    assert (st.sent, turns) == (b"hello, world", 7)
    Sys.Virt.Event.remove_handle(console._watch)
    os.close(reading)
    os.close(writing)


# Files -------------------------------------------------------------------------------------


@pytest.fixture
def open_umask() -> Iterator[None]:
    """By itself, every file could be read and written by everybody."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    """Who may do what with a file."""
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_there_when_it_is_whole(tmp_path: Path) -> None:
    from support.files import whole_file

    path = tmp_path / "file"
    path.write_text("older")
    with whole_file(str(path)) as file:
        file.write(b"new")
        file.flush()
        assert path.read_text() == "older"
        (part,) = tmp_path.glob("file.*.part")
        assert part.read_text() == "new"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.usefixtures("open_umask")
def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    from support.files import whole_file

    with whole_file(str(tmp_path / "file")) as file:
        file.write(b"secret")
        (part,) = tmp_path.iterdir()
        assert mode(part) == 0o600
    assert mode(tmp_path / "file") == 0o600


@pytest.mark.usefixtures("open_umask")
def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    from support.files import whole_file

    path = tmp_path / "file"
    path.write_text("older")
    path.chmod(0o640)
    with whole_file(str(path)) as file:
        (part,) = tmp_path.glob("file.*.part")
        assert mode(part) == 0o600
        file.write(b"new")
    assert (path.read_text(), mode(path)) == ("new", 0o640)


@pytest.mark.parametrize("fails", [False, True])
def test_a_link_where_the_half_file_might_be_is_not_followed(tmp_path: Path, fails: bool) -> None:
    from support.files import whole_file

    place, victim = tmp_path / "place", tmp_path / "victim"
    place.mkdir()
    victim.write_text("precious")
    planted = place / "file.part"
    planted.symlink_to(victim)

    def write() -> None:
        with whole_file(str(place / "file")) as file:
            file.write(b"new")
            if fails:
                raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError) if fails else nullcontext():
        write()
    assert victim.read_text() == "precious"
    assert planted.is_symlink()
    names = {"file.part"} if fails else {"file.part", "file"}
    assert {path.name for path in place.iterdir()} == names
    assert fails or not (place / "file").is_symlink()


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_file_that_fails(tmp_path: Path, error: type[BaseException]) -> None:
    from support.files import whole_file

    def fail() -> None:
        with whole_file(str(tmp_path / "file")) as file:
            file.write(b"new")
            raise error

    with pytest.raises(error):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_file_behind_a_link(tmp_path: Path) -> None:
    from support.files import whole_file

    link = tmp_path / "link"
    link.symlink_to("file")
    with whole_file(str(link)) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert (tmp_path / "file").read_text() == "new"


def test_a_pipe_is_written_as_it_is(tmp_path: Path) -> None:
    from support.files import whole_file

    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()

    def fail() -> None:
        with whole_file(str(pipe)) as file:
            file.write(b"through")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    reader.join(LONG)
    assert read == [b"through"]
    assert pipe.is_fifo()


def test_sections_of_a_file(tmp_path: Path) -> None:
    from vol_sparse import section

    path = tmp_path / "holes"
    with path.open("wb") as file:
        file.write(b"a" * 65536)
        file.truncate(2**20)
    fd = os.open(path, os.O_RDONLY)
    found = []
    for _ in range(3):
        found.append(section(fd))
        # It leaves the file where it was.
        assert os.lseek(fd, 0, os.SEEK_CUR) == sum(length for _, length in found[:-1])
        os.lseek(fd, found[-1][1], os.SEEK_CUR)
    os.close(fd)
    if found[0] == (True, 2**20):
        pytest.skip("this file system knows no holes")
    assert found == [(True, 65536), (False, 2**20 - 65536), (False, 0)]


# The bar -----------------------------------------------------------------------------------


def test_a_bar_where_it_is_asked_for(capfd: pytest.CaptureFixture[str]) -> None:
    from support.progress import meter

    with meter(True, "Work", lambda: 4 * 2**20) as bar:
        bar.to(2**20)
        bar.add(2**20)
        # The bar leaves alone what the program itself prints.
        print("the result")
    output, shown = capfd.readouterr()
    assert output == "the result\n"
    text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown)
    # The rest of the bar is blank where the terminal has no colours.
    assert re.search(r"Work ━+[╺╸]?[━ ]+ 50% +2 MiB of 4 MiB", text), text


def test_a_bar_for_what_has_no_known_size(capfd: pytest.CaptureFixture[str]) -> None:
    from support.progress import meter

    with meter(True, "Work") as bar:
        bar.add(3 * 2**20)
        bar.to(5 * 2**20)
    text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", capfd.readouterr().err)
    assert "5 MiB" in text
    assert "%" not in text


@pytest.mark.parametrize("wanted", [None, False])
def test_no_bar(capfd: pytest.CaptureFixture[str], wanted: bool | None) -> None:
    from support.progress import meter

    def never() -> float:
        raise AssertionError("nobody looks")

    with meter(wanted, "Work", never) as bar:
        bar.to(1, 2)
        bar.add(1)
    assert capfd.readouterr() == ("", "")


def test_the_arguments_for_the_bar() -> None:
    from support.progress import add_progress

    parser = argparse.ArgumentParser()
    add_progress(parser)
    given = [parser.parse_args(line).progress for line in ([], ["--progress"], ["--no-progress"])]
    assert given == [None, True, False]


def test_a_bar_needs_rich_only_if_it_is_asked_for() -> None:
    command = without_rich("dom_migrate", TEST, "test", "test:///x", "vda")
    with closing(Terminal(*command)) as terminal:
        terminal.ends(1)
    assert terminal.text().startswith("dom_migrate.py: argument unsupported: p2p")
    done = subprocess.run([*command, "--progress"], capture_output=True, text=True, timeout=LONG)
    assert done.returncode == 1
    # Older Pythons name the part that they looked for.
    assert re.fullmatch(
        r"dom_migrate\.py: needs rich(\.console)?: pip install 'sysvirt\[examples\]'\n", done.stderr
    )


# Jobs and loops ----------------------------------------------------------------------------


@pytest.fixture
def error() -> Error:
    """An error as libvirt gives it."""
    with Sys.Virt.new(uri=TEST) as conn, pytest.raises(Error) as caught:
        conn.get_domain_by_name("nobody")
    # Not the very one: its traceback leads to the connection, which would stay open with it.
    return copy.copy(caught.value)


class Job:
    """A job that is told to stop, and how often."""

    def __init__(self, error: Error, deaf: int = 0) -> None:
        self._error, self._deaf = error, deaf
        self.told = 0
        self._stopped = threading.Event()

    def work(self) -> None:
        assert self._stopped.wait(LONG)

    def give_up(self) -> None:
        self.told += 1
        if self.told > self._deaf:
            self._stopped.set()
        else:
            raise self._error


def test_work_is_looked_at_until_it_ends(error: Error) -> None:
    from support import jobs

    job = Job(error)
    looks: list[int] = []

    def look() -> None:
        looks.append(1)
        if len(looks) == 3:
            job.give_up()
        # What can't be looked at is no reason to stop.
        raise error

    jobs.call(job.work, look, pytest.fail)
    assert len(looks) >= 3


def test_work_that_is_interrupted_is_told_until_it_hears(error: Error) -> None:
    from support import jobs

    job = Job(error, deaf=2)

    def look() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        jobs.call(job.work, look, job.give_up)
    assert job.told == 3


def test_the_error_of_work_comes_out(error: Error) -> None:
    from support import jobs

    def work() -> None:
        raise error

    with pytest.raises(Error, match="Domain not found"):
        jobs.call(work, lambda: None, pytest.fail)


def test_a_job_that_is_interrupted_is_given_up(error: Error) -> None:
    from support import jobs

    job = Job(error, deaf=1)
    with pytest.raises(KeyboardInterrupt), jobs.started(lambda: None, job.give_up):
        raise KeyboardInterrupt
    assert job.told == 1

    def interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), jobs.started(interrupted, job.give_up):
        pytest.fail("it hasn't started")
    assert job.told == 2


def test_a_job_that_could_not_start_is_left_alone(error: Error) -> None:
    from support import jobs

    job = Job(error)

    def refused() -> None:
        raise error

    with pytest.raises(Error), jobs.started(refused, job.give_up):
        pytest.fail("it hasn't started")
    with jobs.started(lambda: None, job.give_up):
        pass
    assert job.told == 0


def test_a_block_job_that_vanishes_has_failed() -> None:
    from block_copy import complete

    infos: Iterator[dict[str, int]] = iter(
        [{"type": 2, "cur": 1, "end": 5}, {"type": 0, "cur": 0, "end": 0}]
    )
    last: list[dict[str, int]] = []

    def get_block_job_info(_disk: str) -> dict[str, int]:
        last[:] = [next(infos, *last)]
        return last[0]

    dom: Any = Fake(get_block_job_info=get_block_job_info)
    bar: Any = Fake(to=lambda *_: None)
    with pytest.raises(SystemExit, match="the job failed"):
        complete(dom, "vda", bar)


def test_the_end_of_a_block_job_waits_for_libvirt(error: Error) -> None:
    from block_copy import end

    early = Error(
        error.origin(),
        (Error.ERR_BLOCK_COPY_ACTIVE, 0, b"not ready", 2, None, None, None, 0, 0),
    )
    answers: list[Error | None] = [early, early, None, error]
    calls = []

    def abort_block_job(disk: str, flags: int) -> None:
        calls.append((disk, flags))
        if answer := answers.pop(0):
            raise answer

    dom: Any = Fake(abort_block_job=abort_block_job)
    end(dom, "vda", Domain.BLOCK_JOB_ABORT_PIVOT)
    assert calls == [("vda", Domain.BLOCK_JOB_ABORT_PIVOT)] * 3
    with pytest.raises(Error, match="Domain not found"):
        end(dom, "vda", 0)


def test_a_backup_that_fails_says_why() -> None:
    from backup import complete

    dom: Any = Fake(
        get_job_info=lambda: {"type": 0, "fileTotal": 0, "fileProcessed": 0},
        get_job_stats=lambda _flags: (Domain.JOB_FAILED, {Domain.JOB_ERRMSG: "no space"}),
    )
    bar: Any = Fake(to=lambda *_: None)
    with pytest.raises(SystemExit, match=r"^backup\.py: no backup: no space$"):
        complete(dom, bar)


def test_an_exception_in_a_callback_ends_the_loop() -> None:
    from support.loop import Loop

    Sys.Virt.Event.register_default()
    loop = Loop()
    calls: list[int] = []

    def broken(timer: int) -> None:
        calls.append(timer)
        raise ZeroDivisionError

    guarded = loop.guard(broken)
    timer = Sys.Virt.Event.add_timeout(0, guarded)
    with pytest.raises(ZeroDivisionError):
        loop.run()
    # Once ended, nothing is called any more.
    guarded(timer)
    Sys.Virt.Event.remove_timeout(timer)
    assert calls == [timer]


def test_a_connection_that_breaks_ends_the_loop() -> None:
    from support.loop import Loop

    told: list[Any] = []
    conn: Any = Fake(register_close_callback=told.append)
    loop = Loop()
    loop.ends_with(conn)
    told[0](conn, Virt.CLOSE_REASON_KEEPALIVE)
    with pytest.raises(ConnectionError, match="broke off: keepalive"):
        loop.run()
