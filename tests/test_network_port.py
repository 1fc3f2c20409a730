"""Ports of networks: what is checked and repaired before and after libvirt.

The test driver has none; the parity cases play with those of a real host.
"""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Error, NetworkPort, Virt
from sysvirt._core import binding
from tests.fakes import Recorder


def closed(conn: Virt) -> NetworkPort:
    """A port that refers to nothing."""
    shell = object.__new__(binding.virNetworkPort)
    vars(shell).update(_o=None, _conn=None, _net=None)
    return NetworkPort(conn, shell)


def test_numbers_are_unsigned(conn: Virt) -> None:
    # libvirt-python makes signed numbers of them.
    handle = Recorder({"inbound.average": -1294967296, "inbound.peak": 7})
    found = NetworkPort(conn, handle).get_parameters(1)
    assert found == {"inbound.average": 3000000000, "inbound.peak": 7}
    assert handle.calls == [("parameters", 1)]


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
def test_what_can_not_be_set_is_named(
    conn: Virt, params: Any, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        closed(conn).set_parameters(params)


def test_every_limit_can_be_set(conn: Virt) -> None:
    names = [name for name in dir(NetworkPort) if name.startswith("BANDWIDTH_")]
    assert len(names) == 7
    port = closed(conn)
    # All pass the check, and only then libvirt refuses the port.
    with pytest.raises(Error) as caught:
        port.set_parameters({getattr(NetworkPort, name): 2**32 - 1 for name in names})
    assert caught.value.code() == Error.ERR_INVALID_NETWORK_PORT


def test_flags_reach_libvirt(conn: Virt) -> None:
    handle = Recorder()
    NetworkPort(conn, handle).delete(3)
    assert handle.calls == [("delete", 3)]
    for flags in ("0", 1.5):
        with pytest.raises(TypeError, match="flags must be an int"):
            closed(conn).set_parameters({}, flags)  # type: ignore[arg-type]


def test_a_port_that_is_gone_says_so(conn: Virt) -> None:
    port = closed(conn)
    for call in (port.delete, port.get_parameters, port.get_uuid, port.get_xml_description):
        with pytest.raises(Error) as caught:
            call()
        assert caught.value.code() == Error.ERR_INVALID_NETWORK_PORT
    assert repr(port) == "<sysvirt.NetworkPort (closed)>"
