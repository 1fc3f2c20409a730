"""The default event loop: timers, file handles, and what comes out of it."""

from __future__ import annotations

import gc
import os
import signal
import sys
import textwrap
import time
import weakref
from collections.abc import Iterator
from typing import Any

import pytest

from sysvirt import Error, Event, Sys
from sysvirt._libvirt.registration import held
from tests.loop import alone, settle, ticking, turn_until
from tests.patience import LONG


@pytest.fixture(autouse=True)
def _default() -> None:
    """The loop of this process; other loops are tried in processes of their own."""
    Event.register_default()


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What ``sys.unraisablehook`` is called with."""
    found: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", found.append)
    return found


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """The reading and the writing end of a pipe."""
    ends = os.pipe()
    yield ends
    for end in ends:
        os.close(end)


def test_names_and_functions() -> None:
    assert Sys.Virt.Event is Event
    assert (Event.HANDLE_READABLE, Event.HANDLE_HANGUP) == (1, 8)
    Event.register_default()
    assert Sys.Virt.Event.register_default() is None


def test_a_timer_ticks_until_it_is_removed() -> None:
    ticks: list[tuple[Any, ...]] = []
    timer = Event.add_timeout(1, lambda *values: ticks.append(values))
    assert type(timer) is int
    turn_until(lambda: len(ticks) >= 3)
    assert set(ticks) == {(timer,)}
    Event.remove_timeout(timer)
    count = len(ticks)
    settle()
    assert len(ticks) == count


def test_a_timer_may_stand_still_and_start_again() -> None:
    ticks: list[int] = []
    timer = Event.add_timeout(-1, ticks.append)
    settle()
    assert ticks == []
    Event.update_timeout(timer, 0)
    turn_until(lambda: ticks)
    Event.update_timeout(timer, -1)
    count = len(ticks)
    settle()
    assert len(ticks) == count
    Event.remove_timeout(timer)


def test_the_period_of_a_timer() -> None:
    ticks: list[int] = []
    timer = Event.add_timeout(60, ticks.append)
    before = time.monotonic()
    while not ticks:
        Event.run_default()
    assert time.monotonic() - before >= 0.059
    Event.remove_timeout(timer)


def test_opaque_of_the_manual_changes_nothing() -> None:
    ticks: list[tuple[Any, ...]] = []
    timer = Event.add_timeout(0, lambda *values: ticks.append(values), "opaque")
    turn_until(lambda: ticks)
    Event.remove_timeout(timer)
    assert ticks[0] == (timer,)


def test_a_watch_reports_what_comes(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    came: list[tuple[int, int, int]] = []

    def ready(watch: int, fd: int, events: int) -> None:
        came.append((watch, fd, events))
        if fd == reading:
            os.read(fd, 100)

    watch = Event.add_handle(reading, Event.HANDLE_READABLE, ready)
    settle()
    assert came == []
    os.write(writing, b"x")
    turn_until(lambda: came)
    assert came == [(watch, reading, Event.HANDLE_READABLE)]
    Event.update_handle(watch, 0)
    os.write(writing, b"x")
    settle()
    assert len(came) == 1
    Event.update_handle(watch, Event.HANDLE_READABLE)
    turn_until(lambda: len(came) == 2)
    Event.remove_handle(watch)
    os.write(writing, b"x")
    settle()
    assert len(came) == 2
    other = Event.add_handle(writing, Event.HANDLE_WRITABLE, ready)
    turn_until(lambda: len(came) == 3)
    assert came[2] == (other, writing, Event.HANDLE_WRITABLE)
    Event.remove_handle(other)


def test_a_callback_removes_itself(pipe: tuple[int, int]) -> None:
    ticks: list[int] = []

    def once(timer: int) -> None:
        ticks.append(timer)
        Event.remove_timeout(timer)

    def close(watch: int, _fd: int, _events: int) -> None:
        ticks.append(watch)
        Event.remove_handle(watch)

    Event.add_timeout(0, once)
    Event.add_handle(pipe[1], Event.HANDLE_WRITABLE, close)
    turn_until(lambda: len(ticks) >= 2)
    settle()
    assert len(ticks) == 2


@pytest.mark.parametrize(
    "remove", [Event.remove_handle, Event.remove_timeout], ids=["handle", "timeout"]
)
def test_what_is_not_there_is_an_error_without_a_code(remove: Any) -> None:
    with pytest.raises(Error):
        Sys.Virt.new(uri="test:///nowhere")
    # It isn't that older error, though libvirt still has it.
    with pytest.raises(Error) as caught:
        remove(10**6)
    assert (caught.value.code(), caught.value.message()) == (0, "Unknown problem")


def test_updating_what_is_not_there_does_no_harm() -> None:
    Event.update_handle(10**6, 1)
    Event.update_timeout(10**6, 1)


@pytest.mark.parametrize("kind", ["handle", "timeout"])
def test_a_removed_callback_is_freed_at_once(kind: str, pipe: tuple[int, int]) -> None:
    def callback(*_: int) -> None:
        """Nothing is to be done."""

    left = weakref.ref(callback)
    if kind == "handle":
        watch = Event.add_handle(pipe[0], 1, callback)
        Event.remove_handle(watch)
    else:
        Event.remove_timeout(Event.add_timeout(0, callback))
    del callback
    assert left() is None


def test_libvirt_gives_back_what_it_held() -> None:
    settle()
    before = len(held())
    for _ in range(20):
        Event.remove_timeout(Event.add_timeout(0, print))
    assert len(held()) >= before + 20
    settle()
    assert len(held()) <= before


def test_an_exception_is_reported_and_the_loop_goes_on(reports: list[Any]) -> None:
    def broken(_timer: int) -> None:
        raise ZeroDivisionError

    timer = Event.add_timeout(0, broken)
    turn_until(lambda: len(reports) >= 2)
    Event.remove_timeout(timer)
    assert reports[0].exc_type is ZeroDivisionError
    assert reports[0].object is broken


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
def test_what_ends_the_program_comes_out(kind: type[BaseException], reports: list[Any]) -> None:
    def ending(timer: int) -> None:
        Event.remove_timeout(timer)
        raise kind

    Event.add_timeout(0, ending)
    with pytest.raises(kind):
        turn_until(lambda: False)
    assert reports == []


def test_a_turn_inside_a_callback() -> None:
    came: list[str] = []

    def inner(timer: int) -> None:
        Event.remove_timeout(timer)
        came.append("inner")
        raise KeyboardInterrupt

    def outer(timer: int) -> None:
        Event.remove_timeout(timer)
        Event.add_timeout(0, inner)
        try:
            while "inner" not in came:
                Event.run_default()
        except KeyboardInterrupt:
            came.append("caught inside")

    Event.add_timeout(0, outer)
    turn_until(lambda: "caught inside" in came)
    assert came == ["inner", "caught inside"]


def test_a_signal_ends_the_waiting() -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        with pytest.raises(KeyboardInterrupt):
            wait_for_nothing()
    finally:
        signal.signal(signal.SIGALRM, before)


def wait_for_nothing() -> None:
    """Only a signal, which comes soon, can end this in time."""
    timer = Event.add_timeout(600_000, print)
    deadline = time.monotonic() + LONG
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        while time.monotonic() < deadline:
            Event.run_default()
    finally:
        Event.remove_timeout(timer)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: Event.add_handle("0", 0, print), "fd"),  # type: ignore[arg-type]
        (lambda: Event.add_handle(-1, 0, print), "fd"),
        (lambda: Event.add_handle(0, None, print), "events"),  # type: ignore[arg-type]
        (lambda: Event.add_handle(0, 0, None), "coderef"),  # type: ignore[arg-type]
        (lambda: Event.update_handle(None, 0), "watch"),  # type: ignore[arg-type]
        (lambda: Event.update_handle(1, -1), "events"),
        (lambda: Event.remove_handle("1"), "watch"),  # type: ignore[arg-type]
        (lambda: Event.add_timeout(0.5, print), "frequency"),  # type: ignore[arg-type]
        (lambda: Event.add_timeout(2**31, print), "frequency"),
        (lambda: Event.add_timeout(0, "print"), "coderef"),  # type: ignore[arg-type]
        (lambda: Event.update_timeout(None, 0), "timer"),  # type: ignore[arg-type]
        (lambda: Event.update_timeout(1, None), "frequency"),  # type: ignore[arg-type]
        (lambda: Event.remove_timeout(None), "timer"),  # type: ignore[arg-type]
        (lambda: Event.register("impl"), "impl"),  # type: ignore[arg-type]
    ],
)
def test_wrong_arguments_name_their_parameter(call: Any, name: str) -> None:
    with pytest.raises((TypeError, ValueError), match=rf"^{name} must"):
        call()


def test_another_loop_after_the_default_one_is_an_error() -> None:
    from tests.selector_loop import SelectorLoop

    with pytest.raises(Error) as caught:
        Event.register(SelectorLoop())
    assert caught.value.code() == Error.ERR_OPERATION_INVALID


#: Each way to ask for what only an event loop can do.
NEEDS_A_LOOP = {
    "run_default": "Event.run_default()",
    "add_timeout": "Event.add_timeout(0, print)",
    "add_handle": "Event.add_handle(0, 0, print)",
    "domain_event_register": "conn.domain_event_register(print)",
    "domain_event_register_any": "conn.domain_event_register_any(None, 0, print)",
    "network_event_register_any": "conn.network_event_register_any(None, 0, print)",
    "storage_pool_event_register_any": "conn.storage_pool_event_register_any(None, 0, print)",
    "node_device_event_register_any": "conn.node_device_event_register_any(None, 0, print)",
    "add_callback": "stream.add_callback(Sys.Virt.Stream.EVENT_READABLE, print)",
}

FAIL = """
    from sysvirt import Error, Event, Sys
    conn = Sys.Virt.new(uri="test:///default")
    stream = conn.new_stream(Sys.Virt.Stream.NONBLOCK)
    conn.get_domain_by_name("test").screenshot(stream, 0)
    try:
        {call}
    except Error as error:
        print(error.code() == Error.ERR_OPERATION_INVALID, error.domain() == Error.FROM_EVENT)
        print(error.message())
    else:
        print("nothing raised")
