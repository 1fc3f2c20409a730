"""Pauses before a host is tried again."""

from __future__ import annotations

from sysvirt.aio._fleet.backoff import Backoff


def test_they_double_up_to_the_last() -> None:
    backoff = Backoff(1, 8)
    for most in (1, 2, 4, 8, 8, 8):
        assert most / 2 <= backoff.take() <= most


def test_a_host_that_was_up_begins_anew() -> None:
    backoff = Backoff(1, 60)
    for _ in range(10):
        backoff.take()
    backoff.reset()
    assert backoff.take() <= 1


def test_hosts_that_went_down_together_are_not_tried_together() -> None:
    assert len({Backoff(1, 60).take() for _ in range(20)}) > 1
