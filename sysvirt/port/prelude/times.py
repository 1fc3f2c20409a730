"""Times, as Perl has them in lists."""

from __future__ import annotations

import os
import select
import signal
import time


def perl_time_fields(moment):
    """A time in Perl's nine numbers: months from 0, years from 1900, weekdays from Sunday."""
    return [
        moment.tm_sec,
        moment.tm_min,
        moment.tm_hour,
        moment.tm_mday,
        moment.tm_mon - 1,
        moment.tm_year - 1900,
        (moment.tm_wday + 1) % 7,
        moment.tm_yday - 1,
        moment.tm_isdst,
    ]


def perl_times():
    """The seconds of processor time: of this program, and of its children."""
    return list(os.times()[:4])


def perl_sleep(seconds=None):
    """Sleep until a signal comes, at most so long; time.sleep would sleep on. Gives the seconds."""
    start = time.monotonic()
    woken, waking = os.pipe()
    os.set_blocking(waking, False)
    before = signal.set_wakeup_fd(waking, warn_on_full_buffer=False)
    try:
        select.select([woken], [], [], seconds)
    finally:
        signal.set_wakeup_fd(before)
        os.close(woken)
        os.close(waking)
    return time.monotonic() - start
