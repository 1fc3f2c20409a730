"""The lines of a source in HTML."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from sysvirt.port.findings import FileReport, Severity, Span
from sysvirt.port.report.source_lines import Mark, lines


def plain(line: str) -> str:
    """What a line shows behind its number."""
    code = re.search(r"<code>(.*)</code>", line, re.DOTALL)
    assert code
    return unescape(re.sub(r"<[^>]*>", "", code[1]))


def mark(line: int, start: int, end: int, end_line: int = 0) -> Mark:
    return Mark(Span(line, start, end_line or line, end), "f0p0", Severity.ERROR)


def test_a_line_has_its_number_and_its_marks() -> None:
    (line,) = lines(FileReport(path="x", text="a <b> c\n"), "f0", [mark(1, 3, 6)])
    assert 'id="f0L1"' in line
    assert (
        '<code>a <a href="#f0p0"><mark class="error" data-severity="error">&lt;b&gt;</mark></a> c'
        in line
    )


def test_what_was_not_understood_shows() -> None:
    found = lines(FileReport(path="x", text="a\nb\nc\n", unparsed=((2, 3),)), "f0", [])
    assert ["unparsed" in line for line in found] == [False, True, True]


def test_a_mark_over_several_lines_ends_with_its_first() -> None:
    first, second = lines(FileReport(path="x", text="eval {\n};"), "f", [mark(1, 1, 2, 2)])
    assert ">eval {</mark>" in first
    assert "<mark" not in second


def test_windows_line_ends_and_controls_dont_show() -> None:
    assert [plain(line) for line in lines(FileReport(path="x", text="a\r\n\tb\x1b"), "f", [])] == [
        "a",
        "\tb\\x1b",
    ]


def test_an_empty_file_has_a_line() -> None:
    assert len(lines(FileReport(path="x", text=""), "f", [])) == 1


@given(
    st.text("ab<&>\"'\n\té", max_size=60),
    st.lists(st.tuples(st.integers(1, 5), st.integers(1, 20), st.integers(0, 20)), max_size=6),
)
def test_whatever_the_marks_are_the_text_is_whole(
    text: str, places: list[tuple[int, int, int]]
) -> None:
    marks = [mark(line, start, start + length) for line, start, length in places]
    found = lines(FileReport(path="x", text=text), "f", marks)
    assert "\n".join(map(plain, found)) == text.removesuffix("\n")
