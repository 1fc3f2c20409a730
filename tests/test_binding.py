"""Getters that only pass a call on are as short as libvirt-python's, and fail as loudly."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Domain, Error, Network, Virt
from sysvirt._core import binding
from sysvirt._libvirt import functions as native


def is_short(method: Any) -> bool:
    """Whether a method calls the C module by itself."""
    return "function" in method.__code__.co_freevars


@pytest.mark.parametrize(
    "method",
    [
        Domain.get_name,
        Domain.get_uuid_string,
        Domain.get_max_memory,
        Network.get_name,
        Virt.get_hostname,
        Virt.num_of_domains,
    ],
)
def test_what_is_short(method: Any) -> None:
    assert is_short(method)
    assert method.__doc__.count("Rests on") == 1
    assert method.__module__.startswith("sysvirt.")


def test_what_is_not() -> None:
    # It takes flags, which libvirt-python's would take without a check.
    assert not is_short(Domain.get_hostname)


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        ("virDomainGetName", ()),
        ("virDomainGetXMLDesc", (Domain.XML_INACTIVE,)),
        ("virDomainGetMetadata", (Domain.METADATA_TITLE, None, 0)),
    ],
)
def test_a_text_that_can_not_be_decoded_is_asked_for_again(
    dom: Domain, function: str, arguments: tuple[Any, ...]
) -> None:
    dom.set_metadata(Domain.METADATA_TITLE, "größe")
    theirs = getattr(binding.libvirtmod, function)

    def undecodable(*_: object) -> str:
        return b"\xff".decode()

    undecodable.__name__ = function
    told = binding._telling(undecodable)  # type: ignore[attr-defined]
    pointer = dom.handle._o
    assert told(pointer, *arguments) == theirs(pointer, *arguments)


def test_xml_that_can_not_be_decoded_is_asked_for_again(
    dom: Domain, monkeypatch: pytest.MonkeyPatch
) -> None:
    xml = dom.get_xml_description(Domain.XML_INACTIVE)

    def undecodable(*_: object) -> str:
        return b"\xff".decode()

    monkeypatch.setattr(binding.virDomain, "XMLDesc", undecodable)
    assert dom.get_xml_description(Domain.XML_INACTIVE) == xml
    with pytest.raises(Error, match="unsupported flags"):
        dom.get_xml_description(1 << 20)


def test_a_failure_to_tell_again_is_a_failure(dom: Domain) -> None:
    assert native.told("virDomainGetMetadata", dom.handle._o, (2, "urn:none", 0)) is None


def test_what_is_no_text_is_not_asked_for_again(dom: Domain) -> None:
    def undecodable(*_: object) -> str:
        return b"\xff".decode()

    with pytest.raises(UnicodeDecodeError):
        binding._calling(undecodable, None)(dom)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["get_name", "get_max_memory", "get_max_vcpus", "get_os_type"])
def test_a_failure_of_each_kind_is_raised(conn: Virt, name: str) -> None:
    shell = object.__new__(binding.virDomain)
    shell._o = shell._conn = None  # type: ignore[assignment]
    with pytest.raises(Error, match="invalid domain pointer in virDomain") as caught:
        getattr(Domain(conn, shell), name)()
    assert caught.value.origin().endswith("() failed")
