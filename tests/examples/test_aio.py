"""The programs of `sysvirt.aio`: what the test driver can show of them, also behind a daemon."""

from __future__ import annotations

import asyncio
import copy
import re
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest

from sysvirt import Error, Secret, Virt
from tests.examples.programs import port
from tests.examples.terminal import Terminal, error_of, ours, started, without_rich
from tests.fakes import Fake
from tests.hosts import wait_until
from tests.hosts.daemon import Daemon

TEST = "test:///default"
GONE = "test+unix:///default?socket=/none"
UNSUPPORTED = "this function is not supported by the connection driver: "
NETWORK = "<network><name>{}</name><forward/><ip address='10.9.9.1' netmask='255.0.0.0'/></network>"
POOL = "<pool type='dir'><name>{}</name><target><path>/seen</path></target></pool>"
SECRET = "<secret ephemeral='no' private='no'><uuid>{}</uuid></secret>"
UUID = "55555555-6666-4777-8888-999999999999"


# Errors ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("aio_migrate", ("x", TEST, "test"), "no connection driver available for"),
        ("aio_migrate", (TEST, "x", "test"), "no connection driver available for"),
    ],
)
def test_what_fails_says_so(name: str, arguments: tuple[str, ...], message: str) -> None:
    error = port(name, *arguments, status=1)
    assert error.startswith(f"{name}.py: {message}")
    assert len(error.splitlines()) == 1


@pytest.mark.parametrize("name", ["aio_events", "aio_top"])
@pytest.mark.parametrize(
    ("uri", "advice", "message"),
    [
        ("x", "'x' is no URI: ", "no connection driver available for"),
        (GONE, f"{GONE} needs libvirt's daemon, which ", "Failed to connect socket to '/none'"),
    ],
)
def test_a_host_that_is_not_there(name: str, uri: str, advice: str, message: str) -> None:
    """What helps comes first, libvirt's own words last."""
    first, *_, last = port(name, uri, status=1).splitlines()
    assert first.startswith(f"{name}.py: {advice}")
    assert last.startswith(f"libvirt says: {message}")


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("aio_events", (TEST, "--timeout", "soon"), "argument --timeout: must be seconds"),
        ("aio_events", (TEST, "--timeout", "-1"), "argument --timeout: must be seconds"),
        ("aio_events", (TEST, "more"), "unrecognized arguments: more"),
        ("aio_top", (TEST, "soon"), "argument INTERVAL: must be seconds, up to a million"),
        ("aio_top", (TEST, "1", "--count", "many"), "argument --count: must be a number from 0"),
        ("aio_migrate", (TEST, TEST), "the following arguments are required: DOMAIN"),
        ("aio_migrate", (TEST, TEST, "test", "--at-once", "0"), "argument --at-once: invalid"),
        ("aio_migrate", (TEST, TEST, "test", "--at-once", "5"), "argument --at-once: invalid"),
        ("aio_migrate", (TEST, TEST, "test", "--at-once", "x"), "argument --at-once: invalid"),
    ],
)
def test_wrong_arguments(name: str, arguments: tuple[str, ...], message: str) -> None:
    assert message in port(name, *arguments, status=2)


# aio_events --------------------------------------------------------------------------------


def test_events_for_a_time() -> None:
    assert port("aio_events", TEST, "--timeout", "0.1") == ""


class Listening:
    """The lines that aio_events has printed into a file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def text(self) -> str:
        # Of a line that is just being written nobody sees but a part.
        return self._file.read_text().rpartition("\n")[0]

    def after(self, cause: Callable[[], object], kind: str) -> None:
        """Bring an event about until it is heard: how soon it is isn't known."""

        def heard() -> bool:
            cause()
            return f" {kind} " in self.text()

        wait_until(heard, f"events of {kind} are heard")

    def of(self, what: str) -> list[str]:
        """What it says of an object, without the time."""
        lines = self.text().splitlines()
        assert all(re.match(r"\d\d:\d\d:\d\d ", line) for line in lines), lines
        found = [line[9:] for line in lines if line[9:].startswith(f"{what} ")]
        return [line.removeprefix(f"{what} ") for line in found]

    def hears(self, what: str, happenings: list[str]) -> None:
        wait_until(lambda: len(self.of(what)) >= len(happenings), f"{what}: all has come")
        assert self.of(what) == happenings


@pytest.fixture
def events(tmp_path: Path) -> Iterator[Callable[[str], Any]]:
    """Starts aio_events; the program and what it prints."""
    with ExitStack() as stack:

        def start(uri: str) -> Any:
            file = tmp_path / "heard"
            output = stack.enter_context(file.open("wb"))
            program = stack.enter_context(started(*ours("aio_events", uri), stdout=output))
            return program, Listening(file)

        yield start


def flicker(dom: Any) -> None:
    dom.suspend()
    dom.resume()


def come_and_go(make: Callable[[str], Any], xml: str, name: str) -> None:
    made = make(xml.format(name))
    made.create()
    made.destroy()
    made.undefine()


