"""How texts look on a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sysvirt.port.report.look import COLOURS, Look


def test_without_colours_nothing_is_added() -> None:
    assert {Look().paint(role, "x") for role in COLOURS} == {"x"}


def test_what_is_painted_ends() -> None:
    painted = Look(colour=True).paint("warning", "x")
    assert painted.startswith("\x1b[")
    assert painted.endswith("x\x1b[0m")
    assert Look(colour=True).paint("warning", "") == ""


@given(st.text("ab 日", max_size=200), st.integers(20, 60), st.integers(0, 8))
def test_words_are_wrapped_and_none_is_lost(text: str, width: int, indent: int) -> None:
    lines = Look(width=width).wrap(text, indent, indent + 2)
    assert " ".join(" ".join(lines).split()) == " ".join(text.split())
    for line in lines:
        assert cell_len(line) <= width or len(line.split()) == 1


@given(st.text("ab ;日", max_size=300), st.integers(30, 60))
def test_code_is_cut_and_nothing_but_blanks_is_lost(text: str, width: int) -> None:
    lines = list(Look(width=width).code(text, 4, "→ "))
    assert lines[0].startswith("    → ")
    assert "".join("".join(lines).split()) == "→" + "".join(text.split())
    assert all(cell_len(line.rstrip()) <= width for line in lines)


def test_what_goes_on_stands_to_the_right() -> None:
    code = "    print $dom->get_name, $dom->get_id;"
    assert list(Look(width=34).code(code, 2, "> ")) == [
        "  >     print $dom->get_name,",
        "            $dom->get_id;",
    ]


@pytest.mark.parametrize("code", ["a\nb", "try:\n    dom.create()\nexcept Error:\n    pass"])
def test_each_line_of_code_has_its_own(code: str) -> None:
    lines = list(Look().code(code, 2, "→ "))
    assert [line[4:] for line in lines] == code.split("\n")
    assert [line[:4] for line in lines] == ["  → "] + ["    "] * (len(lines) - 1)
