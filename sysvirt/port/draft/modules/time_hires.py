"""Time::HiRes."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Module

TIME_HIRES = Module(
    "Time::HiRes",
    functions={
        "alarm": (
            Form("signal.setitimer(signal.ITIMER_REAL, {0})[0]", "n", "float"),
            Form("signal.setitimer(signal.ITIMER_REAL, {0}, {1})[0]", "nn", "float"),
        ),
        "clock": Form("time.process_time()", "", "float"),
        "clock_getres": (
            Form("time.clock_getres(time.CLOCK_REALTIME)", "", "float"),
            Form("time.clock_getres({0})", "i", "float"),
        ),
        "clock_gettime": (
            Form("time.time()", "", "float"),
            Form("time.clock_gettime({0})", "i", "float"),
        ),
        "gettimeofday": Form("perl_gettimeofday()", "", "list:int", "time.time()", "float"),
        "nanosleep": Form("perl_sleep({0} / 1e9) * 1e9", "n", "float"),
        "sleep": (
            Form("perl_sleep()", "", "float"),
            Form("perl_sleep({0})", "n", "float"),
        ),
        "time": Form("time.time()", "", "float"),
        "tv_interval": (
            Form("perl_tv_interval({0})", "a", "float"),
            Form("perl_tv_interval({0}, {1})", "aa", "float"),
        ),
        "ualarm": Form("int(signal.setitimer(signal.ITIMER_REAL, {0} / 1e6)[0] * 1e6)", "n", "int"),
        "usleep": Form("perl_sleep({0} / 1e6) * 1e6", "n", "float"),
    },
    constants={
        "CLOCK_MONOTONIC": "time.CLOCK_MONOTONIC",
        "CLOCK_PROCESS_CPUTIME_ID": "time.CLOCK_PROCESS_CPUTIME_ID",
        "CLOCK_REALTIME": "time.CLOCK_REALTIME",
    },
)
