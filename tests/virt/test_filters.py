"""What a connection does with network filters and their bindings.

The parity cases play with those of a real host.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from sysvirt import Error, NWFilter, NWFilterBinding, Virt
from tests.hosts.proxy import Proxy

SOME = "6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5"
CLEAN = ("clean", SOME)
PLACE = ("vnet0", "clean")


@pytest.mark.parametrize(
    ("method", "arguments", "called"),
    [
        ("define_nwfilter", ("<filter/>",), ("NWFILTER_DEFINE_XML", "<filter/>")),
        ("define_nwfilter", ("<filter/>", 1), ("NWFILTER_DEFINE_XML_FLAGS", "<filter/>", 1)),
        ("get_nwfilter_by_name", ("clean",), ("NWFILTER_LOOKUP_BY_NAME", "clean")),
        ("get_nwfilter_by_uuid", (SOME,), ("NWFILTER_LOOKUP_BY_UUID", SOME)),
        ("get_nwfilter_by_uuid", (UUID(SOME).bytes,), ("NWFILTER_LOOKUP_BY_UUID", SOME)),
    ],
)
def test_a_filter(
    far: Virt, proxy: Proxy, method: str, arguments: tuple[Any, ...], called: tuple[Any, ...]
) -> None:
    proxy.answer(called[0], "f", CLEAN)
    found = getattr(far, method)(*arguments)
    assert proxy.calls == [called]
    assert type(found) is NWFilter
    assert (found.get_name(), found.connection) == ("clean", far)


def test_a_binding(far: Virt, proxy: Proxy) -> None:
    proxy.answer("NWFILTER_BINDING_CREATE_XML", "r", PLACE)
    proxy.answer("NWFILTER_BINDING_LOOKUP_BY_PORT_DEV", "r", PLACE)
    made = far.create_nwfilter_binding("<filterbinding/>", NWFilterBinding.CREATE_VALIDATE)
    assert made == far.get_nwfilter_binding_by_port_dev("vnet0")
    assert (type(made), made.connection) == (NWFilterBinding, far)
    assert proxy.calls == [
        ("NWFILTER_BINDING_CREATE_XML", "<filterbinding/>", 1),
        ("NWFILTER_BINDING_LOOKUP_BY_PORT_DEV", "vnet0"),
    ]


def test_lists(far: Virt, proxy: Proxy) -> None:
    proxy.answer("CONNECT_LIST_ALL_NWFILTERS", "[f]u", [CLEAN, ("other", SOME)], 2)
    proxy.answer("CONNECT_NUM_OF_NWFILTERS", "i", 2)
    proxy.answer("CONNECT_LIST_NWFILTERS", "[s]", ["clean", "other"])
    proxy.answer("CONNECT_LIST_ALL_NWFILTER_BINDINGS", "[r]u", [PLACE, ("vnet1", "clean")], 2)
    assert [each.get_name() for each in far.list_nwfilters()] == ["clean", "other"]
    assert [each.get_name() for each in far.list_all_nwfilters(3)] == ["clean", "other"]
    assert far.list_nwfilter_names(9) == ["clean", "other"]
    assert far.list_nwfilter_names(1) == ["clean"]
    assert far.num_of_nwfilters() == 2
    places = far.list_all_nwfilter_bindings(3)
    assert [each.get_port_dev() for each in places] == ["vnet0", "vnet1"]
    assert ("CONNECT_LIST_ALL_NWFILTERS", 1, 3) in proxy.calls
    assert proxy.calls[-1] == ("CONNECT_LIST_ALL_NWFILTER_BINDINGS", 1, 3)


@pytest.mark.parametrize(
    ("method", "arguments", "name"),
    [
        ("define_nwfilter", (None,), "xml"),
        ("create_nwfilter_binding", (None,), "xml"),
        ("list_nwfilter_names", (None,), "maxnames"),
        ("get_nwfilter_by_name", (None,), "name"),
        ("get_nwfilter_by_uuid", (5,), "uuid"),
        ("get_nwfilter_binding_by_port_dev", (None,), "name"),
    ],
)
def test_a_wrong_argument_never_reaches_the_daemon(
    far: Virt, proxy: Proxy, method: str, arguments: Any, name: str
) -> None:
    proxy.functions.clear()
    with pytest.raises(TypeError, match=f"^{name} must be"):
        getattr(far, method)(*arguments)
    assert proxy.functions == []


def test_a_bound_is_a_count(conn: Virt) -> None:
    with pytest.raises(ValueError, match="must be between 0"):
        conn.list_nwfilter_names(-1)


def test_the_test_driver_has_none(conn: Virt) -> None:
    for call in (conn.list_nwfilters, conn.list_all_nwfilter_bindings):
        with pytest.raises(Error) as caught:
            call()
        assert caught.value.code() == Error.ERR_NO_SUPPORT
