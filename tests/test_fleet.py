"""Many hosts for scripts without asyncio."""

from __future__ import annotations

import asyncio
import gc
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest

import sysvirt
from sysvirt import Domain, Error, NodeDevice, Sys, Virt
from sysvirt.aio._events.loop_thread import turn
from sysvirt.aio._fleet import feed
from sysvirt.fleet import Fleet, HostDown, HostUp
from tests.hosts import wait_until
from tests.hosts.crowd import Crowd
from tests.hosts.daemon import Daemon
from tests.patience import LONG

HERE = {"a": "test:///default", "b": "test:///default", "c": "test:///default"}


@pytest.fixture(autouse=True)
def still_loop() -> Iterator[None]:
    """Other tests turn libvirt's event loop themselves, so none of these leaves it turning."""
    yield
    turn.stop()


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who enters events finds them registered on all hosts that are up, however busy they are."""
    monkeypatch.setattr(feed, "GRACE", LONG)


def test_functions_get_ordinary_connections() -> None:
    def names(conn: Virt) -> list[str]:
        assert type(conn) is sysvirt.Virt
        return [dom.get_name() for dom in conn.list_domains()]

    with Fleet(HERE) as fleet:
        assert {each.host: each.value for each in fleet.each(names)} == {
            host: ["test"] for host in HERE
        }
        assert [each.unwrap() for each in fleet.map(names, hosts=["b"]).values()] == [["test"]]


def test_functions_of_several_hosts_run_at_one_time() -> None:
    together = threading.Barrier(3, timeout=LONG)
    with Fleet(HERE) as fleet:
        assert all(each.ok for each in fleet.each(lambda conn: together.wait()))  # noqa: ARG005


def test_what_goes_wrong_is_a_result() -> None:
    with Fleet({**HERE, "bad": "nonsense:///"}) as fleet:
        results = fleet.map(lambda conn: conn.get_domain_by_name("nobody"))
        assert [type(each.error).__name__ for each in results.values()][:3] == ["NotFoundError"] * 3
        assert isinstance(results["bad"].error, Error)
        with pytest.raises(Error):
            fleet.host("bad")


def test_a_function_that_takes_too_long() -> None:
    going = threading.Event()
    with Fleet({"a": "test:///default"}) as fleet:
        result = fleet.map(lambda conn: going.wait(LONG), timeout=0.1)["a"]  # noqa: ARG005
        assert isinstance(result.error, TimeoutError)
        going.set()


def test_whoever_has_enough_may_leave() -> None:
    with Fleet(HERE) as fleet:
        for result in fleet.each(Sys.Virt.get_type):
            assert result.value == "TEST"
            break
        assert len(fleet.map(Sys.Virt.get_type)) == 3


def test_hosts_states_and_statistics() -> None:
    steps: list[tuple[int, int]] = []
    with Fleet({"a": "test:///default"}, readonly=True) as fleet:
        fleet.add("b", "test:///default")
        fleet.map(Sys.Virt.get_type, progress=lambda *step: steps.append(step))
        assert {name: each.state for name, each in fleet.states().items()} == {"a": "up", "b": "up"}
        assert steps == [(1, 2), (2, 2)]
        fleet.remove("a")
        ((found),) = fleet.stats(Domain.STATS_STATE)["b"].unwrap()
        assert type(found["dom"]) is sysvirt.Domain
        assert found["data"]["state.state"] == Domain.STATE_RUNNING
        assert type(fleet.host("b")) is sysvirt.Virt


def test_events_with_ordinary_objects() -> None:
    with Fleet({"a": "test:///default"}) as fleet, fleet.events() as events:
        assert next(events) == HostUp("a")
        dom = fleet.host("a").get_domain_by_name("test")
        (dom.suspend if dom.get_state()[0] == Domain.STATE_RUNNING else dom.resume)()
        for event in events:
            assert isinstance(event, tuple)
            host, dom, what, _ = event
            assert (host, dom.get_name()) == ("a", "test")
            assert what in (Domain.EVENT_SUSPENDED, Domain.EVENT_RESUMED)
            assert type(dom) is sysvirt.Domain
            break
        with pytest.raises(TimeoutError):
            events.get(timeout=0.01)
        fleet.remove("a")
        assert isinstance(events.get(), HostDown)
    assert next(events, None) is None
    with pytest.raises(Error, match="closed"):
        events.get()


@pytest.mark.usefixtures("patient")
def test_events_of_another_class_and_an_overflow() -> None:
    with Fleet({"a": "test:///default"}) as fleet:
        with fleet.events(NodeDevice) as events:
            assert events.get() == HostUp("a")
        with fleet.events(maxsize=1, overflow="drop") as events:
            dom = fleet.host("a").get_domain_by_name("test")
            # It is as another test has left it.
            calls = [dom.suspend, dom.resume]
            for call in calls if dom.get_state()[0] == Domain.STATE_RUNNING else calls[::-1]:
                call()
            while events.lost < 2:
                pass
            assert isinstance(events.get(), tuple)


def test_a_daemon_that_is_killed_and_comes_back(daemon: Daemon) -> None:
    with Fleet({"a": daemon.uri()}, backoff=(0.05, 0.1)) as fleet, fleet.events() as events:
        assert events.get() == HostUp("a")
        daemon.kill()
        assert isinstance(events.get(), HostDown)
        daemon.start()
        while events.get() != HostUp("a"):
            pass
        assert fleet.map(lambda conn: len(conn.list_all_domains()))["a"].value == 1


def test_it_has_to_be_entered() -> None:
    fleet = Fleet(HERE)
    for use in (
        lambda: fleet.map(Sys.Virt.get_type),
        lambda: fleet.each(Sys.Virt.get_type),
        fleet.states,
        lambda: fleet.host("a"),
        lambda: fleet.remove("a"),
    ):
        with pytest.raises(RuntimeError, match="enter it by with"):
            use()
    with fleet, pytest.raises(RuntimeError, match="open already"):
        fleet.__enter__()


@pytest.mark.parametrize(
    ("wanted", "error", "words"),
    [
        ({"function": 5}, TypeError, "function must be callable"),
        ({"hosts": "a"}, TypeError, "hosts must be an iterable of names"),
        ({"hosts": ["a", 5]}, TypeError, "a name in hosts must be a str"),
        ({"hosts": ["nobody"]}, ValueError, "host 'nobody' is not in the fleet"),
        ({"timeout": 0}, ValueError, "timeout must be above 0"),
        ({"timeout": "5"}, TypeError, "timeout must be a number"),
        ({"progress": 5}, TypeError, "progress must be callable"),
    ],
)
def test_what_makes_no_sense_is_refused_before_any_is_asked(
    wanted: dict[str, Any], error: type[Exception], words: str
) -> None:
    asked: list[Virt] = []
    keywords: dict[str, Any] = {"function": asked.append, **wanted}
    with Fleet(HERE) as fleet:
        with pytest.raises(error, match=words):
            fleet.map(**keywords)
        # Without a step, too.
        with pytest.raises(error, match=words):
            fleet.each(**keywords)
    assert asked == []


@pytest.mark.parametrize(
    ("method", "wanted", "error", "words"),
    [
        ("add", {"host": 5, "uri": "test:///default"}, TypeError, "host must be a str"),
        ("add", {"host": "d", "uri": 5}, TypeError, "uri must be a str or a mapping"),
        ("add", {"host": "a", "uri": "test:///default"}, ValueError, "'a' is in the fleet already"),
        ("remove", {"host": 5}, TypeError, "host must be a str"),
        ("host", {"host": "d"}, ValueError, "'d' is not in the fleet"),
        ("stats", {"stats": "x"}, TypeError, "stats must be an int"),
        ("stats", {"flags": "x"}, TypeError, "flags must be an int"),
        ("stats", {"timeout": -1}, ValueError, "timeout must be above 0"),
        ("events", {"cls": []}, ValueError, "cls must be one of Domain, Network"),
        ("events", {"cls": int}, ValueError, "cls must be one of"),
        ("events", {"event": "x"}, TypeError, "event must be an int"),
        ("events", {"maxsize": 0}, ValueError, "maxsize must be at least 1"),
        ("events", {"overflow": "ignore"}, ValueError, "overflow must be 'raise' or 'drop'"),
    ],
)
def test_wrong_values_of_every_parameter(
    method: str, wanted: dict[str, Any], error: type[Exception], words: str
) -> None:
    with Fleet(HERE) as fleet:
        with pytest.raises(error, match=words):
            getattr(fleet, method)(**wanted)
        assert list(fleet.states()) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("wanted", "error", "words"),
    [
        ({"hosts": 5}, TypeError, "hosts"),
        ({"hosts": {"a": 5}}, TypeError, r"hosts\['a'\]"),
        ({"readonly": "x"}, TypeError, "readonly"),
        ({"at_once": 0}, ValueError, "at_once"),
        ({"open_timeout": 0}, ValueError, "open_timeout"),
        ({"timeout": None}, TypeError, "timeout"),
        ({"keep_alive": 5}, TypeError, "keep_alive"),
        ({"backoff": (2, 1)}, ValueError, "backoff"),
    ],
)
def test_a_fleet_that_makes_no_sense(
    wanted: dict[str, Any], error: type[Exception], words: str
) -> None:
    keywords: dict[str, Any] = {"hosts": HERE, **wanted}
    with pytest.raises(error, match=words):
        Fleet(**keywords)


def test_asking_and_never_looking_asks_nobody(recwarn: pytest.WarningsRecorder) -> None:
    asked: list[Virt] = []
    with Fleet(HERE) as fleet:
        fleet.each(asked.append)
    gc.collect()
    assert asked == []
    assert [str(each.message) for each in recwarn] == []


class Own(BaseException):
    """What no ``except Exception`` catches."""


@pytest.mark.parametrize("kind", [SystemExit, KeyboardInterrupt, Own])
def test_what_is_more_than_an_exception_comes_out(kind: type[BaseException]) -> None:
    def fail(conn: Virt) -> None:
        raise kind(conn.get_type())

    def progress(done: int, total: int) -> None:
        raise kind(f"{done} of {total}")

    with Fleet(HERE) as fleet:
        with pytest.raises(kind, match="TEST"):
            fleet.map(fail)
        with pytest.raises(kind, match="TEST"):
            next(fleet.each(fail))
        with pytest.raises(kind, match="1 of 3"):
            fleet.map(Sys.Virt.get_type, progress=progress)
        # Its thread goes on.
        assert len(fleet.map(Sys.Virt.get_type)) == 3


def test_what_the_progress_raises_comes_out_after_what_was_there() -> None:
    def progress(done: int, total: int) -> None:
        if done == 2:
            raise KeyError(total)

    with Fleet(HERE) as fleet:
        asked = fleet.each(Sys.Virt.get_type, progress=progress)
        assert next(asked).value == "TEST"
        with pytest.raises(KeyError):
            next(asked)


def test_a_coroutine_function_is_told_from_an_ordinary_one() -> None:
    async def look(conn: Virt) -> None:
        pass

    with Fleet(HERE) as fleet:
        for result in fleet.each(look):
            assert isinstance(result.error, TypeError)
            assert str(result.error).startswith("function must be an ordinary one")


def test_the_progress_can_not_use_the_fleet() -> None:
    def progress(done: int, total: int) -> None:  # noqa: ARG001
        fleet.states()

    with Fleet(HERE) as fleet:
        with pytest.raises(RuntimeError, match="can't wait for itself"):
            fleet.map(Sys.Virt.get_type, progress=progress)
        assert len(fleet.map(Sys.Virt.get_type)) == 3


def test_a_function_can_use_the_fleet() -> None:
    def look(conn: Virt) -> tuple[int, str]:  # noqa: ARG001
        return len(fleet.map(Sys.Virt.get_type)), fleet.host("c").get_type()

    with Fleet(HERE, at_once=1) as fleet:
        assert {each.value for each in fleet.each(look)} == {(3, "TEST")}


def test_results_that_are_read_after_the_end() -> None:
    going = threading.Event()
    with Fleet(HERE) as fleet:
        quick = fleet.host("b")
        asked = fleet.each(lambda conn: conn is quick or going.wait())
        assert next(asked).host == "b"
    rest = list(asked)
    going.set()
    assert sorted(each.host for each in rest) == ["a", "c"]
    assert all(isinstance(each.error, ConnectionError) for each in rest)


@pytest.mark.usefixtures("patient")
def test_the_end_wakes_other_threads() -> None:
    going = threading.Event()
    found: dict[str, Any] = {}

    def watch() -> None:
        with fleet.events() as events:
            watching.set()
            found["events"] = [type(event) for event in events]

    def hang(conn: Virt) -> None:  # noqa: ARG001
        asking.set()
        going.wait()

    def sweep() -> None:
        found["sweep"] = fleet.map(hang)

    watching, asking = threading.Event(), threading.Event()
    others = [threading.Thread(target=each) for each in (watch, sweep)]
    with Fleet({"a": "test:///default"}) as fleet:
        fleet.host("a")
        for each in others:
            each.start()
        watching.wait(LONG)
        asking.wait(LONG)
    for each in others:
        each.join(LONG)
        assert not each.is_alive()
    going.set()
    assert found["events"] == [HostUp]
    assert isinstance(found["sweep"]["a"].error, ConnectionError)


def test_events_that_are_left_after_their_fleet() -> None:
    with Fleet({"a": "test:///default"}) as fleet:
        fleet.host("a")
        events = fleet.events()
        with pytest.raises(RuntimeError, match="enter them"):
            next(events)
        events.__enter__()
    assert list(events) == []
    with pytest.raises(Error, match="closed"):
        events.get(1)
    events.__exit__(None, None, None)


def threads() -> set[threading.Thread]:
    """All threads but that of libvirt's loop, which stays."""
    return {each for each in threading.enumerate() if "events" not in each.name}


