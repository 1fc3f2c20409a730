"""Time::Local by the table, beside Perl."""

from __future__ import annotations

import pytest

from sysvirt.port.draft.modules.time_local import TIME_LOCAL
from tests.port.both_sides import assert_calls
from tests.port.draft.modules.test_posix import zone

TIMES: list[list[object]] = [
    [0, 0, 0, 1, 0, 2000], [59, 59, 23, 31, 11, 1999], [30, 15, 12, 4, 6, 2026],
    [0, 0, 0, 29, 1, 2024], [0, 30, 2, 29, 2, 2026], [0, 30, 1, 29, 2, 2026],
    [0, 30, 3, 29, 2, 2026], [0, 30, 2, 25, 9, 2026], [0, 30, 1, 1, 10, 2026],
    [0, 30, 2, 8, 2, 2026], [0, 30, 3, 25, 9, 2026], [0, 0, 12, 15, 5, 126],
    [0, 0, 12, 15, 5, 70], [0, 0, 12, 15, 5, 26], [0, 0, 12, 15, 5, 99],
    ["05", "06", "07", "08", "09", "2010"],
]  # fmt: skip
WRONG: list[list[object]] = [
    [0, 0, 0, 29, 1, 2023], [0, 0, 0, 0, 0, 2000], [0, 0, 24, 1, 0, 2000], [0, 60, 0, 1, 0, 2000],
    [0, 0, 0, 1, 12, 2000], [60, 0, 0, 1, 0, 2000], [0, 0, 0, 31, 3, 2000],
]  # fmt: skip


@pytest.mark.parametrize("name", ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"])
def test_local_times_and_those_in_utc(name: str) -> None:
    names = ["timegm", "timelocal", "timegm_nocheck", "timelocal_nocheck"]
    calls = [(each, *fields) for each in names for fields in TIMES]
    calls += [(f"{each}_modern", *fields) for each in names[:2] for fields in TIMES[:11]]
    calls += [(f"{each}_posix", *fields) for each in names[:2] for fields in TIMES[11:-1]]
    with zone(name) as setup:
        assert_calls(TIME_LOCAL, calls, f"{setup} use Time::Local ();", package="Time::Local::")


def test_days_that_arent_there() -> None:
    calls = [(name, *fields) for name in ("timegm", "timelocal") for fields in WRONG]
    assert_calls(TIME_LOCAL, calls, "use Time::Local ();", package="Time::Local::")


def test_days_behind_the_end_of_the_month() -> None:
    calls: list[tuple[object, ...]] = [
        ("timegm_nocheck", 0, 0, 0, day, 0, 2024) for day in (32, 366, 0)
    ]
    with zone("Europe/Berlin") as setup:
        calls.append(("timelocal_nocheck", 0, 0, 0, 100, 0, 2024))
        assert_calls(TIME_LOCAL, calls, f"{setup} use Time::Local ();", package="Time::Local::")
