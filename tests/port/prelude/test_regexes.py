"""What Perl remembers of matches, and what it splits at."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sysvirt.port.prelude import regexes
from tests.port.prelude.perl_side import assert_same, perl_literal

#: They have no types.
ours: Any = regexes

# Splitting -----------------------------------------------------------------------------------

#: Patterns that both languages have, and flags.
SEPARATORS = [
    (",", ""), (",", "i"), (r"\s+", ""), (r"\s*", ""), ("", ""), ("(,)", ""), ("(,)|(;)", ""),
    ("(-)?,", ""), ("^", "m"), (r"\n", ""), ("[ ]", ""), (r"\s*,\s*", ""), ("x*", ""), ("a", "i"),
    (r"\|", ""), ("(?=b)", ""), (r"\b", ""), (":", ""), ("(a)(b)?", ""), ("x*?", ""), ("|,", ""),
    ("(x*)", ""),
]  # fmt: skip
SPLIT = [
    "", ",", ",,", "a", "a,b", "a,b,,", ",a,b", ",,a,,b,,", " a b ", "  ", " ", "a b\tc\n",
    "\x0ba\x1cb", "axxb", "xxaxx", "a,b;c-,d", "l1\nl2\n", "\nl\n\n", "abab", "AbaB", "a:b:c::",
    "a|b|c", "a , b,c", "0", "0,0,", "a\xa0b",
]  # fmt: skip
LIMITS = [None, 0, 1, 2, 3, 10, -1]


def split_case(separator: str, flags: str, text: str, limit: int | None) -> tuple[str, Any]:
    options = sum(int({"i": re.IGNORECASE, "m": re.MULTILINE}[each]) for each in flags)
    more = "" if limit is None else f", {limit}"
    pattern = "' '" if separator == " " else f"/{separator}/{flags}"
    perl = f"split({pattern}, {perl_literal(text)}{more})"
    # Python finds a line behind the last end of a line.
    python = r"(?:\A|^(?!\Z))" if flags == "m" else separator
    return perl, ours.perl_split(python, text, limit or 0, options | re.ASCII)


def test_split() -> None:
    assert_same(
        [
            split_case(separator, flags, text, limit)
            for separator, flags in [*SEPARATORS, (" ", "")]
            for text in SPLIT
            for limit in LIMITS
        ]
    )


def test_split_of_other_values() -> None:
    assert ours.perl_split(re.compile("B", re.IGNORECASE), "abc") == ["a", "c"]
    assert ours.perl_split(",", None) == []
    assert ours.perl_split("0", 1024) == ["1", "24"]


def test_any_split() -> None:
    cases: list[tuple[str, Any]] = []
    separators = st.sampled_from(
        [",", ",*", ",*?", "(,)*", "a|", "|a", "(a)|b", "(?=a)", "(?<=a)", "a??", "^a", "b$", r"\b"]
    )
    texts = st.text(st.sampled_from("ab,\n"), max_size=6)

    @settings(max_examples=800, database=None, deadline=None, derandomize=True)
    @given(separators, texts, st.sampled_from(LIMITS))
    def collect(separator: str, text: str, limit: int | None) -> None:
        cases.append(split_case(separator, "", text, limit))

    collect()
    assert_same(cases)


# Matches -------------------------------------------------------------------------------------

MATCHES = [
    (r"(\w+)=(\w+)", "key=value more"), (r"(a)|(b)", "xb"), (r"(a)|(b)", "xa"),
    (r"(?:(a)|(b))*", "ab"), (r"(a)(b)?(c)(d)?", "zacy"), (r"b", "abc"), (r"(?<x>a)|(?<y>b)", "b"),
    (r"(?<x>a)(?<y>b)?", "a"), (r"^", ""), (r"z", "abc"), (r"((a)b)", "xabx"),
    (r"(a(b))(c)?", "ab"),
]  # fmt: skip


def test_matches_in_a_list() -> None:
    cases: list[tuple[str, Any]] = []
    for pattern, text in [
        *MATCHES,
        (r"\w", "a b c"),
        (r"(\w)", "a b c"),
        (r"(\w)(\d)?", "a1b"),
        (r"x*", "axb"),
    ]:
        python = pattern.replace("(?<", "(?P<")
        given = perl_literal(text)
        cases.append(
            (f"my @r = {given} =~ /{pattern}/; @r", ours.perl_groups(re.search(python, text)))
        )
        cases.append((f"my @r = {given} =~ /{pattern}/g; @r", ours.perl_match_all(python, text)))
        cases.append(
            (
                f"my $n = () = {given} =~ /{pattern}/g; $n",
                [len(ours.perl_match_all(python, text))],
            )
        )
    assert_same(cases)
    assert ours.perl_match_all("A", "aba", re.IGNORECASE) == ["a", "a"]


def test_substitutions_find_the_same_places() -> None:
    patterns = ["a", "a*", "x*", r"\b", "$", "^", "b|", "|b", "(?=b)", r"\s*$", "b*?", r"\w*"]
    texts = ["", "ab", "aab", "baaab", "abxd", "a b ", "b\n", "xx"]
    cases: list[tuple[str, Any]] = []
    for pattern in patterns:
        for text in texts:
            start = f"my $x = {perl_literal(text)};"
            cases.append(
                (
                    f"{start} my $n = ($x =~ s/{pattern}/<$&>/g); ($x, $n || 0)",
                    list(re.subn(pattern, r"<\g<0>>", text)),
                )
            )
            once = list(re.subn(pattern, r"<\g<0>>", text, count=1))
            cases.append((f"{start} my $n = ($x =~ s/{pattern}/<$&>/); ($x, $n || 0)", once))
    assert_same(cases)


# Positions -----------------------------------------------------------------------------------

PATTERNS = ["a", "b", "a*", "a*?", "", "ab", "(?=b)", "b|", "c", "^a", "$"]
steps = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from(["search", "here", "keep", "here keep", "all", "all here", "all keep"]),
            st.sampled_from(PATTERNS),
        ),
        st.tuples(st.just("set"), st.integers(-7, 7)),
        st.just(("set", None)),
    ),
    max_size=8,
)


def play(text: str, programme: list[tuple[str, Any]]) -> tuple[str, Any]:
    """A row of uses of one text, in Perl and in Python; where the position is after each."""
    position = ours.PerlPosition()
    perl = [f"my $x = {perl_literal(text)}; my @r;"]
    made: list[Any] = []
    for verb, value in programme:
        if verb == "set":
            position.set(value, text)
            perl.append(f"pos($x) = {perl_literal(value)};")
        else:
            here, keep = "here" in verb, "keep" in verb
            match = f"$x =~ /{chr(92) + 'G' if here else ''}(?:{value})/g{'c' if keep else ''}"
            if "all" in verb:
                found = position.all(value, text, here=here, keep=keep)
                made.append([each[0] for each in found])
                perl.append(f"push @r, [{match}];")
            else:
                one = position.search(value, text, here=here, keep=keep)
                made.append(None if one is None else list(one.span()))
                perl.append(f"push @r, scalar({match}) ? [$-[0], $+[0]] : undef;")
        made.append(position.at)
        perl.append("push @r, pos($x);")
    return " ".join(perl) + " @r", made


def test_positions() -> None:
    cases: list[tuple[str, Any]] = []

    @settings(max_examples=500, database=None, deadline=None, derandomize=True)
    @given(st.text(st.sampled_from("ab\n"), max_size=6), steps)
    def collect(text: str, programme: list[tuple[str, Any]]) -> None:
        cases.append(play(text, programme))

    collect()
    assert_same(cases)


def test_another_text_has_no_position() -> None:
    position = ours.PerlPosition()
    position.set(4, "abcd")
    assert position.of("a") is None
    position.set(4, "abcd")
    found = position.search("a", "a")
    assert found is not None
    assert found.span() == (0, 1)


def test_a_reader_of_words() -> None:
    """A lexer, as scripts have it."""
    text = "let x=42;"
    kinds: list[tuple[str, str]] = []
    position = ours.PerlPosition()
    while True:
        if position.search(r"\s+", text, here=True, keep=True):
            continue
        if found := position.search(r"[a-z]+", text, here=True, keep=True):
            kinds.append(("word", found[0]))
        elif found := position.search(r"\d+", text, here=True, keep=True):
            kinds.append(("number", found[0]))
        elif found := position.search(r".", text, here=True, keep=True):
            kinds.append(("sign", found[0]))
        else:
            break
    perl = r"""my $x = 'let x=42;'; my @r; while (1) {
        next if $x =~ /\G\s+/gc;
        if ($x =~ /\G([a-z]+)/gc) { push @r, ['word', $1] }
        elsif ($x =~ /\G(\d+)/gc) { push @r, ['number', $1] }
        elsif ($x =~ /\G(.)/gc) { push @r, ['sign', $1] }
        else { last }
    } @r"""
    assert_same([(perl, kinds)])


# Patterns from variables ---------------------------------------------------------------------


def test_values_in_a_pattern() -> None:
    # What they find is compared with Perl where patterns are translated.
    for value, python in [
        (None, ""), (12.0, "12"), ("a.b", "a.b"), (r"\d\z", r"\d\Z"), (r"[\s:]", r"[ \t\n\r\f\v:]"),
        ("(?<n>a)(?<!b)", "(?P<n>a)(?<!b)"), (re.compile("a|b", re.IGNORECASE), "(?ui-msx:a|b)"),
        (re.compile("a #b", re.VERBOSE | re.ASCII), "(?ax-ims:a #b\n)"), ("(?^i:a)", "(?i-msx:a)"),
        ("(?i)a|b", "(?i:a|b)"), (r"\x{41}\\z", r"A\\z"),
    ]:  # fmt: skip
        assert ours.perl_pattern(value) == python
        re.compile(python)
