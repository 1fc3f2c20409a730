"""Network filters and their bindings that refer to nothing: an error, never ``None``.

The test driver has none; the parity cases play with those of a real host.
"""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Error, NWFilter, NWFilterBinding, Virt
from sysvirt._core import binding
from tests.fakes import Fake


def closed(cls: Any, conn: Virt) -> Any:
    """An object of a class that refers to nothing."""
    shell = object.__new__(getattr(binding, f"vir{cls.__name__}"))
    vars(shell).update(_o=None, _conn=None)
    return cls(conn, shell)


def test_a_filter_that_is_gone_says_so(conn: Virt) -> None:
    nwfilter = closed(NWFilter, conn)
    for method in ("get_name", "get_uuid", "get_uuid_string", "get_xml_description", "undefine"):
        with pytest.raises(Error) as caught:
            getattr(nwfilter, method)()
        assert caught.value.code() == Error.ERR_INVALID_NWFILTER, method
    assert repr(nwfilter) == "<sysvirt.NWFilter (closed)>"


def test_a_binding_that_is_gone_says_so(conn: Virt) -> None:
    place = closed(NWFilterBinding, conn)
    for method in ("get_port_dev", "get_filter_name", "get_xml_description", "delete"):
        with pytest.raises(Error) as caught:
            getattr(place, method)()
        assert caught.value.code() == Error.ERR_INVALID_NWFILTER_BINDING, method
    assert repr(place) == "<sysvirt.NWFilterBinding (closed)>"


def bound(conn: Virt, device: str) -> NWFilterBinding:
    """A binding at a device."""
    handle = Fake(portDev=lambda: device, filterName=lambda: "clean-traffic")
    return NWFilterBinding(conn, handle)


def test_a_binding_is_told_by_its_device(conn: Virt) -> None:
    place = bound(conn, "vnet0")
    assert place.get_port_dev() == "vnet0"
    assert place.get_filter_name() == "clean-traffic"
    assert repr(place) == "<sysvirt.NWFilterBinding 'vnet0'>"
    assert place == bound(conn, "vnet0")
    assert place != bound(conn, "vnet1")
