"""`tr`, beside Perl's."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sysvirt.port.prelude import transliteration
from tests.port.prelude.perl_side import assert_same, perl_literal

#: They have no types.
ours: Any = transliteration

TEXTS = [
    "", "hello world", "HELLO", "aabbcc", "aab-bcc", "a-b-c", "a\tb\n", "b^a]-", "a\\b/c", "+,-.",
    "\x00\x01b\xe9", "  x  y ", "xyz{}", "aXaXa",
]  # fmt: skip
SIDES = [
    ("a-z", "A-Z"), ("A-Z", "a-z"), ("a-c", ""), ("a-c", "x"), ("a-y", "b-z"), ("a-f", "AB"),
    ("X", ""), (r"\t\n", " "), ("^]-", ""), ("aab", "123"), (r"\\", r"\/"), (r"a\-c", "123"),
    (r"\-a", "12"), (r"\x78\x{79}\172", "123"), ("b-c", "XY"), (" ", ""), ("-", "_"), ("a-", "b_"),
    ("+--", "1-3"), ("--.", "1-3"), ("abc", "xd-"), ("aX", "b"), ("b", "XYZ"), (r"\0-\37", ""),
    ("a-zA-Z0-9", ""), ("a-zA-Z", "n-za-mN-ZA-M"), ("", ""), ("a", r"\n"), (r"\e\a\f\r", "1-4"),
    ("{}", "()"), ("a-a", "z"), (r"\x", "!"),
]  # fmt: skip
MODIFIERS = ["", "c", "d", "s", "cd", "cs", "ds", "cds"]


def test_characters_by_others() -> None:
    cases: list[tuple[str, Any]] = []
    for searched, replaced in SIDES:
        for modifiers in MODIFIERS:
            perl = f"my $n = ($x =~ tr/{searched}/{replaced}/{modifiers}); ($x, $n)"
            cases.extend(
                (
                    f"my $x = {perl_literal(text)}; {perl}",
                    list(ours.perl_tr(text, searched, replaced, modifiers)),
                )
                for text in TEXTS
            )
    assert_same(cases)


sides = st.text(st.sampled_from("abcd xyz-"), max_size=4).filter(lambda side: side.find("-", 1) < 1)


def test_any_characters() -> None:
    cases: list[tuple[str, Any]] = []

    @settings(max_examples=500, database=None, deadline=None, derandomize=True)
    @given(
        st.text(st.sampled_from("abcdxyz- "), max_size=8), sides, sides, st.sampled_from(MODIFIERS)
    )
    def collect(text: str, searched: str, replaced: str, modifiers: str) -> None:
        perl = f"my $n = ($x =~ tr/{searched}/{replaced}/{modifiers}); ($x, $n)"
        made = list(ours.perl_tr(text, searched, replaced, modifiers))
        cases.append((f"my $x = {perl_literal(text)}; {perl}", made))

    collect()
    assert_same(cases)


def test_the_new_text_alone() -> None:
    assert_same(
        [
            (
                "my $x = 'abc'; my $y = ($x =~ tr/a-b/x/r); ($x, $y)",
                ["abc", ours.perl_tr("abc", "a-b", "x", "r")[0]],
            )
        ]
    )
