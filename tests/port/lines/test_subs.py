"""Subs of one expression."""

from __future__ import annotations

import pytest

from tests.port.lines.reading import line_of


@pytest.mark.parametrize(
    ("perl", "python"),
    [
        ("f(sub { 1 }, $dom->get_name);", "f(lambda *_: 1, dom.get_name())"),
        ("f(sub { my ($x, $y) = @_; $y }, $dom->get_name);", "f(lambda x, y: y, dom.get_name())"),
        ("f(sub { return $x }, $dom->get_name);", "f(lambda *_: x, dom.get_name())"),
        ("f(sub { $x = 1; $y = 2 }, $dom->get_name);", "dom.get_name()"),
        ("f(sub { my ($x, @r) = @_; $x }, $dom->get_name);", "dom.get_name()"),
        ("f(sub { if ($x) { 1 } }, $dom->get_name);", "dom.get_name()"),
    ],
)
def test_subs(perl: str, python: str) -> None:
    assert line_of(perl) == python
