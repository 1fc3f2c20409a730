"""The words that several formats share."""

from __future__ import annotations

import attrs
import pytest

from sysvirt.port.findings import Kind, Severity, Span
from sysvirt.port.report import wording
from tests.port.report.samples import SCRIPT, finding


def test_a_place_is_called_as_the_api_has_it() -> None:
    call = finding(11, "get_state", cls="Domain")
    assert wording.title(call, SCRIPT) == "Domain.get_state"
    assert wording.title(attrs.evolve(call, cls=""), SCRIPT) == "get_state"


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("eval { 1 };", 1, "eval"),
        ("if ($@) {", 5, "$@"),
        ("print $err->code;", 7, "$err"),
        ("ref $@ eq 'Sys::Virt::Error'", 12, "Sys::Virt::Error"),
        ("/Sys::Virt:Error/", 2, "Sys::Virt:Error"),
        ("ref $@ eq 'Sys::Virt::Error'", 11, "Sys::Virt::Error"),
        ("{ 1 }", 1, "code"),
        ("", 1, "code"),
        ("x", 9, "code"),
    ],
)
def test_perl_is_called_by_its_first_word(text: str, column: int, said: str) -> None:
    for before in ("", "a line\n"):
        line = 1 + before.count("\n")
        span = Span(line, column, line, column + 1)
        code = finding(7, "new", kind=Kind.CODE, name="", span=span)
        assert wording.title(code, before + text) == said


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


def test_a_line_that_isnt_there_has_no_word() -> None:
    code = finding(7, "new", kind=Kind.CODE, name="", span=Span(9, 1, 9, 2))
    assert wording.title(code, "a\nb") == "code"
