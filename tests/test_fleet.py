"""Many hosts for scripts without asyncio."""

from __future__ import annotations

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
from sysvirt.fleet import Fleet, HostDown, HostUp
from tests.hosts.daemon import Daemon

HERE = {"a": "test:///default", "b": "test:///default", "c": "test:///default"}


@pytest.fixture(autouse=True)
def still_loop() -> Iterator[None]:
    """Other tests turn libvirt's event loop themselves, so none of these leaves it turning."""
    yield
    turn.stop()


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
    together = threading.Barrier(3, timeout=30)
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
        result = fleet.map(lambda conn: going.wait(60), timeout=0.1)["a"]  # noqa: ARG005
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
    with pytest.raises(RuntimeError, match="enter it by with"):
        next(events)


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


def test_a_daemon_that_is_killed_and_comes_back(own_daemon: Daemon) -> None:
    with Fleet({"a": own_daemon.uri()}, backoff=(0.05, 0.1)) as fleet, fleet.events() as events:
        assert events.get() == HostUp("a")
        own_daemon.kill()
        assert isinstance(events.get(), HostDown)
        own_daemon.start()
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
    ("wanted", "error"),
    [({"function": 5}, TypeError), ({"hosts": "a"}, TypeError), ({"timeout": 0}, ValueError)],
)
def test_what_makes_no_sense_is_refused(wanted: Any, error: type[Exception]) -> None:
    (name,) = wanted
    with Fleet(HERE) as fleet:
        with pytest.raises(error, match=name):
            fleet.map(**{"function": Sys.Virt.get_type, **wanted})
        with pytest.raises(error, match=name):
            list(fleet.each(**{"function": Sys.Virt.get_type, **wanted}))


INTERRUPTED = """
import threading
from sysvirt.fleet import Fleet

going = threading.Event()
try:
    with Fleet({"a": "test:///default"}) as fleet:
        fleet.host("a")
        print("ready", flush=True)
        fleet.map(lambda conn: going.wait())
except KeyboardInterrupt:
    going.set()
    print("interrupted", threading.active_count() >= 1)
"""


def test_ctrl_c_ends_the_waiting() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=60)
    assert output.startswith("interrupted")
    assert process.returncode == 0


def test_importing_sysvirt_loads_none_of_it() -> None:
    code = "import sys, sysvirt; print('sysvirt.fleet' in sys.modules, 'asyncio' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)
    assert done.stdout == b"False False\n"
