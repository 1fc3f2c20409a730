"""The words that several formats share."""

from __future__ import annotations

import attrs
import pytest

from sysvirt.port.findings import Kind, Severity
from sysvirt.port.report import wording
from tests.port.report.samples import finding


def test_a_place_is_called_as_the_api_has_it() -> None:
    call = finding(11, "get_state", cls="Domain")
    assert wording.title(call) == "Domain.get_state"
    assert wording.title(attrs.evolve(call, cls="")) == "get_state"
    assert wording.title(attrs.evolve(call, cls="", name="", kind=Kind.CODE)) == "code"


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_in_a_row(parts: list[str], said: str) -> None:
    assert wording.listed(parts) == said


def test_the_worst_comes_first_and_none_is_left_out() -> None:
    number = {Severity.INFO: 2, Severity.WARNING: 1, Severity.ERROR: 0}
    assert wording.severities(number) == "1 warning and 2 notes"
    assert wording.severities(dict.fromkeys(Severity, 0)) == ""


@pytest.mark.parametrize(
    ("ranges", "said"),
    [
        ([(4, 4)], "line 4"),
        ([(4, 6)], "lines 4-6"),
        ([(1, 1), (4, 6), (9, 9)], "lines 1, 4-6 and 9"),
    ],
)
def test_lines_by_their_numbers(ranges: list[tuple[int, int]], said: str) -> None:
    assert wording.line_numbers(ranges) == said


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066"])
def test_nothing_commands_a_terminal(char: str) -> None:
    for shown in (wording.visible(f"a{char}b"), wording.visible_path(f"a{char}b")):
        assert char not in shown
        assert shown.startswith("a\\")


def test_what_is_harmless_stays() -> None:
    assert wording.visible("é\t→ 日本\n") == "é\t→ 日本\n"
    assert wording.one_line(" a\n\n  b\t") == "a b"


def test_a_path_of_any_bytes_can_be_written() -> None:
    assert wording.readable_path("caf\udce9.pl") == "caf\ufffd.pl"
