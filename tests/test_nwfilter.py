"""Network filters. The parity cases play with those of a real host."""

from __future__ import annotations

import pytest

from sysvirt import Error, NWFilter, Virt
from tests.hosts.proxy import Proxy

UUID = "6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5"


@pytest.fixture
def nwfilter(far: Virt, proxy: Proxy) -> NWFilter:
    """A filter that only the proxy knows."""
    proxy.answer("NWFILTER_LOOKUP_BY_NAME", "f", ("clean", UUID))
    return far.get_nwfilter_by_name("clean")


def test_what_it_is(nwfilter: NWFilter, far: Virt) -> None:
    assert nwfilter.get_name() == "clean"
    assert nwfilter.get_uuid_string() == UUID
    assert nwfilter.get_uuid().hex() == UUID.replace("-", "")
    assert repr(nwfilter) == "<sysvirt.NWFilter 'clean'>"
    assert nwfilter == far.get_nwfilter_by_name("clean")
    assert nwfilter.connection is far


def test_it_goes(nwfilter: NWFilter, proxy: Proxy) -> None:
    proxy.calls.clear()
    proxy.answer("NWFILTER_UNDEFINE")
    nwfilter.undefine()
    assert proxy.calls == [("NWFILTER_UNDEFINE", "clean")]


def test_a_closed_one_raises(nwfilter: NWFilter, far: Virt) -> None:
    far.close()
    for method in ("get_name", "get_uuid", "get_uuid_string", "get_xml_description", "undefine"):
        with pytest.raises(Error) as caught:
            getattr(nwfilter, method)()
        assert caught.value.code() == Error.ERR_INVALID_NWFILTER, method
    assert repr(nwfilter) == "<sysvirt.NWFilter (closed)>"
