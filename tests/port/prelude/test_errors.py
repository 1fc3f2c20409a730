"""``die``, ``warn`` and ``$@``."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from sysvirt.port.program import pasting
from tests.port.helpers import HELPERS

PerlDie = HELPERS["PerlDie"]


@pytest.fixture(autouse=True)
def script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["script.pl"])


@pytest.mark.parametrize(
    ("value", "line", "told"),
    [
        ("bad", 7, "bad at script.pl line 7.\n"),
        ("bad\n", 7, "bad\n"),
        ("bad", None, "bad"),
        (42, 3, "42 at script.pl line 3.\n"),
        ("", 1, " at script.pl line 1.\n"),
    ],
)
def test_a_text_gets_its_place(value: Any, line: int | None, told: str) -> None:
    raised = PerlDie(value, line)
    assert str(raised) == told
    assert HELPERS["perl_error"](raised) == told


def test_another_value_is_kept() -> None:
    value = {"code": 5}
    assert HELPERS["perl_error"](PerlDie(value, 3)) is value
    assert HELPERS["perl_error"](PerlDie([1], 3)) == [1]


def test_any_other_error_is_a_text_with_its_line() -> None:
    with pytest.raises(ValueError, match="invalid") as raised:
        int("x")
    told = HELPERS["perl_error"](raised.value)
    assert told.startswith("invalid literal for int() with base 10: 'x' at script.pl line ")
    assert told.endswith(".\n")


def test_die_in_an_expression() -> None:
    with pytest.raises(PerlDie) as raised:
        HELPERS["perl_die"]("oops\n")
    assert raised.value.value == "oops\n"


def test_what_was_caught_is_raised_again() -> None:
    error = PerlDie({"code": 1})
    again = HELPERS["perl_again"](HELPERS["perl_error"](error))
    assert HELPERS["perl_error"](again) == {"code": 1}
    own = ValueError("mine")
    assert HELPERS["perl_again"](own) is own


def test_a_warning_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    HELPERS["perl_warn"]("careful\n", 3)
    HELPERS["perl_warn"]("where", 3)
    assert capsys.readouterr() == ("", "careful\nwhere at script.pl line 3.\n")


@pytest.mark.parametrize(
    ("end", "status", "told"),
    [
        ("raise PerlDie('bad\\n')", 255, "bad\n"),
        ("raise PerlDie('bad', 4)", 255, "bad at -c line 4.\n"),
        ("sys.exit(3)", 3, ""),
    ],
)
def test_what_nobody_catches(end: str, status: int, told: str) -> None:
    pieces = "\n\n".join(each.source for each in pasting.needed(["perl_uncaught", "PerlDie"]))
    text = f"import re, sys\n{pieces}\nsys.excepthook = perl_uncaught\nprint('before')\n{end}\n"
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (status, "before\n", told)
