"""Texts as bytes and back; test_encode.py of the tables compares them to Perl's."""

from __future__ import annotations

import pytest

from sysvirt.port.prelude.encodings import perl_codec, perl_decode, perl_encode


def test_encodings_have_several_names() -> None:
    assert [perl_codec(each) for each in ("UTF-8", "utf8", "utf-8-strict")] == ["utf-8"] * 3


def test_an_unknown_encoding_is_an_error() -> None:
    with pytest.raises(LookupError, match="Unknown encoding 'nix'"):
        perl_encode("nix", "a")


def test_bytes_are_characters_to_who_encodes_them() -> None:
    assert perl_encode("utf-8", b"\xc3\xa9") == b"\xc3\x83\xc2\xa9"


def test_bytes_that_are_no_text_stay() -> None:
    assert perl_encode("utf-8", "a\udcff") == b"a\xff"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (b"\xc3\xa9", "\xe9"),
        ("\xc3\xa9", "\xe9"),
        ("\xe9", "\xe9"),
        (b"a\xff", "a\ufffd"),
        (None, None),
    ],
)
def test_what_is_decoded(value: object, text: str | None) -> None:
    assert perl_decode("UTF-8", value) == text
