"""What a user's callback raises: where it is reported, where it comes out."""

from __future__ import annotations

import contextlib
import gc
import sys
import threading
import weakref
from typing import Any

import pytest

from sysvirt._libvirt.callbacks import LoopTurn, call_back
from sysvirt._libvirt.callbacks import report as send_report
from tests.campaign import often, run
from tests.hosts.daemon import Daemon


class Broken(Exception):
    """What a callback raises here."""


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What ``sys.unraisablehook`` is called with."""
    found: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", found.append)
    return found


def breaking(error: BaseException) -> Any:
    def callback(*_: object) -> None:
        raise error

    return callback


def test_the_result_comes_back(reports: list[Any]) -> None:
    assert call_back(lambda *values: values, 1, "a") == (1, "a")
    assert reports == []


def test_an_exception_is_reported_with_its_callback(reports: list[Any]) -> None:
    error = Broken("why")
    callback = breaking(error)
    assert call_back(callback, 1) is None
    (report,) = reports
    assert report.exc_value is error
    assert report.exc_type is Broken
    assert report.exc_traceback is error.__traceback__
    assert report.object is callback
    assert report.err_msg == "Exception ignored in a callback"


def test_a_report_may_blame_another_object_even_an_empty_one(reports: list[Any]) -> None:
    blamed: list[int] = []
    call_back(breaking(Broken()), blame=blamed)
    assert reports[0].object is blamed


def test_pythons_own_hook_prints_the_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "unraisablehook", sys.__unraisablehook__)
    send_report(Broken("why"), "that one")
    assert capsys.readouterr().err == (
        "Exception ignored in a callback: 'that one'\ntests._libvirt.test_callbacks.Broken: why\n"
    )


def test_a_hook_that_breaks_harms_nobody(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "unraisablehook", breaking(ValueError()))
    call_back(breaking(Broken("why")))
    assert "Broken: why" in capsys.readouterr().err


def turn_with(*errors: BaseException) -> None:
    """A turn with callbacks that raise; each of them is called."""
    called = 0

    def turn() -> None:
        nonlocal called
        for error in errors:
            call_back(breaking(error))
            called += 1

    try:
        LoopTurn().run(turn)
    finally:
        assert called == len(errors)


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_what_ends_a_program_comes_out_of_the_turn(
    kind: type[BaseException], reports: list[Any]
) -> None:
    error = kind()
    with pytest.raises(kind) as caught:
        turn_with(error)
    assert caught.value is error
    assert reports == []


def test_a_hook_may_end_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "unraisablehook", breaking(SystemExit(4)))
    with pytest.raises(SystemExit) as caught:
        turn_with(Broken("why"))
    assert caught.value.code == 4
    with pytest.raises(SystemExit):
        call_back(breaking(Broken("nowhere")))
    assert capsys.readouterr().err.endswith("Broken: nowhere\n")


def test_only_the_first_of_a_turn_comes_out(reports: list[Any]) -> None:
    second = SystemExit(2)
    with pytest.raises(KeyboardInterrupt):
        turn_with(KeyboardInterrupt(), second)
    assert [report.exc_value for report in reports] == [second]


def test_it_comes_out_of_the_innermost_turn(reports: list[Any]) -> None:
    def turn() -> None:
        with pytest.raises(KeyboardInterrupt):
            turn_with(KeyboardInterrupt())
        call_back(breaking(Broken()))

    LoopTurn().run(turn)
    assert len(reports) == 1


def test_without_a_turn_it_is_reported(reports: list[Any]) -> None:
    LoopTurn().run(len, ())
    call_back(breaking(SystemExit(3)))
    assert reports[0].exc_type is SystemExit


def test_a_turn_is_its_threads_own(reports: list[Any]) -> None:
    def elsewhere() -> None:
        call_back(breaking(SystemExit(1)))

    def turn() -> None:
        thread = threading.Thread(target=elsewhere)
        thread.start()
        thread.join()

    LoopTurn().run(turn)
    assert reports[0].exc_type is SystemExit


def test_what_came_out_leaves_no_circle() -> None:
    class Local:
        pass

    local = Local()
    gone = weakref.ref(local)
    gc.disable()
    try:
        _turn_with(local)
        del local
        assert gone() is None
    finally:
        gc.enable()


def _turn_with(local: object) -> None:
    def callback() -> None:
        assert local
        raise KeyboardInterrupt

    with contextlib.suppress(KeyboardInterrupt):
        LoopTurn().run(call_back, callback)


# Ctrl-C at any moment ------------------------------------------------------------------------


class Freed:
    """What raises when it is freed: Python reports that by its hook, as a signal there."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __del__(self) -> None:
        raise self.error


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
def test_what_nobody_could_catch_comes_out_of_the_turn(
    kind: type[BaseException], reports: list[Any]
) -> None:
    ours = sys.unraisablehook
    with pytest.raises(kind):
        LoopTurn().run([Freed(kind())].clear)
    assert reports == []
    assert sys.unraisablehook is ours


