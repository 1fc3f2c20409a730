"""Texts that a form fills in, line by line."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt.port.prelude.forms import PerlForm


@pytest.mark.parametrize(
    ("picture", "values", "line"),
    [
        ("@<<<|", ["ab"], "ab  |\n"),
        ("@>>>|", ["ab"], "  ab|\n"),
        ("@||||x", ["ab"], " ab  x\n"),
        ("@##.##", [3.14159], "  3.14\n"),
        ("@0##", [7], "0007\n"),
        ("@<", ["too long"], "to\n"),
        ("@*", ["one\ntwo\n"], "one\ntwo\n"),
        ("no field", [], "no field\n"),
    ],
)
def test_a_field_has_its_width(picture: str, values: list[Any], line: str) -> None:
    form = PerlForm()
    assert form.line(picture, values)
    assert form.text == line


def test_a_text_goes_on_in_the_next_line() -> None:
    form = PerlForm()
    form.line("^<<<<<<", ["words that go on"])
    assert (form.text, form.rests) == ("words\n", ["that go on"])


def test_a_line_that_may_be_missing() -> None:
    form = PerlForm()
    assert form.line("~ @<<", [""]) is False
    assert form.line("~ @<<", ["a"]) is True
    assert form.text == "  a\n"
