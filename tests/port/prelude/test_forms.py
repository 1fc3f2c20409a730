"""Lines that are filled in, beside Perl's ``formline``."""

from __future__ import annotations

from typing import Any

from sysvirt.port.prelude import forms
from tests.port.prelude.perl_side import assert_same, perl_literal

#: They have no types.
ours: Any = forms

PICTURES = [
    "@<<<<", "@>>>>", "@||||", "@|||", "@", "@<<", "@###", "@##.##", "@.##", "@0##", "@*",
    "[@<<] @>>", "~ @<<", "x @>>> ~",
]  # fmt: skip
VALUES: list[Any] = [
    "", "a", "abc", "abcdefghij", "two words", "a\nb", 0, 7, 3.14159, -2.5, 12345, None, "12.5",
]  # fmt: skip
#: Texts that go on in the next line, and how much room there is.
TEXTS = [
    "", "short", "a long text that goes on", "well-known hyphen-ated words", "abcdefghijklmnop",
    "one\ntwo", "  blanks  before", "a-b-c-d-e-f", "ends with -", "x ", "five5 more",
]  # fmt: skip


def _filled(picture: str, values: list[Any]) -> str:
    form = ours.PerlForm()
    form.line(picture, values)
    text: str = form.text
    return text


def test_what_is_in_the_fields() -> None:
    cases = []
    for picture in PICTURES:
        for value in VALUES:
            given = [value] * picture.count("@")
            listed = ", ".join(map(perl_literal, given))
            perl = f"my @v = ({listed}); $^A = ''; formline({perl_literal(picture + chr(10))}, @v)"
            cases.append((f"{perl}; my $r = $^A; $^A = ''; $r", [_filled(picture, given)]))
    assert_same(cases)


def test_what_goes_on_in_the_next_line() -> None:
    cases = []
    for width in (1, 4, 6, 11):
        picture = "^" + "<" * (width - 1)
        for text in TEXTS:
            form = ours.PerlForm()
            form.line(picture, [text])
            perl = f"my $t = {perl_literal(text)}; $^A = ''; formline('{picture}' . chr(10), $t)"
            cases.append((f"{perl}; my $r = $^A; $^A = ''; ($r, $t)", [form.text, form.rests[0]]))
    assert_same(cases)


def test_a_line_that_may_be_missing() -> None:
    form = ours.PerlForm()
    assert form.line("~ @<<", [""]) is False
    assert form.line("~ @<<", ["a"]) is True
    assert form.text == "  a\n"
