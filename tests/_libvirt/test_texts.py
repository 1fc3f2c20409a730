"""Texts that aren't UTF-8, on their way from C and back."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Domain, Error
from sysvirt._libvirt import texts


@pytest.mark.parametrize(
    ("raw", "text"), [(b"", ""), ("größe".encode(), "größe"), (b"a\xff\xfe", "a\udcff\udcfe")]
)
def test_every_byte_of_a_text_is_kept(raw: bytes, text: str) -> None:
    assert texts.decode(raw) == text
    assert text.encode("utf-8", "surrogateescape") == raw


def test_null_is_none() -> None:
    nothing: Any = None
    assert texts.decode(nothing) is None
    assert texts.encode(None) is None


def test_a_text_goes_to_c_as_utf8() -> None:
    assert texts.encode("größe") == "größe".encode()


@pytest.mark.parametrize(
    ("name", "arguments", "wanted"),
    [
        ("virDomainGetName", (), "test"),
        ("virDomainGetMetadata", (Domain.METADATA_TITLE, None, 0), "größe"),
    ],
)
def test_a_text_that_libvirt_lends_or_gives_away_is_read(
    dom: Domain, name: str, arguments: tuple[Any, ...], wanted: str
) -> None:
    dom.set_metadata(Domain.METADATA_TITLE, "größe")
    for _ in range(1000):
        # Freed though it is only lent, or twice, it would end the process.
        assert texts.read(name, dom.handle._o, *arguments) == wanted


def test_a_function_that_has_no_text_to_give_fails(dom: Domain) -> None:
    with pytest.raises(Error, match="[mM]etadata") as caught:
        texts.read("virDomainGetMetadata", dom.handle._o, Domain.METADATA_ELEMENT, "urn:none", 0)
    assert caught.value.code() == Error.ERR_NO_DOMAIN_METADATA
    with pytest.raises(Error) as caught:
        texts.read("virDomainGetName", None)
    assert caught.value.code() == Error.ERR_INVALID_DOMAIN