def test_events_of_several_kinds(daemon: Daemon, events: Callable[[str], Any]) -> None:
    with Virt(uri=daemon.uri()) as other:
        # The driver's objects are one and the same for all connections while one is open.
        program, heard = events(daemon.uri())
        dom = other.get_domain_by_name("test")
        network, pool = (other.define_network, NETWORK), (other.define_storage_pool, POOL)
        heard.after(lambda: flicker(dom), "Domain")
        heard.after(lambda: come_and_go(*network, "probe"), "Network")
        heard.after(lambda: come_and_go(*pool, "probe"), "StoragePool")
        dom.destroy()
        come_and_go(*network, "seen")
        come_and_go(*pool, "seen")
        coming_and_going = ["defined", "started", "stopped", "undefined"]
        heard.hears("Network seen", coming_and_going)
        heard.hears("StoragePool seen", coming_and_going)
        wait_until(lambda: heard.of("Domain test")[-1] == "stopped", "the guest's end is heard")
        assert set(heard.of("Domain test")) == {"suspended", "resumed", "stopped"}
        program.send_signal(signal.SIGINT)
        assert error_of(program, 130) == ""


def test_a_secret_is_called_by_its_uuid(daemon: Daemon, events: Callable[[str], Any]) -> None:
    uri = daemon.uri("secret", "/session")
    with Virt(uri=uri) as other:
        program, heard = events(uri)

        def define() -> None:
            secret: Secret = other.define_secret(SECRET.format(UUID))
            secret.undefine()

        heard.after(define, "Secret")
        wait_until(lambda: "undefined" in heard.of(f"Secret {UUID}"), "both have come")
        assert set(heard.of(f"Secret {UUID}")) == {"defined", "undefined"}
        # Its other kinds aren't there, and that is no reason to end.
        assert program.poll() is None


def test_the_events_end_with_the_daemon(daemon: Daemon, events: Callable[[str], Any]) -> None:
    with Virt(uri=daemon.uri()) as other:
        program, heard = events(daemon.uri())
        dom = other.get_domain_by_name("test")
        heard.after(lambda: flicker(dom), "Domain")
        daemon.kill()
        # Also where it is about to register for another kind of events in that moment.
        assert re.fullmatch(r"aio_events\.py: [^\n]+\n", error_of(program, 1))


def test_events_until_ctrl_c(daemon: Daemon) -> None:
    with (
        Virt(uri=daemon.uri()) as other,
        closing(Terminal(*ours("aio_events", daemon.uri()))) as terminal,
    ):
        dom = other.get_domain_by_name("test")

        def heard() -> bool:
            flicker(dom)
            return "Domain test suspended" in terminal.text()

        terminal.until(heard, "an event")
        terminal.type(b"\x03")
        terminal.ends(130)
        assert terminal.text().count("^C") == 1
        assert "Traceback" not in terminal.text()


def test_a_timeout_of_libvirt_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    import aio_events

    async def slow(_args: object) -> None:
        raise TimeoutError("libvirt's own")

    monkeypatch.setattr(aio_events, "watch_all", slow)
    args: Any = Fake(timeout=60.0)
    with pytest.raises(TimeoutError, match="libvirt's own"):
        asyncio.run(aio_events.limited(args))


# aio_top -----------------------------------------------------------------------------------

HEAD = "Name        State       CPU         Memory      Read/s      Written/s   Received/s  Sent/s"
ROW = "test        running     0.0%        0 KiB       0 KiB       0 KiB       0 KiB       0 KiB"


def test_usage_as_lists() -> None:
    assert port("aio_top", TEST, "0", "--count", "2") == f"{HEAD}\n{ROW}\n\n" * 2


def test_an_event_brings_a_look(daemon: Daemon) -> None:
    """The next look by the clock would come in a fortnight."""
    command = ours("aio_top", daemon.uri(), "1000000", "--count", "2")
    with Virt(uri=daemon.uri()) as other, started(*command, stdout=subprocess.PIPE) as program:
        dom = other.get_domain_by_name("test")

        def ended() -> bool:
            flicker(dom)
            return program.poll() is not None

        wait_until(ended, "it has looked twice")
        output, error = program.communicate()
        assert (program.returncode, error) == (0, b"")
        assert output.count(b"Name ") == 2


def test_a_live_table_until_ctrl_c() -> None:
    with closing(Terminal(*ours("aio_top", TEST, "0.05"))) as terminal:
        terminal.until(lambda: terminal.text().count("│ test │ running │") > 5, "many looks")
        assert TEST in terminal.text()
        # It is drawn over what was there.
        assert terminal.shown.count(b"\x1b[1A") > 20
        terminal.type(b"\x03")
        terminal.ends(130)
        assert "Traceback" not in terminal.text()
        assert terminal.is_as_before()


def test_lists_on_a_terminal_without_rich() -> None:
    with closing(Terminal(*without_rich("aio_top", TEST, "0", "--count", "1"))) as terminal:
        terminal.ends(0)
    assert terminal.text().replace("\r", "") == f"{HEAD}\n{ROW}\n\n"