def test_no_thread_is_left() -> None:
    before = threads()
    for _ in range(3):
        with Fleet(HERE) as fleet, fleet.events():
            fleet.map(Sys.Virt.get_type)
            next(fleet.each(Sys.Virt.get_type))
    wait_until(lambda: threads() <= before, "all have ended")


def test_two_at_one_time_and_one_after_the_other() -> None:
    with Fleet(HERE) as one, Fleet(HERE) as other:
        assert one.host("a") is not other.host("a")
        one.remove("a")
        assert sorted(other.map(Sys.Virt.get_type)) == ["a", "b", "c"]
    with one:
        assert sorted(one.map(Sys.Virt.get_type)) == ["a", "b", "c"]
    one.__exit__(None, None, None)


def test_inside_a_loop_that_runs() -> None:
    async def main() -> int:
        with Fleet(HERE) as fleet, fleet.events() as events:
            next(events)
            return len(fleet.map(Sys.Virt.get_type))

    assert asyncio.run(main()) == 3


def test_dropped_open_it_says_so_and_ends() -> None:
    before = threads()
    fleet = Fleet(HERE).__enter__()
    assert len(fleet.map(Sys.Virt.get_type)) == 3
    with pytest.warns(ResourceWarning, match="was never left"):
        del fleet
    wait_until(lambda: threads() <= before, "all have ended")


