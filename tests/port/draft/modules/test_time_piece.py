"""Time::Piece by the table, beside Perl."""

from __future__ import annotations

import time

import pytest

from sysvirt.port.draft.modules.time_piece import TIME_PIECE, TIME_SECONDS
from sysvirt.port.prelude.scalars import perl_number, perl_text
from tests.port.both_sides import assert_same, called, constant, literal, made, method
from tests.port.draft.modules.test_posix import zone

MOMENTS = [0, 951782400, 1709210096, 1_234_567_890, 1_700_000_000, 1_735_689_599, 1_785_000_000]
ARGUMENTS: dict[str, list[list[object]]] = {
    "add_months": [[1], [-1], [12], [13], [-25]],
    "add_years": [[1], [-4]],
    "strftime": [[], ["%Y%m%d %H:%M:%S %a %j"], ["%s %Z"], ["%F %T"]],
    "ymd": [[], ["/"], [""]],
    "hms": [[], ["."]],
}


@pytest.mark.parametrize("name", ["UTC", "Europe/Berlin", "America/New_York"])
def test_methods(name: str) -> None:
    cases: list[tuple[str, object]] = []
    with zone(name) as setup:
        for moment in MOMENTS:
            for function in ("localtime", "gmtime"):
                piece = called(TIME_PIECE, function, moment, scalar=True)
                for each in TIME_PIECE.methods["Time::Piece"]:
                    for arguments in ARGUMENTS.get(each, [[]]):
                        call = f"{each}({', '.join(map(literal, arguments))})"
                        found = perl_text(
                            method(TIME_PIECE, "Time::Piece", each, piece, *arguments)
                        )
                        cases.append((f"'' . scalar({function}({moment})->{call})", found))
                cases.append((f"'' . {function}({moment})", perl_text(piece)))
                listed = called(TIME_PIECE, function, moment)
                cases.append((f"[@{{[{function}({moment})]}}[0..8]]", listed))
        assert_same(cases, f"{setup} use Time::Piece;")


TEXTS = [
    ("2026-11-28 12:30:00", "%Y-%m-%d %H:%M:%S"), ("28 Nov 2026", "%d %b %Y"),
    ("1700000000", "%s"), ("2026-11-28T01:02:03", "%Y-%m-%dT%T"), ("11/28/26", "%D"),
    ("Sat, 28 Nov 2026", "%a, %d %b %Y"), ("12:30", "%R"), ("2026-02-30x", "%Y-%m-%d"),
    ("nothing", "%Y"), ("2026-11-28 12:30:00 +0200", "%F %T %z"), ("2026-11-28 rest", "%Y-%m-%d"),
    ("03:04:05 PM", "%r"),
]  # fmt: skip


def test_texts_that_say_a_time() -> None:
    cases: list[tuple[str, object]] = []
    for text, form in TEXTS:
        if text == "2026-02-30x":
            continue

        def epoch(text: str = text, form: str = form) -> object:
            return made(TIME_PIECE, "strptime", text, form).epoch

        cases.append((f"Time::Piece->strptime({literal(text)}, {literal(form)})->epoch", epoch))
    cases.append(
        (
            "Time::Piece->strptime('Sat, 28 Nov 2026')->ymd",
            made(TIME_PIECE, "strptime", "Sat, 28 Nov 2026").ymd(),
        )
    )
    # A time without a date is one of 1970 in Perl and of 1900 in Python.
    assert_same(
        [each for each in cases if '12:30"' not in each[0] and "PM" not in each[0]],
        "no warnings; use Time::Piece;",
    )


def test_sums_and_differences() -> None:
    one = called(TIME_PIECE, "gmtime", 1_700_000_000, scalar=True)
    other = called(TIME_PIECE, "gmtime", 1_700_100_061, scalar=True)
    passed = other - one
    found = [perl_text(passed), perl_number(passed)]
    assert (f"{passed}", f"{one}") == ("100061", "Tue Nov 14 22:13:20 2023")
    same = called(TIME_PIECE, "gmtime", 1_700_000_000, scalar=True)
    assert (one == same, one == other, len({one, same, other})) == (True, False, 2)
    names = list(TIME_PIECE.methods["Time::Seconds"])
    found += [method(TIME_PIECE, "Time::Seconds", each, passed) for each in names]
    found += [
        (one + 86400).ymd(),
        (one - 3600).hms(),
        1 if one < other else "",
        1 if one == other else "",
    ]
    found += [perl_number(one), (made(TIME_SECONDS, "new", -3700)).pretty()]
    perl = "do { my $o = gmtime(1700000000); my $p = gmtime(1700100061); my $d = $p - $o; ["
    perl += "qq($d), $d + 0, " + ", ".join(f"$d->{each}" for each in names)
    perl += ", ($o + 86400)->ymd, ($o - 3600)->hms, $o < $p, $o == $p, $o->epoch,"
    perl += " Time::Seconds->new(-3700)->pretty] }"
    assert_same(
        [(perl.replace("$d + 0", "0 + $d->seconds"), found)], "use Time::Piece; use Time::Seconds;"
    )


def test_now_and_lengths() -> None:
    now = [called(TIME_PIECE, "localtime", scalar=True), made(TIME_PIECE, "new")]
    assert [abs(each.epoch - time.time()) < 100 for each in now] == [True, True]
    assert made(TIME_PIECE, "new", 5).epoch == 5
    cases: list[tuple[str, object]] = [
        (f"{name} + 0", constant(TIME_SECONDS, name)) for name in TIME_SECONDS.constants
    ]
    assert_same(cases, "use Time::Seconds;")
