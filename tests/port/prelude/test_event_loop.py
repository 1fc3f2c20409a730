"""The loop behind AnyEvent; test_any_event.py of the tables compares it to Perl's."""

from __future__ import annotations

import gc

import pytest

from sysvirt.port.prelude.event_loop import PerlCondition, PerlLoop, PerlTimer, perl_loop


def test_a_timer_that_nothing_refers_to_is_forgotten() -> None:
    called: list[str] = []
    gone = PerlTimer(0, 0, lambda: called.append("gone"))
    kept = PerlTimer(0.01, 0, lambda: called.append("kept"))
    del gone
    gc.collect()
    while not called:
        perl_loop.step()
    assert called == ["kept"]
    assert kept.due is None


def test_an_interval_comes_again() -> None:
    done = PerlCondition()
    called: list[int] = []

    def tick() -> None:
        called.append(len(called))
        if len(called) == 3:
            done.send(*called)

    timer = PerlTimer(0, 0.001, tick)
    assert done.received() == [0, 1, 2]
    assert timer.due is not None


def test_an_error_reaches_who_waits() -> None:
    condition = PerlCondition()
    condition.croak(KeyError("x"))
    with pytest.raises(KeyError):
        condition.recv()


def test_a_new_loop_waits_for_nothing() -> None:
    assert PerlLoop().alive() == []