def test_many_sweeps_leave_nothing_behind() -> None:
    def sweep(number: int) -> None:
        for _ in range(number):
            fleet.map(Sys.Virt.get_type)
            next(fleet.each(lambda conn: conn.get_domain_by_name("nobody")))
            with pytest.raises(ValueError, match="nobody"):
                fleet.host("nobody")

    def objects() -> int:
        gc.collect()
        # Libvirt's latest errors, a thousand, are kept.
        return sum(type(each) is not Exception for each in gc.get_objects())

    with Fleet(HERE) as fleet:
        sweep(20)
        before = objects()
        sweep(300)
        # A single object of each sweep would be 300.
        assert objects() - before < 250


def play(program: str, *arguments: str, number: int | None = None) -> tuple[str, str, int]:
    """What a program says, and its status; when it is "ready" it gets a signal."""
    with subprocess.Popen(
        [sys.executable, "-W", "default", "-c", program, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        if number is not None:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            process.send_signal(number)
        try:
            output, error = process.communicate(timeout=LONG)
        finally:
            # Where it hangs, that is what the test says.
            process.kill()
    return output, error, process.returncode


INTERRUPTED = """
import sys, threading
from sysvirt.fleet import Fleet

going = threading.Event()

def hang(conn):
    if conn is last:
        print("ready", flush=True)
    going.wait()

def wait():
    if sys.argv[1] == "map":
        fleet.map(hang, timeout=3600)
    elif sys.argv[1] == "each":
        list(fleet.each(hang, timeout=3600))
    else:
        with fleet.events() as events:
            for host in "ab":
                next(events)
            print("ready", flush=True)
            events.get()

try:
    with Fleet({"a": "test:///default", "b": "test:///default"}) as fleet:
        fleet.host("a")
        last = fleet.host("b")
        wait()
except KeyboardInterrupt:
    print("interrupted", "sysvirt.fleet" in [each.name for each in threading.enumerate()])
"""


@pytest.mark.parametrize("what", ["map", "each", "events"])
def test_ctrl_c_ends_the_waiting(what: str) -> None:
    assert play(INTERRUPTED, what, number=signal.SIGINT) == ("interrupted False\n", "", 0)


HUNG = """
import sys
from sysvirt.fleet import Fleet

hosts = dict(each.split("=", 1) for each in sys.argv[1:])
try:
    with Fleet(hosts, keep_alive=None, timeout=3600, open_timeout=3600) as fleet:
        fleet.host("host000")
        print("ready", flush=True)
        fleet.map(lambda conn: conn.list_all_domains())
except KeyboardInterrupt:
    print("interrupted")
"""


def test_ctrl_c_while_hosts_hang(daemon: Daemon) -> None:
    with Crowd(daemon.socket, 5) as crowd:
        # They hang when they are opened, and for ever.
        crowd.hang("host001", "host002")
        hosts = [f"{name}={uri}" for name, uri in crowd.uris.items()]
        assert play(HUNG, *hosts, number=signal.SIGINT) == ("interrupted\n", "", 0)


LEFT_OPEN = """
import threading
from sysvirt.fleet import Fleet

fleet = Fleet({"a": "test:///default", "b": "test:///default"}).__enter__()
fleet.host("a")
events = fleet.events().__enter__()
asked = threading.Event()

def hang(conn):
    asked.set()
    threading.Event().wait()

threading.Thread(target=fleet.map, args=(hang,), daemon=True).start()
asked.wait()
"""


def test_the_interpreter_ends_with_a_fleet_that_is_open() -> None:
    assert play(LEFT_OPEN) == ("", "", 0)


FORKED = """
import os, sys, warnings
from sysvirt.fleet import Fleet

warnings.simplefilter("ignore", DeprecationWarning)
HERE = {"a": "test:///default", "b": "test:///default"}

def refused(use):
    try:
        use()
    except RuntimeError as error:
        return "belongs to the parent process" in str(error)

def child():
    uses = [fleet.states, lambda: fleet.map(len), lambda: fleet.each(len), lambda: next(events),
            lambda: fleet.host("a"), lambda: fleet.remove("a"), lambda: events.get(1)]
    with Fleet(HERE) as own:
        return all(map(refused, uses)) and len(own.map(lambda conn: conn.get_type())) == 2

with Fleet(HERE) as fleet, fleet.events() as events:
    next(events)
    pid = os.fork()
    if not pid:
        # It leaves both blocks, as any code does.
        sys.exit(0 if child() else 1)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
    print([each.value for each in fleet.map(lambda conn: conn.get_type()).values()])
"""


def test_a_child_process_has_none_of_it() -> None:
    assert play(FORKED) == ("0\n['TEST', 'TEST']\n", "", 0)


def test_importing_sysvirt_loads_none_of_it() -> None:
    code = "import sys, sysvirt; print('sysvirt.fleet' in sys.modules, 'asyncio' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)
    assert done.stdout == b"False False\n"
