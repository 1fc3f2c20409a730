"""Network filters in their places. The parity cases play with those of a real host."""

from __future__ import annotations

import pytest

from sysvirt import Error, NWFilterBinding, Virt
from tests.hosts.proxy import Proxy


@pytest.fixture
def place(far: Virt, proxy: Proxy) -> NWFilterBinding:
    """A binding that only the proxy knows."""
    return bound(far, proxy, "vnet0")


def bound(far: Virt, proxy: Proxy, device: str) -> NWFilterBinding:
    """A binding at a device."""
    proxy.answer("NWFILTER_BINDING_LOOKUP_BY_PORT_DEV", "r", (device, "clean-traffic"))
    return far.get_nwfilter_binding_by_port_dev(device)


def test_its_device_tells_which_it_is(place: NWFilterBinding, far: Virt, proxy: Proxy) -> None:
    assert place.get_port_dev() == "vnet0"
    assert place.get_filter_name() == "clean-traffic"
    assert repr(place) == "<sysvirt.NWFilterBinding 'vnet0'>"
    assert place == bound(far, proxy, "vnet0")
    assert place != bound(far, proxy, "vnet1")


def test_it_goes(place: NWFilterBinding, proxy: Proxy) -> None:
    proxy.calls.clear()
    proxy.answer("NWFILTER_BINDING_DELETE")
    place.delete()
    assert proxy.calls == [("NWFILTER_BINDING_DELETE", "vnet0")]


def test_a_closed_one_raises(place: NWFilterBinding, far: Virt) -> None:
    far.close()
    for method in ("get_port_dev", "get_filter_name", "get_xml_description", "delete"):
        with pytest.raises(Error) as caught:
            getattr(place, method)()
        assert caught.value.code() == Error.ERR_INVALID_NWFILTER_BINDING, method
    assert repr(place) == "<sysvirt.NWFilterBinding (closed)>"
