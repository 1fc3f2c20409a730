"""Domains that a connection makes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sysvirt import Domain, Error, Virt

XML = (
    "<domain type='test'><name>guest</name><memory>1024</memory><os><type>hvm</type></os></domain>"
)


def test_a_created_domain_is_gone_when_it_stops(conn: Virt) -> None:
    creations: list[Callable[[], Domain]] = [
        lambda: conn.create_domain(XML),
        lambda: conn.create_domain(XML, None),
        lambda: conn.create_domain_with_files(XML, [2]),
        lambda: conn.create_domain_with_files(XML, ()),
    ]
    for create in creations:
        guest = create()
        assert type(guest) is Domain
        assert guest.connection is conn
        assert (guest.is_active(), guest.is_persistent()) == (True, False)
        guest.destroy()
        assert [dom.get_name() for dom in conn.list_all_domains()] == ["test"]


def test_flags_arrive(conn: Virt) -> None:
    # The test driver knows none of these, and says the bits that it got.
    calls: list[Callable[[int], Domain]] = [
        lambda flags: conn.create_domain(XML, flags),
        lambda flags: conn.create_domain_with_files(XML, [], flags),
        lambda flags: conn.define_domain(XML, flags),
    ]
    for call in calls:
        with pytest.raises(Error, match=r"unsupported flags \(0x100000\)"):
            call(1 << 20)


@pytest.mark.parametrize("flags", [0, None, Domain.DEFINE_VALIDATE])
def test_a_defined_domain_stays(conn: Virt, flags: int | None) -> None:
    guest = conn.define_domain(XML, flags)
    assert guest.connection is conn
    assert (guest.is_active(), guest.is_persistent()) == (False, True)
    guest.create()
    guest.destroy()
    assert conn.get_domain_by_name("guest") == guest


def test_bad_xml_is_an_error(conn: Virt) -> None:
    for call in (conn.define_domain, conn.create_domain):
        with pytest.raises(Error) as caught:
            call("<domain")
        assert caught.value.code() == Error.ERR_XML_DETAIL


@pytest.mark.parametrize(
    ("method", "arguments", "error", "message"),
    [
        ("create_domain", [None], TypeError, "xml must be a str, not NoneType"),
        ("create_domain", [XML, "x"], TypeError, "flags must be an int"),
        ("create_domain_with_files", [b"x", []], TypeError, "xml must be a str, not bytes"),
        ("create_domain_with_files", [XML, 1], TypeError, "fds must be a list, not int"),
        ("create_domain_with_files", [XML, "1"], TypeError, "fds must be a list, not str"),
        ("define_domain", [5], TypeError, "xml must be a str"),
        ("define_domain", [XML, -1], ValueError, "flags must be between"),
        ("define_save_image_xml", [5, XML], TypeError, "file must be a str"),
        ("define_save_image_xml", ["/f", None], TypeError, "dxml must be a str"),
        ("get_save_image_xml_description", [None], TypeError, "file must be a str"),
        ("get_save_image_xml_description", ["/f", -1], ValueError, "flags must be between"),
    ],
)
def test_bad_input_is_refused_by_name(
    conn: Virt, method: str, arguments: list[Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=f"^{message}"):
        getattr(conn, method)(*arguments)
    assert len(conn.list_all_domains()) == 1