def test_the_table_ends_with_the_daemon(daemon: Daemon) -> None:
    with closing(Terminal(*ours("aio_top", daemon.uri(), "0.05"))) as terminal:
        terminal.shows("│ test │ running │")
        daemon.kill()
        terminal.ends(1)
        said = terminal.text().replace("\r", "").splitlines()[-1]
        assert said.startswith("aio_top.py: the host is gone: ")
        assert "Traceback" not in terminal.text()


def test_the_lists_end_with_the_daemon(daemon: Daemon, tmp_path: Path) -> None:
    file = tmp_path / "list"
    with (
        file.open("wb") as output,
        started(*ours("aio_top", daemon.uri(), "1000000"), stdout=output) as program,
    ):
        wait_until(lambda: file.read_text().endswith("\n\n"), "it has looked")
        daemon.kill()
        error = error_of(program, 1)
    assert error == "aio_top.py: the host is gone: the connection is broken\n"
    assert file.read_text() == f"{HEAD}\n{ROW}\n\n"


def test_what_a_guest_uses(monkeypatch: pytest.MonkeyPatch) -> None:
    import aio_top

    def stats(scale: int) -> dict[str, int]:
        return {
            "state.state": 3,
            "cpu.time": scale * 10**9,
            "balloon.current": 2048,
            "block.count": 2,
            "block.0.rd.bytes": scale * 1024,
            "block.1.rd.bytes": scale * 1024,
            "block.1.wr.bytes": scale * 4096,
            "net.count": 1,
            "net.0.rx.bytes": scale * 2**20,
        }

    dom = Fake(get_name=lambda: "a-long-name", get_uuid_string=lambda: "uuid")
    answers = [[{"dom": dom, "data": stats(scale)}] for scale in (1, 3, 2)]
    # Gone for a look, it has no rates at the next one.
    answers += [[], [{"dom": dom, "data": stats(9)}]]

    async def get_all_domain_stats(*_arguments: object) -> object:
        return answers.pop(0)

    conn: Any = Fake(get_all_domain_stats=get_all_domain_stats)
    times = iter(range(0, 100, 2))
    monkeypatch.setattr(aio_top, "time", Fake(monotonic=lambda: next(times)))
    sampler = aio_top.Sampler(conn)
    nothing = ["0 KiB"] * 4
    seen = [[row.cells() for row in asyncio.run(sampler.look())] for _ in range(5)]
    assert seen == [
        [["a-long-name", "paused", "0.0%", "2 MiB", *nothing]],
        [["a-long-name", "paused", "100.0%", "2 MiB", "2 KiB", "4 KiB", "1 MiB", "0 KiB"]],
        # It was started anew, and counts from 0.
        [["a-long-name", "paused", "0.0%", "2 MiB", *nothing]],
        [],
        [["a-long-name", "paused", "0.0%", "2 MiB", *nothing]],
    ]


# aio_migrate -------------------------------------------------------------------------------


def test_why_each_guest_stays_stands_in_a_line() -> None:
    error = port("aio_migrate", TEST, TEST, "nobody", "test", "none", status=1)
    assert sorted(error.splitlines()) == [
        "nobody: Domain not found",
        "none: Domain not found",
        f"test: {UNSUPPORTED}virDomainMigrate3",
    ]


def test_a_bar_for_migrations_without_rich() -> None:
    command = without_rich("aio_migrate", TEST, TEST, "nobody")
    with closing(Terminal(*command)) as terminal:
        terminal.ends(1)
    assert terminal.text() == "nobody: Domain not found\r\n"


@pytest.fixture
def error() -> Error:
    """An error as libvirt gives it."""
    with Virt(uri=TEST) as conn, pytest.raises(Error) as caught:
        conn.get_domain_by_name("nobody")
    # Not the very one: its traceback leads to the connection, which would stay open with it.
    return copy.copy(caught.value)


class Moving:
    """A guest whose migration goes on until it is told to stop, and hears so only at last."""

    def __init__(self, error: Error, deaf: int) -> None:
        self._error, self._deaf = error, deaf
        self.told = 0
        self.begun, self._stopped = asyncio.Event(), asyncio.Event()

    async def get_job_info(self) -> dict[str, int]:
        return {"dataTotal": 0}

    async def migrate(self, *_arguments: object) -> None:
        self.begun.set()
        await self._stopped.wait()
        raise self._error

    async def abort_job(self) -> None:
        self.told += 1
        if self.told <= self._deaf:
            # There is no job yet.
            raise self._error
        self._stopped.set()


def test_a_migration_that_is_given_up_is_told_until_it_hears(error: Error) -> None:
    from aio_migrate import move

    complaints: list[object] = []

    async def give_up() -> Moving:
        asyncio.get_running_loop().set_exception_handler(
            lambda _loop, what: complaints.append(what)
        )
        dom: Any = Moving(error, deaf=2)
        target: Any = None
        bar: Any = None
        moving = asyncio.create_task(move(dom, target, 0, bar))
        await dom.begun.wait()
        moving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await moving
        assert asyncio.all_tasks() == {asyncio.current_task()}
        return dom  # type: ignore[no-any-return]

    assert asyncio.run(give_up()).told == 3
    assert complaints == []
