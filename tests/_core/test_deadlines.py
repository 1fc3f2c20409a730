"""Deadlines: what comes due is done, again until it is over, and nothing that was cancelled."""

from __future__ import annotations

import gc
import os
import threading
import weakref
from functools import partial

from sysvirt._core.deadlines import Deadline
from tests.patience import LONG

SOON, NEVER = 0.05, 3600.0


class Thing:
    """Something that a deadline is about."""

    def act(self) -> bool:
        """Act, and say that this was all."""
        return True


def test_what_comes_due_is_done_until_it_is_over() -> None:
    done = threading.Event()
    calls: list[int] = []

    def act() -> bool:
        calls.append(1)
        if len(calls) == 3:
            done.set()
        return len(calls) == 3

    deadline = Deadline(SOON, act)
    deadline.start()
    assert done.wait(LONG)
    assert deadline.cancel()
    assert len(calls) == 3


def test_what_was_cancelled_is_not_done() -> None:
    calls: list[bool] = []
    passed = 0
    for _ in range(100):
        deadline = Deadline(SOON, partial(note, calls))
        deadline.start()
        # On a busy machine one may have come before.
        passed += deadline.cancel()
        assert not deadline.cancel()
    assert passed < 100
    wait_for_another()
    assert len(calls) <= passed


def test_a_nearer_one_does_not_wait_for_a_later_one() -> None:
    later = Deadline(NEVER, lambda: True)
    later.start()
    wait_for_another()
    assert not later.cancel()


def test_the_end_of_time_may_come() -> None:
    Deadline(1e300, lambda: True).start()
    wait_for_another()


def test_it_passed_or_was_cancelled_never_both() -> None:
    for _ in range(50):
        calls: list[bool] = []
        deadline = Deadline(0, partial(note, calls))
        deadline.start()
        if not deadline.cancel():
            wait_for_another()
            assert calls == []


def test_what_was_cancelled_is_let_go_of_at_once() -> None:
    thing = Thing()
    gone = weakref.ref(thing)
    deadline = Deadline(NEVER, thing.act)
    deadline.start()
    deadline.cancel()
    del thing
    assert gone() is None


def test_many_that_were_cancelled_take_no_memory() -> None:
    for _ in range(20_000):
        deadline = Deadline(NEVER, lambda: True)
        deadline.start()
        deadline.cancel()
    wait_for_another()
    assert sum(isinstance(each, Deadline) for each in gc.get_objects()) < 10_000


def test_cancelling_many_takes_none_away_that_waits() -> None:
    calls: list[bool] = []
    for _ in range(1000):
        Deadline(0.5, partial(note, calls)).start()
        Deadline(NEVER, lambda: True).start()
        for _ in range(5):
            deadline = Deadline(NEVER, lambda: True)
            deadline.start()
            deadline.cancel()
    wait_for_another(0.5)
    assert len(calls) == 1000


def test_a_child_process_has_its_own_watch() -> None:
    wait_for_another()
    if (child := os.fork()) == 0:
        code = 1
        try:
            wait_for_another()
            code = 0
        finally:
            os._exit(code)
    assert os.waitpid(child, 0)[1] == 0


def wait_for_another(seconds: float = SOON) -> None:
    """Wait until one that is made now has come."""
    done = threading.Event()

    def act() -> bool:
        done.set()
        return True

    Deadline(seconds, act).start()
    assert done.wait(LONG)


def note(calls: list[bool]) -> bool:
    """Act, and say that this was all."""
    calls.append(True)
    return True