def test_other_reports_go_to_the_programs_own_hook(reports: list[Any]) -> None:
    error = Broken()
    LoopTurn().run([Freed(error)].clear)
    assert [report.exc_value for report in reports] == [error]


def test_the_hooks_are_the_programs_own_afterwards() -> None:
    hooks = sys.unraisablehook, sys.excepthook
    for function in (breaking(Broken()), breaking(KeyboardInterrupt()), lambda: None):
        with contextlib.suppress(Broken, KeyboardInterrupt):
            LoopTurn().run(function)
        assert (sys.unraisablehook, sys.excepthook) == hooks


def test_a_hook_that_a_callback_sets_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    mine: list[Any] = []

    def set_it() -> None:
        sys.unraisablehook = mine.append

    LoopTurn().run(set_it)
    call_back(breaking(Broken()))
    assert len(mine) == 1


def test_in_another_thread_the_hooks_are_left_alone() -> None:
    hooks = [sys.unraisablehook, sys.excepthook]
    seen: list[Any] = []
    thread = threading.Thread(
        target=lambda: LoopTurn().run(lambda: seen.extend([sys.unraisablehook, sys.excepthook]))
    )
    thread.start()
    thread.join()
    assert seen == hooks


#: Ctrl-C again and again, at moments that nobody chooses, while a loop turns or calls are made. It
#: prints whether each came out once, whether anything was done, and how long the slowest took.
INTERRUPTED = """
import os, random, select, signal, sys, threading, time
from sysvirt import Error, Event, Sys
from tests.selector_loop import SelectorLoop

uri, kind, number, seed = *sys.argv[1:3], int(sys.argv[3]), sys.argv[4]
if kind == "EventImpl":
    loop = SelectorLoop()
    Event.register(loop)
    turn = loop.turn
else:
    Event.register_default()
    turn = Event.run_default
conn = Sys.Virt.new(uri=uri)
dom = conn.get_domain_by_name("test")
hooks = sys.unraisablehook, sys.excepthook
ready, writing = os.pipe()
os.write(writing, b"x")
calls = 0

def called(*_):
    global calls
    calls += 1

def make_objects():
    "All of them are freed at once."
    conn.list_all_domains()
    conn.get_domain_by_name("test").get_info()
    conn.list_all_networks()[0].get_name()
    conn.new_stream()
    try:
        conn.get_domain_by_name("nobody")
    except Error:
        called()

if kind == "handles":
    Event.add_handle(ready, Event.HANDLE_READABLE, called)
elif kind == "events":
    conn.domain_event_register_any(None, Sys.Virt.Domain.EVENT_ID_LIFECYCLE, called)
elif kind == "lifecycle events":
    conn.domain_event_register(called)
elif kind == "calls":
    turn = make_objects
if "events" in kind:
    def touch(*_):
        for change in (dom.resume, dom.suspend):
            try:
                change()
            except Error:
                pass
    Event.add_timeout(1, touch)
Event.add_timeout(0 if kind == "timers" else 1, called)

sent = seen = 0
slowest = moment = 0.0
# Each byte asks for one.
asked, asking = os.pipe()
is_over = False

def send():
    global sent, moment, is_over
    chance = random.Random(seed)
    for _ in range(number):
        # The last one was lost.
        if not select.select([asked], [], [], 600)[0]:
            break
        os.read(asked, 1)
        time.sleep(chance.random() / 300)
        sent += 1
        moment = time.monotonic()
        os.kill(os.getpid(), signal.SIGINT)
    select.select([asked], [], [], 600)
    is_over = True

threading.Thread(target=send, daemon=True).start()
while not is_over:
    try:
        os.write(asking, b"x")
        while not is_over:
            turn()
    except KeyboardInterrupt:
        slowest = max(slowest, time.monotonic() - moment)
        seen += 1
assert (sys.unraisablehook, sys.excepthook) == hooks
print(seen == sent == number, calls > 0, slowest)
sys.stdout.flush()
os._exit(0)
"""

KINDS = ("timers", "handles", "events", "lifecycle events", "EventImpl", "calls")


@pytest.mark.parametrize("kind", KINDS)
def test_campaign_of_interrupts(kind: str, daemon: Daemon) -> None:
    printed = run(INTERRUPTED, daemon.uri(), kind, often(50, 1000), 1)
    assert printed.startswith("True True ")
