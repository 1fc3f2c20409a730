"""Time::HiRes by the table."""

from __future__ import annotations

import signal
import time

from sysvirt.port.draft.modules.time_hires import TIME_HIRES
from tests.port.both_sides import assert_calls, called, constant


def test_now_with_its_parts() -> None:
    before = time.time()
    now = [called(TIME_HIRES, "time"), called(TIME_HIRES, "clock_gettime")]
    now.append(called(TIME_HIRES, "gettimeofday", scalar=True))
    second, part = called(TIME_HIRES, "gettimeofday")
    now.append(second + part / 1e6 + 1e-6)
    assert all(before <= each <= time.time() + 1e-5 for each in now)


def test_intervals() -> None:
    calls: list[tuple[object, ...]] = [
        ("tv_interval", [5, 100], [7, 50]), ("tv_interval", [5, 999_999], [6, 0]),
        ("tv_interval", [1, 0], [1, 0]),
    ]  # fmt: skip
    assert_calls(TIME_HIRES, calls, "use Time::HiRes ();", package="Time::HiRes::")
    start = called(TIME_HIRES, "gettimeofday")
    assert called(TIME_HIRES, "tv_interval", start) >= 0


def test_short_sleeps() -> None:
    slept = [called(TIME_HIRES, "sleep", 0.01), called(TIME_HIRES, "usleep", 10_000)]
    slept.append(called(TIME_HIRES, "nanosleep", 10_000_000))
    assert [each >= least for each, least in zip(slept, (0.01, 10_000, 1e7), strict=True)] == [
        True
    ] * 3


def test_alarms_of_parts_of_a_second() -> None:
    heard = []
    before = signal.signal(signal.SIGALRM, lambda *_: heard.append(True))
    try:
        for name, much in (("alarm", 0.01), ("ualarm", 10_000)):
            assert called(TIME_HIRES, name, much) == 0
            called(TIME_HIRES, "sleep", 60)
        called(TIME_HIRES, "alarm", 100, 5)
        assert 99 < called(TIME_HIRES, "alarm", 0) <= 100
    finally:
        signal.signal(signal.SIGALRM, before)
    assert heard == [True, True]


def test_clocks() -> None:
    assert constant(TIME_HIRES, "CLOCK_MONOTONIC") == time.CLOCK_MONOTONIC
    assert called(TIME_HIRES, "clock_gettime", time.CLOCK_MONOTONIC) <= time.monotonic()
    assert called(TIME_HIRES, "clock_getres") > 0
    assert called(TIME_HIRES, "clock") >= 0
