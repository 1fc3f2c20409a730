"""Perl's patterns, piece by piece."""

from __future__ import annotations

import pytest

from sysvirt.port.draft.patterns.tokens import Reader, needs_more


def read(text: str, flags: str = "", capturing: bool = True) -> Reader:
    reader = Reader(text, set(flags), capturing=capturing)
    reader.read()
    return reader


def test_the_pieces_of_a_pattern() -> None:
    reader = read(r"^(a|\d{2,})+?[b]$", "m")
    assert [(each.text, each.kind) for each in reader.tokens] == [
        ("^", "start"),
        ("(", "open"),
        ("a", "one"),
        ("|", "bar"),
        (r"\d", "one"),
        ("{2,}", "times"),
        (")", "close"),
        ("+?", "times"),
        ("[b]", "one"),
        ("$", "other"),
    ]
    assert [each.least for each in reader.tokens if each.kind == "times"] == [2, 1]


def test_groups_and_names_are_counted() -> None:
    reader = read("(a)(?<n>b)(?:c)(?=d)")
    assert (reader.groups, reader.names) == (2, ["n"])
    reader = read("(a)(?<n>b)", capturing=False)
    assert (reader.groups, reader.names) == (1, ["n"])


def test_a_flag_at_the_start_is_one_of_the_pattern() -> None:
    flags = {"s"}
    assert [each.text for each in Reader("(?ix) a", flags).read()] == [" ", "a"]
    assert flags == {"i", "s", "x"}


def test_a_flag_in_the_middle_lasts_up_to_the_end_of_its_group() -> None:
    texts = [each.text for each in read("(a(?i)b|c)d").tokens]
    assert "".join(texts) == "(a(?i:b)|(?i:c))d"


def test_blanks_mean_nothing_where_the_flag_says_so() -> None:
    assert [each.kind for each in read("a b #c\n", "x").tokens] == [
        "one",
        "blank",
        "one",
        *["blank"] * 3,
    ]
    assert {each.kind for each in read("a b #c\n").tokens} == {"one"}


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("^a", True),
        ("^a*", False),
        ("^a*b", True),
        ("^a{0,2}", False),
        ("^a{1,2}", True),
        ("^", False),
        ("^$", False),
        ("^(a)", False),
        ("(^)a", True),
        ("(^|x)a", True),
        ("(^|x)a?", False),
        ("x|^|b", False),
        ("(?=^)a", False),
        ("(?:^a|b)", True),
        (r"^\b\w", True),
    ],
)
def test_whether_a_match_goes_on(text: str, needed: bool) -> None:
    tokens = read(text, "m").tokens
    at = next(index for index, each in enumerate(tokens) if each.kind == "start")
    assert needs_more(tokens, at) == needed


def test_the_first_position_and_what_is_wide() -> None:
    assert read(r"\Ga").from_position
    assert not read("a").from_position
    assert read(r"a\b").wide
    assert not read(r"\d").wide
