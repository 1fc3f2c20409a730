"""Perl's patterns in Python: what they find is what Perl finds."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysvirt.port.draft.patterns.regex import translate
from sysvirt.port.python.refusing import Untranslatable
from tests.port.draft.matching import (
    Case,
    assert_same_matches,
    case,
    compiled,
    found_by_python,
    perl_matches,
    written,
)
from tests.port.helpers import HELPERS
from tests.port.prelude.perl_side import assert_same, perl_literal

TEXTS = [
    "", "\n", "\n\n", "a", "abc", "abc\n", "abc\ndef\n", "abc\ndef", "\nabc\n\n", "ABC abc", "aaa",
    "aab", "foo bar", "foo.bar", "foo=bar, baz = qux", "  padded  ", "\tx\x0by\x0cz\r\n",
    "x\r\ny\rz\n", "a.b*c+d", "vm-01.example.org", "192.168.122.1", "52:54:00:6b:3c:58",
    "<name>guest 1</name>", "a\x1cb", "a-b]c[d^e", "key: value # comment", "1024 MiB", "-12.50e+3",
    "{braces} {2}", "aXbXc", "x\x00y", "caf\xe9 \xa0\xb5\x85 na\xefve",
    "Domain-0    0  1024  r-----", "/var/lib/libvirt/images/a.qcow2", "\\back\\slash",
    "$money @home %hash", "_under_", "--", "&&~~||", "abab", "aa bb cc", "foofoo barbar",
    "\"quoted\" 'text'", "\x1b[31mred\x1b[0m", "a\n\nb\n", "0x1F 0755", "e\x07\x08",
]  # fmt: skip

#: Patterns as scripts have them: each with its modifiers.
PATTERNS = [
    (r"a", ""), (r"^abc$", ""), (r"abc$", ""), (r"^", ""), (r"$", ""), (r"^", "m"), (r"$", "m"),
    (r"^$", "m"), (r"^\s*$", "m"), (r"^a*", "m"), (r"^\w", "m"), (r"(^|x)\n?", "m"),
    (r"(?:^|,)\w", "m"), (r"^(a|)", "m"), (r"(?=^)", "m"), (r"(?=^)\w", "m"), (r"(?=\n^)\n", "m"),
    (r"(?=a)a*", ""), (r"(?<=\n)^", "m"), (r"^(?!x)", "m"), (r"^x?\n", "m"), (r"^.*$", "m"),
    (r"^.*$", ""), (r"^.*$", "s"), (r"^.*$", "ms"), (r"^(.*?)$", "mx"), (r"\Aabc\z", ""),
    (r"\Aabc\Z", ""), (r"abc\Z", "m"), (r"abc\z", "m"), (r"^abc\z", "m"), (r"\n\Z", ""),
    (r"\n\z", ""), (r"\d+", ""), (r"\D+", ""), (r"\w+", ""), (r"\W+", ""), (r"\s+", ""),
    (r"\S+", ""), (r"\bb", ""), (r"\Bb", ""), (r"\b", ""), (r"\h+", ""), (r"\H+", ""), (r"\v+", ""),
    (r"\V+", ""), (r"\R", ""), (r"\N+", ""), (r"[\h,]+", ""), (r"[\v]", ""), (r"[^\h]+", ""),
    (r"[[:space:]]+", ""), (r"[[:alpha:]]+", ""), (r"[[:digit:].]+", ""), (r"[[:alnum:]_-]+", ""),
    (r"[^[:space:]]+", ""), (r"[[:^space:]]+", ""), (r"[[:upper:]]+", ""), (r"[[:upper:]]+", "i"),
    (r"[[:lower:]]+", ""), (r"[[:punct:]]+", ""), (r"[[:print:]]+", ""), (r"[[:graph:]]+", ""),
    (r"[[:cntrl:]]+", ""), (r"[[:xdigit:]]+", ""), (r"[[:word:]]+", ""), (r"[[:^word:]]+", ""),
    (r"[[:blank:]]+", ""), (r"[[:ascii:]]+", ""), (r"[[:^alpha:]]+", ""), (r"[^[:^digit:]]+", ""),
    (r"[^[:^upper:]]+", ""), (r"[[:^digit:]a]+", ""), (r"[a-c]+", ""), (r"[^a-c]+", ""),
    (r"[a-]+", ""), (r"[-a]+", ""), (r"[\w-]+", ""), (r"[\w-.]+", ""), (r"[\d-\s]+", ""),
    (r"[]a]+", ""), (r"[^]a]+", ""), (r"[[a]+", ""), (r"[a\]]+", ""), (r"[\[\]]+", ""),
    (r"[^\]]+", ""), (r"[a^]+", ""), (r"[\^a]+", ""), (r"[a\-c]+", ""), (r"[+--]+", ""),
    (r"[&&]+", ""), (r"[~~||&&-]+", ""), (r"[--a]+", ""), (r"[a-c-e]+", ""), (r"[\x41-\x43]+", ""),
    (r"[\t\n\r\f ]+", ""), (r"[\e\a]", ""), (r"[\b]", ""), (r"[\0]", ""), (r"[\101-\103]+", ""),
    (r"[\$\@%]+", ""), (r"[\$\@\%]\w+", ""), (r"[\/\\]+", ""), (r"[.*+?(){}|]+", ""), (r"[#]", "x"),
    (r"[ ]", "x"), (r"[\"']", ""), (r"[^\"']+", ""), (r"\.", ""), (r"a\.b\*c\+d", ""), (r"\/", ""),
    (r"\/var\/lib", ""), (r"\-\-", ""), (r"\@home", ""), (r"\$money", ""), (r"\%", ""), (r"\"", ""),
    (r"\#", ""), (r"\ b", ""), (r"\<name\>", ""), (r"\_", ""), (r"\y?a", ""), (r"\:", ""),
    (r"\=", ""), (r"\{braces\}", ""), (r"{braces}", ""), (r"b{r", ""), (r"a{2}", ""),
    (r"a{2,}", ""), (r"a{1,2}", ""), (r"a{,2}b", ""), (r"a{,}", ""), (r"a{1,2}?", ""),
    (r"a*?b", ""), (r"a+?", ""), (r"a??b", ""), (r"a++b", ""), (r"a*+b", ""), (r"a?+a", ""),
    (r"a{1,2}+b", ""), (r"(?>a+)b", ""), (r"(?>a|ab)c", ""), (r"(a)(b)?", ""), (r"(a|(b))+", ""),
    (r"(?:a|b)+", ""), (r"(\w)\1", ""), (r"(\w+)\1", ""), (r"(\w)\g1", ""), (r"(\w)\g{1}", ""),
    (r"(\w)\g{-1}", ""), (r"(\w)\g-1", ""), (r"(a)(b)\g{-2}\g{2}", ""), (r"(\d)\g{1}?0", ""),
    (r"(\d)\g{1}0|0", ""), (r"(?<k>\w+)=(?<v>\w+)", ""), (r"(?'k'\w+)=", ""), (r"(?P<k>\w+)=", ""),
    (r"(?<c>\w)\k<c>", ""), (r"(?<c>\w)\k{c}", ""), (r"(?<c>\w)\k'c'", ""), (r"(?<c>\w)\g{c}", ""),
    (r"(?<c>\w)(?P=c)", ""), (r"(\w)(?<n>\w)", ""), (r"(\w)(?<n>\w)", "n"), (r"(\w)", "n"),
    (r"(?i)abc", ""), (r"a(?i)b", ""), (r"a(?i)b|c", ""), (r"(a(?i)b|c)d?", ""), (r"(?i:a)b", ""),
    (r"(?i)a(?-i)b", ""), (r"(?-i)a", "i"), (r"(?-i:a)b", "i"), (r"(?^:a)b", "i"),
    (r"(?^i:a)b", ""), (r"(?s).+", ""), (r"a(?s).+", ""), (r"a(?s:.)", ""), (r"(?m)^\w+$", ""),
    (r"x?(?m)^", ""), (r"(?m:^)\s*", ""), (r"(?-m:^)\s*", "m"), (r"(?x) a b  # text", ""),
    (r"a (?x) b c # text", ""), (r"(?ix) A b", ""), (r"(?x: a b ) c", ""), (r"(?-x: b)", "x"),
    (r"(a(?i)b(?-i)c|d)", ""), (r"a b", ""), (r"a b", "x"), (r"foo \s bar", "x"),
    ("^ (\\w+) # a word, and ( or \"'/\n  \\s* = \\s* (\\w+)", "x"), (r"\#", "x"),
    (r"foo\ bar", "x"), ("\n  a   # one\n  | b # two\n", "x"), (r"a +", "x"), ("a # b", "x"),
    (r"foo(?=bar)", ""), (r"foo(?!bar)", ""), (r"(?<=foo)bar", ""), (r"(?<!foo)bar", ""),
    (r"(?<=a|b)c", ""), (r"(?#comment)a", ""), (r"a(?#one)b(?#two)", ""), (r"a(?#x)+", ""),
    (r"(a)?(?(1)b|c)", ""), (r"(?<q>a)?(?(<q>)b|c)", ""), (r"(?<q>a)?(?('q')b|c)", ""),
    (r"\x41", ""), (r"\x{41}", ""), (r"\x{e9}", ""), (r"\xe9", ""), (r"\x4z?", ""), (r"\x", ""),
    (r"\o{101}", ""), (r"\101", ""), (r"\0", ""), (r"\19|\10", ""), (r"\012", ""), (r"\cG", ""),
    (r"\c[", ""), (r"\e\[\d+m", ""), (r"\a", ""), (r"\N{U+41}", ""), (r"\t|\n|\r|\f", ""),
    ("é", ""), ("É", "iu"), ("[é]", ""), (r"\w+", "a"), (r"\d+", "a"), (r"\w+", "i"), (r"A", "i"),
    (r"ABC", "im"), (r"a.c", "s"), (r"a.d", "s"), (r"c.d", "s"), (r"c.d", ""),
    (r"^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$", ""), (r"^([0-9a-f]{2}:){5}[0-9a-f]{2}$", "i"),
    (r"<(\w+)>(.*?)</\1>", ""), (r"^\s+|\s+$", ""), (r"^\s*(\S+)\s*=\s*(.*?)\s*$", ""),
    (r"^\s*#", ""), (r"^(\S+)\s+(\d+)\s+(\d+)\s+(\S+)", ""), (r"[^/]+$", ""),
    (r"\.(qcow2|img)$", ""), (r"^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$", ""), (r"(.)(.)", "s"),
    (r"x*", ""), (r"(?:)", ""), (r"a|b|", ""), (r"|a", ""), (r"\w*?", ""), (r"(a*)*", ""),
    (r"(?:a*)+", ""), (r"(a*)+", ""), ("a\tb|\tx", ""), ("a\n", ""), (r"(?p)a", ""), (r"a\z|b", ""),
    (r"\Q.\E", ""), (r"\Qa.b*c\E\+", ""), (r"\Qa.b", ""), (r"[\Q]^-\E]+", ""),
    (r"\Q foo #\E|o\ b", "x"), (r"\Q b\E|\ b # \Q", "x"), (r"[#\Q.\E]", "x"), (r"[#\Q.\E]", ""),
    (r"\\", ""), (r"\\b", ""), (r"\Q\b\E", ""),
]  # fmt: skip


@pytest.mark.parametrize("start", range(0, len(PATTERNS), 40))
def test_a_pattern_finds_what_perl_finds(start: int) -> None:
    assert_same_matches([case(*each, TEXTS) for each in PATTERNS[start : start + 40]], TEXTS)


#: Patterns with variables: their pieces in Python, and as Perl writes them with the same names.
WITH_VALUES: list[tuple[list[str], str, dict[str, Any]]] = [
    (["^", "$name", "$"], "", {"name": "abc"}),
    (["^", "$name", "$"], "", {"name": "a|b"}),
    (["$name"], "i", {"name": "ABC"}),
    (["(", "$name", ")-(\\d+)"], "", {"name": "vm|guest"}),
    (["\\Q", "$name", "\\E"], "", {"name": "a.b*c+d"}),
    (["\\Q", "$name"], "", {"name": "foo.bar"}),
    (["^\\Q", "$name", "\\E\\."], "", {"name": "vm-01"}),
    (["[", "$name", "]+"], "", {"name": "a-c"}),
    (["[^\\Q", "$name", "\\E]+"], "", {"name": "]^-a"}),
    (["\\Q", "$name", "\\E|", "$more"], "", {"name": "[d^e", "more": r"\w+="}),
    (["$name", "+"], "", {"name": "oo"}),
    (["$name", "{2}"], "", {"name": "a"}),
    (["$name", "b"], "", {"name": 1024}),
    (["\\Q", "$name", "\\E"], "", {"name": 12.5}),
    (["x", "$name"], "", {"name": None}),
    (["\\Q x ", "$name", " # y\\E"], "x", {"name": " "}),
    ([" ", "$name", " b # comment"], "x", {"name": "a # text\n"}),
    (["$name"], "", {"name": r"\d+\h*MiB\z"}),
    (["$name"], "", {"name": r"[[:upper:]][[:lower:]]*\b"}),
    (["$name"], "", {"name": r"(?<unit>[KM]iB)|\x{41}"}),
    (["$name"], "", {"name": r"(?i)abc|foo"}),
    (["a", "$name"], "", {"name": r"(?^i:B)"}),
    (["$name"], "i", {"name": r"(?^:b)"}),
    (["$name"], "m", {"name": r"^\s*$|[\s\w]\Z|\S\W|\N\n"}),
    (["$name"], "", {"name": r"\R|\v|[\h\v\e]|\V\H"}),
    (["$name"], "", {"name": r"[]a]|[^]a]b|[a\]]"}),
]

#: The same with a compiled pattern, as Perl and as Python has it.
WITH_PATTERNS = [
    (["$rx"], "", "b", ""),
    (["a", "$rx"], "", "b|c", "i"),
    (["^", "$rx", "$"], "m", "^a.*", "s"),
    (["$rx", "+"], "", "ab", ""),
    (["$rx", "b"], "i", "a", ""),
    (["($rx)", "\\1"], "", "a", ""),
    (["$rx", "|", "$rx"], "", " a # one", "x"),
    (["\\w", "$rx"], "a", "\\s", ""),
    (["$rx", "\\w"], "", "(.)", "s"),
    (["$rx", "."], "s", ".", ""),
]


def pieces_of(parts: list[str]) -> list[str | ast.expr]:
    return [ast.Name(each[1:]) if each.startswith("$") and each[1:] else each for each in parts]


def braced(parts: list[str]) -> str:
    return "".join(
        f"${{{each[1:]}}}" if each.startswith("$") and each[1:] else each for each in parts
    )


def test_variables_in_a_pattern() -> None:
    cases: list[Case] = []
    for parts, modifiers, values in WITH_VALUES:
        made = compiled(translate(pieces_of(parts), modifiers), values)
        declared = " ".join(
            f"my ${name} = {perl_literal(value)};" for name, value in values.items()
        )
        match = written(braced(parts), modifiers)
        found = [found_by_python(made, each) for each in TEXTS]
        cases.append(
            Case(perl_matches(match, TEXTS, declared), f"{match} {values} {made.pattern}", found)
        )
    assert_same_matches(cases, TEXTS)


def test_compiled_patterns_in_a_pattern() -> None:
    cases: list[Case] = []
    for written_parts, modifiers, inner, inner_modifiers in WITH_PATTERNS:
        value = compiled(translate([inner], inner_modifiers))
        parts = [
            each
            for part in written_parts
            for each in part.replace("($rx)", "(\0$rx\0)").split("\0")
        ]
        made = compiled(translate(pieces_of(parts), modifiers), {"rx": value})
        match = written(braced(parts), modifiers)
        declared = f"my $rx = qr~{inner}~{inner_modifiers};"
        found = [found_by_python(made, each) for each in TEXTS]
        cases.append(
            Case(perl_matches(match, TEXTS, declared), f"{match} {declared} {made.pattern}", found)
        )
    assert_same_matches(cases, TEXTS)


@pytest.mark.parametrize(
    ("pattern", "modifiers"),
    [
        (r"a\Kb", ""), (r"\X", ""), (r"\p{L}", ""), (r"\PL", ""), (r"[\p{L}]", ""),
        (r"(a(?R)?b)", ""), (r"(a(?1)?b)", ""), (r"(?<n>a)(?&n)", ""), (r"(?|(a)|(b))", ""),
        (r"(?{ 1 })", ""), (r"(??{ 1 })", ""), (r"(*FAIL)", ""), (r"a(*SKIP)b", ""),
        (r"(?(R)a|b)", ""), (r"(?(DEFINE)a)", ""), (r"(?<=a*)b", ""), (r"(?<n>a)(?<n>b)", ""),
        (r"\b{wb}", ""), (r"a\Gb", ""), (r"\Ua\E", ""), (r"\La", ""),
        (r"\N{GREEK SMALL LETTER ALPHA}", ""), (r"\2(a)", ""), (r"(a\1)", ""),
        (r"[[:^alpha:]_]", ""), (r"[[:alpha:]]", "u"), (r"[\H]", ""), (r"[[:nonsense:]]", ""),
        (r"(?=a)*b", ""), (r"(?!(a))?", ""), (r"a", "l"), (r"a b", "xx"), ("", ""), (r"(?l)a", ""),
        (r"(a", ""), (r"a)", ""), (r"[a", ""), (r"a**", ""), ("a\\", ""), (r"\g{nonsense", ""),
    ],
)  # fmt: skip
def test_what_python_cannot_say_is_refused(pattern: str, modifiers: str) -> None:
    with pytest.raises(Untranslatable, match=r"\S"):
        translate([pattern], modifiers)


def test_a_variable_behind_a_backslash_is_refused() -> None:
    with pytest.raises(Untranslatable):
        translate(["\\", ast.Name("b")], "")


def test_a_variable_in_a_comment_is_no_variable() -> None:
    made = translate(["a # of ", ast.Name("b"), "\n|c"], "x")
    assert made.text == "a # of $\n|c"
    assert not made.may_have_more_groups


def test_the_modifiers_of_the_operator_are_given_back() -> None:
    made = translate([r"(a)(?<n>b)"], "gimeer")
    assert made.operator == "geer"
    assert made.flags is not None
    assert ast.unparse(made.flags) == "re.IGNORECASE | re.MULTILINE"
    assert (made.groups, made.names, made.text) == (2, ("n",), "(a)(?P<n>b)")
    assert not made.may_have_more_groups


def test_whether_a_variable_may_bring_groups() -> None:
    assert translate(["a", ast.Name("b")], "").may_have_more_groups
    assert not translate(["[", ast.Name("b"), r"]\Q", ast.Name("c")], "").may_have_more_groups


def test_the_position_is_no_part_of_the_pattern() -> None:
    made = translate([r"\Ga"], "gc")
    assert (made.from_position, made.text, made.operator) == (True, "a", "gc")


def test_only_what_means_another_thing_in_unicode_is_for_ascii() -> None:
    for pattern, modifiers, flags in [
        (r"\d+x", "", None), (r"\d", "a", "re.ASCII"), (r"\w", "", "re.ASCII"), (r"\w", "u", None),
        (r"\b", "", "re.ASCII"), ("é", "i", "re.IGNORECASE | re.ASCII"), ("é", "", None),
        ("e", "i", "re.IGNORECASE"), (r"[[:space:]]", "", "re.ASCII"),
    ]:  # fmt: skip
        made = translate([pattern], modifiers).flags
        assert (made and ast.unparse(made)) == flags, pattern


def test_a_text_needs_no_helper() -> None:
    text = ast.parse("perl_text(x)", mode="eval").body
    made = translate([r"\Q", text, r"\E[", text, "]"], "")
    assert ast.unparse(made.pattern) == "re.escape(perl_text(x)) + '[' + perl_text(x) + ']'"
    made = translate([r"\Q", ast.Name("x")], "", is_text=lambda _: True)
    assert ast.unparse(made.pattern) == "re.escape(x)"


def test_a_helper_that_is_there_is_taken_as_the_place_needs_it() -> None:
    value = ast.parse("perl_pattern(x)", mode="eval").body
    pieces: list[str | ast.expr] = [value, r"\Q", value, r"\E[", value, "]"]
    made = translate(pieces, "", is_text=lambda _: True)
    whole = "perl_pattern(x) + re.escape(perl_text(x)) + '[' + perl_text(x) + ']'"
    assert ast.unparse(made.pattern) == whole


SEPARATORS = [
    (",", ""), ("", ""), (" ", ""), (r"\s+", ""), ("^", ""), ("^", "m"), ("^a", "m"),
    (r"\h*,\h*", ""), ("(,)", ""), (r"\|", ""), (r"\R", ""), (" ", "x"), (r"[[:punct:]]", ""),
    ("A", "i"), ("$", "m"), (r"\z", ""), (r"(?i)B", ""),
]  # fmt: skip


def test_split_at_a_pattern() -> None:
    cases: list[tuple[str, Any]] = []
    for pattern, modifiers in SEPARATORS:
        made = translate([pattern], modifiers, for_split=True)
        at: Any = made.text if made.flags is None else compiled(made)
        cases.extend(
            (
                f"split(/{pattern}/{modifiers}, {perl_literal(text)})",
                HELPERS["perl_split"](at, text),
            )
            for text in TEXTS
        )
    assert_same(cases)
    assert translate([" "], "", for_split=True).text == "[ ]"


atoms = st.sampled_from(
    [
        "a", "b", "ab", ".", r"\w", r"\s", r"\d", r"\n", "[ab]", "[^a]", r"\b", "^", "(?:$)", r"\z",
        r"\Z", r"\A", "(?i)", "(?m)", "(?-i)", " ", "#", r"\ ", r"\#", r"\h", r"[\s-]",
    ]
)  # fmt: skip
times = st.sampled_from(["", "", "", "*", "+", "?", "*?", "{2}", "{,2}", "{1,}"])
groups = st.sampled_from(
    [
        "({})",
        "(?:{})",
        "(?=a){}",
        "(?!b){}",
        "(?>{})",
        "(?i:{})",
        "(?m:{})",
        "(?<=a){}",
        "{}|{}",
        "{}{}",
        "{}{}",
    ]
)


def built(form: str, parts: list[str]) -> str:
    for part in parts:
        form = form.replace("{}", part, 1)
    return form


patterns = st.recursive(
    st.tuples(atoms, times).map("".join),
    lambda inner: st.tuples(
        groups, st.lists(inner, min_size=2, max_size=2), st.sampled_from(["", "", "?"])
    ).map(
        lambda made: (
            built(made[0], made[1])
            + (made[2] if made[0].startswith("(") and made[0].endswith(")") else "")
        )
    ),
    max_leaves=6,
)
SHORT = ["", "a", "b", "ab", "aab b\n", "\n", "a\nb\n", "B a\n\nA", " a# b", "ab\n ab", "1a -"]


def test_any_pattern_finds_the_same_or_is_refused() -> None:
    cases: dict[tuple[str, str], Case] = {}
    refused: set[tuple[str, str]] = set()

    @settings(max_examples=1500, database=None, deadline=None, derandomize=True)
    @given(patterns, st.sampled_from(["", "i", "m", "s", "x", "mx", "ms"]))
    def collect(pattern: str, modifiers: str) -> None:
        try:
            cases[pattern, modifiers] = case(pattern, modifiers, SHORT)
        except Untranslatable:
            refused.add((pattern, modifiers))

    collect()
    assert len(cases) > len(refused)
    assert_same_matches(list(cases.values()), SHORT)
