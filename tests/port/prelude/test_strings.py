"""Texts that count, repeat and lose their ends, beside Perl's."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sysvirt.port.prelude import strings
from tests.port.prelude.perl_side import assert_same, perl_literal

#: They have no types.
ours: Any = strings

COUNTED: list[Any] = [
    "az9", "Zz", "zz", "a9", "9", "09", "99", "", "ab12cd", "1e3", "-5", "a-b", "zZ9", "Az", "zZ",
    "nan", "inf", " 7", "7 ", "Zz9", "9z", "1.5", None, "0x10", "007", "+3", 5, -1, 0, 2.5,
    "é", "a\n", "z" * 20, "vm-09", "vm09",
]  # fmt: skip

#: What a range may begin and end with: each with each.
ENDS: list[Any] = [
    "a", "e", "01", "10", "1", "5", "0", "3", "aa", "ad", "x", "ab", "9", "", "c", "a-b", "z",
    "1.5", "4", "-2", "2", "09", "08", None, "00", "abc", " 1", "3 ", "-", "*", 0, 3, 2.7, -1,
    "0x", "0.", "+1", "1e1", "Zz", "b1", "c3",
]  # fmt: skip


def test_what_follows() -> None:
    assert_same(
        [
            (f"my $x = {perl_literal(each)}; $x++; $x", [ours.perl_increment(each)])
            for each in COUNTED
        ]
    )


@settings(max_examples=1, database=None, deadline=None, derandomize=True)
@given(st.lists(st.from_regex(r"\A[a-zA-Z]{0,4}[0-9]{0,3}\Z"), min_size=100, max_size=100))
def test_what_follows_any_text(texts: list[str]) -> None:
    assert_same(
        [(f"my $x = {perl_literal(each)}; $x++; $x", [ours.perl_increment(each)]) for each in texts]
    )


def shortened(items: list[Any]) -> list[Any]:
    """Of a long range how long it is, and its beginning."""
    return items if len(items) <= 200 else [len(items), *items[:20]]


def test_ranges() -> None:
    perl = "my @r = ({} .. {}); @r > 200 ? (scalar @r, @r[0 .. 19]) : @r"
    assert_same(
        [
            (
                perl.format(perl_literal(first), perl_literal(last)),
                shortened(ours.perl_range(first, last)),
            )
            for first in ENDS
            for last in ENDS
        ]
    )
