"""Term::ANSIColor by the table, beside Perl."""

from __future__ import annotations

import pytest

from sysvirt.port.draft.modules.table import Form
from sysvirt.port.draft.modules.term_ansicolor import TERM_ANSICOLOR
from sysvirt.port.prelude.colors import PerlColors, perl_colors
from tests.port.both_sides import assert_calls, assert_same, called, run

SETUP = "use Term::ANSIColor qw(:constants color colored colorstrip colorvalid);"
CALLS: list[tuple[object, ...]] = [
    ("color", "red"), ("color", "bold red on_bright_blue"), ("color", "bold", "green"),
    ("color", "Reset"), ("color", "none"), ("color", ""), ("color", "ansi200"),
    ("color", "on_ansi3"), ("color", "ansi256"), ("color", "rgb123"), ("color", "on_rgb555"),
    ("color", "rgb600"), ("color", "grey0 on_grey23"), ("color", "grey24"),
    ("color", "r1g20b255"), ("color", "on_r0g0b0"), ("color", "r256g0b0"),
    ("colored", "text", "red"), ("colored", "text", "bold", "red"),
    ("colored", ["bold red"], "a", "b", 1), ("colored", ["red"], ""),
    ("colored", "two\nlines\n", "blue"), ("colorvalid", "red", "bold blue"), ("RED",),
    ("RED", "text"), ("BOLD", "a", "b"), ("ON_BRIGHT_CYAN", "x"), ("RESET",), ("UNDERLINE", "u"),
    ("BRIGHT_BLACK", "g"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("ANSI_COLORS_DISABLED", raising=False)
    vars(perl_colors).update(vars(PerlColors()))


def test_colours() -> None:
    assert_calls(TERM_ANSICOLOR, CALLS, SETUP)
    assert called(TERM_ANSICOLOR, "colorvalid", "nothing") == ""
    texts = ["\x1b[1;31mred\x1b[0m and \x1b[mplain", "none"]
    assert_calls(TERM_ANSICOLOR, [("colorstrip", *texts)], SETUP)
    assert_calls(TERM_ANSICOLOR, [("colorstrip", *texts)], SETUP, scalar=True)


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", ""), ("ANSI_COLORS_DISABLED", "1")])
def test_no_colours(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    valid = [each for each in CALLS if called_without_error(each)]
    assert len(valid) > 20
    assert_calls(TERM_ANSICOLOR, valid, SETUP)


def called_without_error(call: tuple[object, ...]) -> bool:
    name, *arguments = call
    try:
        called(TERM_ANSICOLOR, str(name), *arguments)
    except ValueError:
        return False
    return True


def test_settings() -> None:
    assert TERM_ANSICOLOR.variables["$AUTORESET"] == "perl_colors.AUTORESET"
    run(Form('vars(perl_colors).update(AUTORESET=1, EACHLINE="\\n")'), [])
    calls: list[tuple[str, list[object]]] = [("RED", ["a"]), ("BOLD", [])]
    cases: list[tuple[str, object]] = [
        (
            "do { local $Term::ANSIColor::AUTORESET = 1; [RED('a'), BOLD()] }",
            [called(TERM_ANSICOLOR, name, *values) for name, values in calls],
        ),
        (
            "do { local $Term::ANSIColor::EACHLINE = qq(\\n); colored(qq(a\\nb\\n\\nc), 'red') }",
            called(TERM_ANSICOLOR, "colored", "a\nb\n\nc", "red"),
        ),
    ]
    assert_same(cases, SETUP)
