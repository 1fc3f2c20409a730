"""Ports of networks. The parity cases play with those of a real host."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Error, NetworkPort, Virt
from tests.hosts.proxy import Proxy
from tests.hosts.wire import UINT

NETWORK = ("default", "dd8fe884-6c02-601e-7551-cca97df1c5df")
PORT = "6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5"


@pytest.fixture
def port(far: Virt, proxy: Proxy) -> NetworkPort:
    """A port that only the proxy knows."""
    proxy.answer("NETWORK_PORT_LOOKUP_BY_UUID", "p", (NETWORK, PORT))
    found = far.get_network_by_name("default").get_port_by_uuid(PORT)
    proxy.calls.clear()
    proxy.functions.clear()
    return found


def test_what_it_is(port: NetworkPort, proxy: Proxy) -> None:
    proxy.answer("NETWORK_PORT_GET_XML_DESC", "s", "<networkport/>")
    assert port.get_uuid_string() == PORT
    assert port.get_uuid().hex() == PORT.replace("-", "")
    assert repr(port) == f"<sysvirt.NetworkPort {PORT!r}>"
    assert port.get_xml_description(3) == "<networkport/>"
    assert proxy.calls[0][0] == "NETWORK_PORT_GET_XML_DESC"
    assert proxy.calls[0][-1] == 3


def test_numbers_are_unsigned(port: NetworkPort, proxy: Proxy) -> None:
    # libvirt-python makes signed numbers of them.
    rows = {"inbound.average": (UINT, 3000000000), "inbound.peak": (UINT, 7)}
    proxy.answer("NETWORK_PORT_GET_PARAMETERS", "Pi", rows, 2)
    found = port.get_parameters(1)
    assert found == {"inbound.average": 3000000000, "inbound.peak": 7}
    assert proxy.calls[-1][-1] == 1


@pytest.mark.parametrize(
    ("params", "error", "words"),
    [
        ({"sideways": 1}, ValueError, "unknown key 'sideways'"),
        ({"inbound.average": -1}, ValueError, "inbound.average.* must be between"),
        ({"inbound.average": 2**32}, ValueError, "inbound.average.* must be between"),
        ({"inbound.average": "1"}, TypeError, "inbound.average.* must be an int, not str"),
        ([("inbound.average", 1)], TypeError, "params must be a dict, not list"),
    ],
)
def test_what_can_not_be_set_never_reaches_the_daemon(
    port: NetworkPort, proxy: Proxy, params: Any, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        port.set_parameters(params)
    with pytest.raises(TypeError, match="flags must be an int"):
        port.set_parameters({}, "0")  # type: ignore[arg-type]
    assert proxy.functions == []


def test_every_limit_can_be_set(port: NetworkPort, proxy: Proxy) -> None:
    names = [name for name in dir(NetworkPort) if name.startswith("BANDWIDTH_")]
    assert len(names) == 7
    proxy.answer("CONNECT_SUPPORTS_FEATURE", "i", 1)
    proxy.answer("NETWORK_PORT_SET_PARAMETERS")
    limits = {getattr(NetworkPort, name): 2**32 - 1 for name in names}
    port.set_parameters(limits, 5)
    assert proxy.calls[-1] == ("NETWORK_PORT_SET_PARAMETERS", "default", limits, 5)


def test_it_goes(port: NetworkPort, proxy: Proxy) -> None:
    proxy.answer("NETWORK_PORT_DELETE")
    port.delete(3)
    assert proxy.calls == [("NETWORK_PORT_DELETE", "default", 3)]


def test_a_closed_one_raises(port: NetworkPort, far: Virt) -> None:
    far.close()
    for call in (port.delete, port.get_parameters, port.get_uuid, port.get_xml_description):
        with pytest.raises(Error) as caught:
            call()
        assert caught.value.code() == Error.ERR_INVALID_NETWORK_PORT
    assert repr(port) == "<sysvirt.NetworkPort (closed)>"
