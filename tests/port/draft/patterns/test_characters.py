"""Single characters of a pattern, and what stands in brackets."""

from __future__ import annotations

import pytest

from sysvirt.port.draft.patterns.characters import (
    FIRST_MARK,
    Brackets,
    coded,
    escaped_character,
    is_mark,
    shown,
)
from sysvirt.port.python.refusing import Untranslatable


@pytest.mark.parametrize(
    ("perl", "python"),
    [
        ("[a-c]", "[a-c]"),
        ("[^a-c]", "[^a-c]"),
        ("[]a]", r"[\]a]"),
        ("[^]a]", r"[^\]a]"),
        ("[a[b]", r"[a\[b]"),
        ("[-a]", "[-a]"),
        ("[a-]", "[a-]"),
        (r"[\w-.]", r"[\w\-.]"),
        (r"[a-\d]", r"[a\-\d]"),
        ("[+--]", r"[+-\-]"),
        ("[&&]", r"[&\&]"),
        (r"[\/\.\-\@]", r"[/.\-@]"),
        (r"[\x{263a}\t]", r"[\u263a\t]"),
        ("[[:alpha:]_]", "[a-zA-Z_]"),
        ("[[:^alpha:]]", "[^a-zA-Z]"),
        ("[^[:^alpha:]]", "[a-zA-Z]"),
        ("[[:^digit:]x]", r"[\Dx]"),
        (r"[\h\v]", r"[ \t\xa0\n\x0b\f\r\x85]"),
    ],
)
def test_brackets(perl: str, python: str) -> None:
    brackets = Brackets(f"x{perl}*", 1, unicode=False)
    assert brackets.read() == python
    assert brackets.at == len(perl) + 1


@pytest.mark.parametrize(
    "perl", ["[a", "[", "[a\\", "[a-", r"[\R]", r"[\pL]", "[[:x:]]", "[a[:^alpha:]]"]
)
def test_brackets_that_are_refused(perl: str) -> None:
    with pytest.raises(Untranslatable):
        Brackets(perl, 0, unicode=False).read()


def test_what_is_wider_in_unicode() -> None:
    for perl, wide in [("[a]", False), (r"[\d]", False), (r"[\w]", True), ("[[:space:]]", True)]:
        brackets = Brackets(perl, 0, unicode=False)
        brackets.read()
        assert brackets.wide == wide
    with pytest.raises(Untranslatable):
        Brackets("[[:alpha:]]", 0, unicode=True).read()


def test_expressions_in_brackets() -> None:
    mark = chr(FIRST_MARK + 3)
    brackets = Brackets(f"[a{mark}-z]", 0, unicode=False)
    assert brackets.read() == f"[a{mark}-z]"
    assert brackets.marks == [mark]
    assert is_mark(mark)
    assert not is_mark("é")


def test_characters_by_their_numbers() -> None:
    assert [coded(each) for each in (9, 0xE9, 0x263A, 0x1F600)] == [
        r"\x09",
        r"\xe9",
        r"\u263a",
        r"\U0001f600",
    ]
    texts = [r"x41", r"x{263A}", r"x", r"o{101}", r"cA", r"c?", r"e", r"t", r"N{U+263a}"]
    found = [escaped_character(f"{each}!", 0) for each in texts]
    numbers = [r"\x41", r"\u263a", r"\x00", r"\x41", r"\x01", r"\x7f", r"\x1b", r"\t", r"\u263a"]
    assert found == [(number, len(text)) for text, number in zip(texts, numbers, strict=True)]
    assert escaped_character("y", 0) is None


def test_what_cannot_be_seen_is_written_by_its_number() -> None:
    assert [shown(each) for each in "a\n\t\x07é\x85"] == ["a", r"\n", r"\t", r"\x07", "é", r"\x85"]
