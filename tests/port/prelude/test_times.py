"""Times and sleeping."""

from __future__ import annotations

import signal
import threading
import time

from sysvirt.port.prelude.times import perl_sleep, perl_time_fields, perl_times


def test_a_time_in_perls_list() -> None:
    assert perl_time_fields(time.gmtime(951_782_400)) == [0, 0, 0, 29, 1, 100, 2, 59, 0]


def test_a_signal_ends_the_sleep() -> None:
    heard = []
    before = signal.signal(signal.SIGUSR1, lambda *_: heard.append(True))
    timer = threading.Timer(0.1, signal.raise_signal, [signal.SIGUSR1])
    timer.start()
    try:
        assert perl_sleep(60) < 60
    finally:
        signal.signal(signal.SIGUSR1, before)
        timer.join()
    assert heard == [True]


def test_without_a_signal_it_sleeps_as_long_as_it_is_told() -> None:
    assert perl_sleep(0.01) >= 0.01


def test_times_of_the_processor() -> None:
    sum(range(1000))
    assert [each >= 0 for each in perl_times()] == [True] * 4
