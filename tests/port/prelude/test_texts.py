"""Functions on texts, where the table doesn't lead to them; the others are tried by it."""

from __future__ import annotations

from sysvirt.port.prelude.texts import (
    perl_hex,
    perl_length,
    perl_quotemeta,
    perl_rindex,
    perl_substr,
)
from tests.port.both_sides import assert_same, literal


def test_bytes_have_their_own_length() -> None:
    assert (perl_length(b"\xc3\xa4"), perl_length("ä"), perl_length(None)) == (2, 1, None)


def test_quoted_texts_are_patterns_of_themselves() -> None:
    texts = ["a.b*c", "[x] (y) {z}", "$100 @ 5%", "a\nb", "_-0/", ""]
    assert_same([(f"quotemeta({literal(text)})", perl_quotemeta(text)) for text in texts])


def test_numbers_of_more_than_64_bits_have_a_point() -> None:
    assert isinstance(perl_hex("f" * 16), int)
    assert isinstance(perl_hex("1" + "0" * 16), float)


def test_places_outside() -> None:
    assert (perl_rindex("abc", "c", 99), perl_rindex("abc", "", -5)) == (2, 0)
    assert (perl_substr("abc", 4), perl_substr("abc", 3), perl_substr("abc", -9, 7)) == (
        None,
        "",
        "a",
    )
