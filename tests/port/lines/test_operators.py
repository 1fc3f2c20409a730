"""Operators: both sides of them, and what is asked for its truth."""

from __future__ import annotations

import pytest

from tests.port.lines.reading import line_of


@pytest.mark.parametrize(
    ("perl", "python"),
    [
        ("my $v = $dom->get_id * 2 - 1;", "v = dom.get_id() * 2 - 1"),
        ("my $v = $dom->get_id <= 5;", "v = dom.get_id() <= 5"),
        ("my $v = $dom->get_id != $dom->get_id;", "v = dom.get_id() != dom.get_id()"),
        ("if ($dom->get_max_memory / 1024 > 5) { 1 }", "if dom.get_max_memory() / 1024 > 5:"),
        ("if (!($dom->is_active or $x)) { 1 }", "if not (dom.is_active() or x):"),
        ("my $v = $dom->get_max_memory / 1024;", "dom.get_max_memory()"),
    ],
)
def test_operators(perl: str, python: str) -> None:
    assert line_of(perl) == python
