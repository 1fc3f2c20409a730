"""Places in scripts."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sysvirt.port.findings import Span
from sysvirt.port.source import Source


def test_columns_are_characters() -> None:
    source = Source("a.pl", 'my $é = "ü";\n$b'.encode())
    assert source.span(3, 6) == Span(1, 4, 1, 6)
    assert source.span(len(source.data) - 2, len(source.data)) == Span(2, 1, 2, 3)


def test_what_is_no_utf_8_is_latin_1() -> None:
    source = Source("a.pl", b"$x = '\xe9';")
    assert source.text == "$x = '\xe9';"
    assert source.span(6, 7) == Span(1, 7, 1, 8)
    assert source.part(6, 7) == "\xe9"


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.pl").write_bytes(b"print 1;\r\n")
    assert Source.read(tmp_path / "a.pl").data == b"print 1;\r\n"


@given(st.binary(), st.integers(0, 50), st.integers(0, 50))
def test_spans_of_any_bytes_have_an_order(data: bytes, one: int, other: int) -> None:
    start, end = sorted((min(one, len(data)), min(other, len(data))))
    span = Source("a.pl", data).span(start, end)
    assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
    assert span.end_line <= data.count(b"\n") + 1
