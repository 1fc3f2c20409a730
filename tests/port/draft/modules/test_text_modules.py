"""Text::Wrap, Text::Tabs and Text::ParseWords by the tables, beside Perl."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysvirt.port.draft.modules.table import Form
from sysvirt.port.draft.modules.text_modules import TEXT_PARSEWORDS, TEXT_TABS, TEXT_WRAP
from sysvirt.port.prelude.wrapping import PerlWrapping, perl_wrapping
from tests.port.both_sides import assert_calls, assert_same, called, run

LONG = "The quick brown fox jumps over the lazy dog, and then it runs away from all of them there."
TEXTS: list[list[object]] = [
    [], [""], ["short"], [LONG], [LONG, LONG], ["one\n", "two"],
    ["line one\nline two\n\nline three\n"], ["x" * 200], ["a\tb\tc " * 20],
    ["  leading", "and trailing  "], ["a" * 75 + " b"], [" ".join("ab" * 60)],
    ["para one.\n  para two\nmore\n\n  para three " + LONG], [None, "x"],
]  # fmt: skip


@pytest.fixture(autouse=True)
def fresh() -> None:
    vars(perl_wrapping).update(vars(PerlWrapping()))


@pytest.mark.parametrize("columns", [76, 40, 20, 5])
def test_lines(columns: int) -> None:
    run(Form(f"vars(perl_wrapping).update(columns={columns})"), [])
    calls: list[tuple[object, ...]] = []
    for name, texts, (first, other) in itertools.product(
        ("wrap", "fill"),
        TEXTS,
        [("", ""), ("  ", ""), ("* ", "  "), ("\t", "\t"), ("        ", "")],
    ):
        if columns > 10 or len(first.expandtabs()) < 3:
            calls.append((name, first, other, *texts))
    setup = f"no warnings; use Text::Wrap qw(wrap fill); $Text::Wrap::columns = {columns};"
    assert_calls(TEXT_WRAP, calls, setup)


@pytest.mark.parametrize(
    ("perl", "python"),
    [
        ("$Text::Wrap::huge = 'overflow'", 'huge="overflow"'),
        ("$Text::Wrap::separator = '|'", 'separator="|"'),
        ("$Text::Wrap::separator2 = '|'", 'separator2="|"'),
        ("$Text::Wrap::unexpand = 0", "unexpand=0"),
        ("$Text::Wrap::break = qr/[\\s,]/", 'break_=r"[\\s,]"'),
        ("$Text::Wrap::tabstop = 4", "tabstop=4"),
    ],
)
def test_settings(perl: str, python: str) -> None:
    run(Form(f"vars(perl_wrapping).update(columns=30, {python})"), [])
    calls = [("wrap", "    ", "        ", *texts) for texts in TEXTS]
    setup = f"no warnings; use Text::Wrap qw(wrap fill); $Text::Wrap::columns = 30; {perl};"
    assert_calls(TEXT_WRAP, calls, setup)


def test_the_names_of_the_settings() -> None:
    names = {each.removeprefix("perl_wrapping.") for each in TEXT_WRAP.variables.values()}
    assert names == set(vars(PerlWrapping()))


def test_tabs() -> None:
    texts = [
        "a\tb",
        "\t\tx",
        "        y",
        "ab      c",
        "12345678\t9",
        "a\nb\tc\n",
        "",
        "   ",
        " \t ",
    ]
    texts += ["        ", "x               y", "1234567 8", "         z\n        w"]
    for names in (["expand"], ["unexpand"]):
        calls = [(names[0], *texts), *((names[0], each) for each in texts)]
        assert_calls(TEXT_TABS, calls, "use Text::Tabs;")
        assert_calls(TEXT_TABS, calls[1:], "use Text::Tabs;", scalar=True)


LINES = [
    'a b "c d" e', "a 'b c' d", 'say "a \\"quoted\\" word"', "a\\ b c", "", "   lead", "trail  ",
    'open "quote', "it's", '"" x', "a,b;c", '"a","b c",d', "a:'b:c':d", "x\\",
    'mixed"in the"middle', "'single \\' x'", "a\tb\nc", ",,a,", '"a"b', "one", '  "q"  ', "a,,b",
    "'it'\"s\"",
]  # fmt: skip


def test_words() -> None:
    calls: list[tuple[object, ...]] = [("shellwords", each) for each in LINES]
    calls += [("shellwords", *LINES[:3])]
    for delimiter, keep in itertools.product((",", r"\s+", "[:;,]"), (0, 1, "delimiters")):
        calls += [("parse_line", delimiter, keep, each) for each in LINES]
        calls += [("quotewords", delimiter, keep, each) for each in LINES]
    calls.append(("quotewords", ",", 0, *LINES[:4]))
    assert_calls(TEXT_PARSEWORDS, calls, "no warnings; use Text::ParseWords;")
    nested = called(TEXT_PARSEWORDS, "nested_quotewords", ",", 0, "a,b", "c,'d,e'")
    assert_same(
        [("[nested_quotewords(',', 0, 'a,b', q(c,'d,e'))]", nested)], "use Text::ParseWords;"
    )


@settings(max_examples=10, deadline=None)
@given(st.lists(st.text("ab'\" \\,", max_size=10), min_size=40, max_size=40))
def test_any_lines(lines: list[str]) -> None:
    calls: list[tuple[object, ...]] = [("shellwords", each) for each in lines]
    calls += [("quotewords", ",", 1, each) for each in lines]
    assert_calls(TEXT_PARSEWORDS, calls, "no warnings; use Text::ParseWords;")


@settings(max_examples=10, deadline=None)
@given(st.lists(st.text("ab  \n\t", max_size=40), min_size=20, max_size=20), st.integers(10, 20))
def test_any_paragraphs(texts: list[str], columns: int) -> None:
    perl_wrapping.columns = columns
    calls: list[tuple[object, ...]] = [("wrap", "- ", "  ", each) for each in texts]
    calls += [("fill", "", "", each) for each in texts]
    setup = f"no warnings; use Text::Wrap qw(wrap fill); $Text::Wrap::columns = {columns};"
    assert_calls(TEXT_WRAP, calls, setup)
