r"""Backslashes in texts: characters, and `\U…\E` and its like."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysvirt.port.draft.patterns.escapes import case_escapes, evaluated
from sysvirt.port.python.refusing import Untranslatable
from tests.port.helpers import HELPERS
from tests.port.prelude.perl_side import PerlError, assert_same, perl_literal, perl_results

VALUES: dict[str, Any] = {"x": "aB c.d", "y": "Zz", "e": "", "n": 12.5, "u": None}


def parted(text: str) -> list[str | ast.expr]:
    """A text of Perl, with names for `<x>` in it."""
    parts = text.replace("<", "\0<").replace(">", ">\0").split("\0")
    return [
        ast.parse(f"perl_text({each[1:-1]})", mode="eval").body if each[0] == "<" else each
        for each in parts
        if each
    ]


def value_of(text: str) -> str:
    """What the text of Python is."""
    made = ast.unparse(ast.fix_missing_locations(case_escapes(parted(text))))
    return str(eval(made, HELPERS | VALUES))


def perl_of(text: str) -> str:
    declared = " ".join(f"my ${name} = {perl_literal(value)};" for name, value in VALUES.items())
    for name in VALUES:
        text = text.replace(f"<{name}>", f"${{{name}}}")
    return f'{declared} "{text}"'


TEXTS = [
    r"a\tb\n", r"\x41\x{263a}\x", r"\x4z", r"\0", r"\033[1m", r"\12\101", r"\o{101}", r"\cA\c[",
    r"\e\a\f\r\b", r"\\n", r"\$x \@y \"", r"\y\z", r"\N{U+41}", r"\N{GREEK SMALL LETTER ALPHA}",
    r"\Uabc", r"\Uabc\Edef", r"\U<x>\E<x>", r"\L<x>", r"\u<x>", r"\l<y>", r"\u\L<y> <x>",
    r"\L\u<y> <x>", r"\U\l<x>", r"\Q<x>\E.", r"\Qa.b\E.c", r"\Q\n\E", r"\U\Q<x>\Ea\Eb",
    r"\Q\U<x>\Ea.\Eb", r"\Ua\Lb<y>\Ec\Ed", r"\u<e>abc", r"\u<e> abc", r"\u<e><x>", r"\uabc<x>",
    r"a\u", r"a\Eb", r"\u\Eb<x>", r"\U\Eb", r"\L<x>\u<y>b\Ec", r"\Lab\uCD\E<x>", r"\F<x>A\E",
    r"\U<n> <u>", r"\u<n>a", r"\Ua\nb", r"\u\na", r"\\Ua", r"\\\Ua", r"\u\u<x>", r"\l\u<x>",
    r"\Q<n>", r"<x>\U\E<y>", "",
]  # fmt: skip


def test_texts_with_backslashes() -> None:
    assert_same([(perl_of(each), [value_of(each)]) for each in TEXTS])


pieces = st.lists(
    st.sampled_from(
        [
            r"\U",
            r"\L",
            r"\Q",
            r"\E",
            r"\E",
            r"\u",
            r"\l",
            "ab",
            "Cd.",
            " ",
            "<x>",
            "<e>",
            "<y>",
            r"\n",
            r"\\",
        ]
    ),
    max_size=7,
).map("".join)


def test_any_text() -> None:
    cases: dict[str, str] = {}

    @settings(max_examples=1000, database=None, deadline=None, derandomize=True)
    @given(pieces)
    def collect(text: str) -> None:
        cases[text] = value_of(text)

    collect()
    results = perl_results(perl_of(text) for text in cases)
    # Perl itself can't read some, such as one \\U behind another.
    read = [pair for pair in zip(cases, results, strict=True) if not isinstance(pair[1], PerlError)]
    assert len(read) > len(cases) / 2
    different = [text for text, theirs in read if theirs != [cases[text]]]
    assert different == []


@pytest.mark.parametrize(
    ("text", "python"),
    [
        (r"\U<x>", "perl_text(x).upper()"),
        (r"Hello \u<x>, \LYou\E", "f'Hello {perl_ucfirst(perl_text(x))}, you'"),
        (r"\u<x>ab\\", r"perl_ucfirst(perl_text(x) + 'ab\\')"),
        (r"\u<x>ab\\\Ec<y>", r"perl_ucfirst(perl_text(x) + 'ab\\') + 'c' + perl_text(y)"),
        (r"\Uabc\E\n", r"'ABC\n'"),
    ],
)
def test_what_is_written(text: str, python: str) -> None:
    assert ast.unparse(case_escapes(parted(text))) == python


def test_a_text_needs_no_helper() -> None:
    (made,) = evaluated([r"\U", ast.Name("x")], is_text=lambda _: True)
    assert isinstance(made, ast.expr)
    assert ast.unparse(made) == "x.upper()"


def test_what_is_no_text_is_refused() -> None:
    for text in ("a\\", r"\N{NO SUCH NAME}"):
        with pytest.raises(Untranslatable):
            case_escapes([text])