"""


@pytest.mark.parametrize("call", NEEDS_A_LOOP.values(), ids=NEEDS_A_LOOP)
def test_without_a_loop_everything_says_the_same_plain_words(call: str) -> None:
    done = alone(FAIL.format(call=call))
    words = "the process has no event loop, Sys.Virt.Event.register_default() makes one"
    assert done.stdout == f"True True\nRequested operation is not valid: {words}\n", done.stderr
    assert (done.returncode, done.stderr) == (0, "")


def test_what_is_closed_is_refused_for_that_without_a_loop() -> None:
    call = "conn.close(); conn.domain_event_register_any(None, 0, print)"
    assert "the connection is closed" in alone(FAIL.format(call=call)).stdout


#: A loop of asyncio's, and one that only pretends.
FOREIGN = {
    "libvirtaio": """
        import asyncio, libvirtaio
        async def register():
            libvirtaio.virEventRegisterAsyncIOImpl()
        asyncio.run(register())
    """,
    "virEventRegisterImpl": """
        import libvirt
        libvirt.virEventRegisterImpl(*[lambda *values: 1] * 6)
    """,
}


@pytest.mark.parametrize("foreign", FOREIGN.values(), ids=FOREIGN)
@pytest.mark.parametrize("first", ["sysvirt", "the loop"])
def test_a_loop_that_others_have_registered_is_not_the_default_one(
    foreign: str, first: str
) -> None:
    setup = textwrap.dedent(foreign)
    asked = textwrap.dedent("""
        from sysvirt import Error, Event
        for call in (Event.register_default, Event.run_default, Event.register_default):
            try:
                call()
            except Error as error:
                print(error.code() == Error.ERR_OPERATION_INVALID, error.message())
    """)
    done = alone("import sysvirt\n" * (first == "sysvirt") + setup + asked)
    words = "Requested operation is not valid: the event loop of the process is another one"
    assert done.stdout == f"True {words}\n" * 3, done.stderr
    assert done.returncode == 0


def test_the_default_loop_that_libvirt_python_has_registered_is_ours() -> None:
    done = alone("""
        import libvirt
        libvirt.virEventRegisterDefaultImpl()
        from sysvirt import Event
        ticks = []
        Event.add_timeout(1, ticks.append)
        while not ticks:
            Event.run_default()
        Event.register_default()
        print("well")
    """)
    assert (done.stdout, done.returncode) == ("well\n", 0), done.stderr


def test_the_default_loop_is_ours_while_another_thread_turns_it() -> None:
    done = alone("""
        import threading
        import libvirt
        libvirt.virEventRegisterDefaultImpl()
        def turn():
            while True:
                libvirt.virEventRunDefaultImpl()
        threading.Thread(target=turn, daemon=True).start()
        from sysvirt import Event
        for _ in range(20):
            Event.register_default()
        print("well")
    """)
    assert (done.stdout, done.returncode) == ("well\n", 0), done.stderr


def test_importing_loads_neither_ctypes_nor_asyncio() -> None:
    done = alone("""
        import sys
        import sysvirt
        heavy = {"asyncio", "ctypes", "attrs", "threading"}
        if sys.version_info >= (3, 14):
            # There Python itself imports them, for any structure of C's.
            heavy -= {"ctypes", "threading"}
        print(sorted(heavy & sys.modules.keys()))
        from sysvirt import Event
        Event.register_default()
        print("asyncio" in sys.modules)
    """)
    assert done.stdout == "[]\nFalse\n", done.stderr


def test_a_process_ends_well_with_callbacks_and_a_thread_in_the_loop() -> None:
    done = alone("""
        import threading, time
        from sysvirt import Domain, Sys
        Sys.Virt.Event.register_default()
        conn = Sys.Virt.new(uri="test:///default")
        dom = conn.get_domain_by_name("test")
        came = threading.Event()
        conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, lambda *_: came.set())
        conn.register_close_callback(print)
        Sys.Virt.Event.add_timeout(1, lambda timer: None)
        def turn():
            while True:
                Sys.Virt.Event.run_default()
        threading.Thread(target=turn, daemon=True).start()
        dom.suspend()
        assert came.wait(600)
        print("ends")
    """)
    assert (done.stdout, done.returncode) == ("ends\n", 0), done.stderr


def test_collecting_garbage_does_not_take_a_registered_callback() -> None:
    ticks: list[int] = []
    timer = Event.add_timeout(0, ticks.append)
    gc.collect()
    turn_until(lambda: ticks)
    Event.remove_timeout(timer)
    with ticking():
        Event.run_default()
