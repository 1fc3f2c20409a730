"""Notes about domains."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Domain, Error

SHOP = "http://example.com/shop"


def test_a_note_is_kept_and_removed(dom: Domain) -> None:
    for kind in (Domain.METADATA_TITLE, Domain.METADATA_DESCRIPTION):
        with pytest.raises(Error) as caught:
            dom.get_metadata(kind)
        assert caught.value.code() == Error.ERR_NO_DOMAIN_METADATA
        dom.set_metadata(kind, "Grüße <&>")
        assert dom.get_metadata(kind) == dom.get_metadata(kind, None, 0) == "Grüße <&>"
        dom.set_metadata(kind, None)
        with pytest.raises(Error, match="Requested metadata element is not present"):
            dom.get_metadata(kind)


def test_a_programs_element_has_a_namespace(dom: Domain) -> None:
    dom.set_metadata(Domain.METADATA_ELEMENT, '<order no="1"/>', "shop", SHOP)
    assert dom.get_metadata(Domain.METADATA_ELEMENT, SHOP) == '<order no="1"/>'
    assert f'<shop:order xmlns:shop="{SHOP}" no="1"/>' in dom.get_xml_description()
    dom.set_metadata(type=Domain.METADATA_ELEMENT, uri=SHOP)
    with pytest.raises(Error, match="Requested metadata element is not present"):
        dom.get_metadata(Domain.METADATA_ELEMENT, SHOP)


def test_a_note_belongs_to_the_running_or_the_stored_domain(dom: Domain) -> None:
    title = Domain.METADATA_TITLE
    dom.set_metadata(title, "now", None, None, Domain.AFFECT_LIVE)
    dom.set_metadata(title, "then", None, None, Domain.AFFECT_CONFIG)
    assert dom.get_metadata(title) == "now"
    assert dom.get_metadata(title, None, Domain.AFFECT_CONFIG) == "then"


def test_messages(dom: Domain) -> None:
    assert dom.get_messages() == []
    with pytest.raises(Error, match=r"unsupported flags \(0x100000\)"):
        dom.get_messages(1 << 20)


@pytest.mark.parametrize(
    ("method", "arguments", "error", "message"),
    [
        ("get_metadata", ["0"], TypeError, "type must be an int"),
        ("get_metadata", [2**31], ValueError, "type must be between"),
        ("get_metadata", [0, 5], TypeError, "uri must be a str"),
        ("get_metadata", [0, None, "x"], TypeError, "flags must be an int"),
        ("set_metadata", [0, 5], TypeError, "val must be a str"),
        ("set_metadata", [2, "<a/>", b"k"], TypeError, "key must be a str, not bytes"),
        ("set_metadata", [2, "<a/>", "k", 5], TypeError, "uri must be a str"),
        ("set_metadata", [0, "a\0b"], ValueError, "val must not contain NUL"),
        ("get_messages", [-1], ValueError, "flags must be between"),
    ],
)
def test_bad_input_is_refused_by_name(
    dom: Domain, method: str, arguments: list[Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=f"^{message}"):
        getattr(dom, method)(*arguments)
