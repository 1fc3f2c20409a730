"""Networks of the test driver: their life, their parts, what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Error, Network, Virt
from tests.hosts.proxy import Proxy

PORT = "6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5"
UUID = "dd8fe884-6c02-601e-7551-cca97df1c5df"
HOST = "<host mac='52:54:00:00:00:01' ip='192.168.122.10'/>"


@pytest.fixture
def net(conn: Virt) -> Network:
    return conn.get_network_by_name("default")


def test_what_it_is(net: Network) -> None:
    assert net.get_name() == "default"
    assert net.get_uuid_string() == UUID
    assert net.get_uuid() == bytes.fromhex(UUID.replace("-", ""))
    assert net.get_bridge_name() == "virbr0"
    assert net.is_active() is True
    assert net.is_persistent() is True
    assert net.get_autostart() is False
    assert "<name>default</name>" in net.get_xml_description()
    assert repr(net) == "<sysvirt.Network 'default'>"


def test_it_starts_and_stops_and_goes(conn: Virt, net: Network) -> None:
    net.set_autostart(True)
    assert net.get_autostart() is True
    net.destroy()
    assert net.is_active() is False
    net.create()
    assert net.is_active() is True
    net.destroy()
    net.undefine()
    assert conn.list_all_networks() == []
    with pytest.raises(Error) as caught:
        net.is_persistent()
    assert caught.value.code() == Error.ERR_NO_NETWORK


def test_a_part_is_changed(net: Network) -> None:
    section = net.SECTION_IP_DHCP_HOST
    net.update(net.UPDATE_COMMAND_ADD_LAST, section, -1, HOST)
    assert "ip='192.168.122.10'" in net.get_xml_description()
    net.update(
        command=net.UPDATE_COMMAND_DELETE,
        section=section,
        parentIndex=-1,
        xml=HOST,
        flags=net.UPDATE_AFFECT_CURRENT,
    )
    assert "192.168.122.10" not in net.get_xml_description()


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("add", 4, -1, HOST), "command"),
        ((3, "host", -1, HOST), "section"),
        ((3, 4, None, HOST), "parentIndex"),
        ((3, 4, -1, None), "xml"),
        ((3, 4, -1, HOST, "0"), "flags"),
    ],
)
def test_update_names_what_is_wrong(net: Network, arguments: Any, name: str) -> None:
    with pytest.raises(TypeError, match=f"^{name} must be"):
        net.update(*arguments)
    assert "192.168.122.10" not in net.get_xml_description()


def test_what_the_test_driver_lacks(net: Network) -> None:
    for call in (
        net.get_dhcp_leases,
        lambda: net.get_dhcp_leases(mac="52:54:00:00:00:01", flags=0),
        net.list_all_ports,
        lambda: net.create_port("<networkport/>"),
        lambda: net.get_port_by_uuid(UUID),
        lambda: net.get_port_by_uuid(b"x" * 16),
    ):
        with pytest.raises(Error) as caught:
            call()
        assert caught.value.code() == Error.ERR_NO_SUPPORT


def test_wrong_arguments_never_reach_libvirt(net: Network) -> None:
    with pytest.raises(TypeError, match="mac must be a str"):
        net.get_dhcp_leases(5)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="xml must be a str"):
        net.create_port(None)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="uuid must have 32 or 36 hexadecimal digits, not 3"):
        net.get_port_by_uuid("abc")
    with pytest.raises(ValueError, match="uuid must have 16 bytes, not 3"):
        net.get_port_by_uuid(b"abc")


@pytest.mark.skipif(Virt.get_version() >= 9007000, reason="the installed libvirt has them")
def test_words_need_a_newer_libvirt(net: Network) -> None:
    for call in (lambda: net.get_metadata(1), lambda: net.set_metadata(1, "x")):
        with pytest.raises(Error, match=r"needs libvirt 9\.7\.0") as caught:
            call()
        assert caught.value.code() == Error.ERR_NO_SUPPORT


@pytest.mark.skipif(Virt.get_version() < 9007000, reason="the installed libvirt has none")
def test_words_of_a_newer_libvirt(net: Network) -> None:
    net.set_metadata(net.METADATA_TITLE, "Guests")
    assert net.get_metadata(net.METADATA_TITLE) == "Guests"
    net.set_metadata(net.METADATA_TITLE)
    with pytest.raises(Error, match="metadata"):
        net.get_metadata(net.METADATA_TITLE)
    net.set_metadata(net.METADATA_ELEMENT, "<x/>", "k", "urn:x", net.UPDATE_AFFECT_LIVE)
    assert net.get_metadata(net.METADATA_ELEMENT, "urn:x", net.UPDATE_AFFECT_LIVE) == "<x/>"
    with pytest.raises(Error, match=r"unsupported flags \(0x40000000\)"):
        net.set_metadata(net.METADATA_ELEMENT, "<x/>", "k", "urn:x", 1 << 30)


@pytest.mark.parametrize(
    ("method", "arguments", "name"),
    [
        ("get_metadata", ("title",), "type"),
        ("get_metadata", (1, 5), "uri"),
        ("set_metadata", ("title",), "type"),
        ("set_metadata", (1, 5), "val"),
        ("set_metadata", (1, "x", 5), "key"),
        ("set_metadata", (1, "x", "k", 5), "uri"),
    ],
)
def test_wrong_words_are_named(net: Network, method: str, arguments: Any, name: str) -> None:
    with pytest.raises(TypeError, match=f"^{name} must be"):
        getattr(net, method)(*arguments)


def test_what_reaches_the_daemon(far: Virt, proxy: Proxy) -> None:
    net = far.get_network_by_name("default")
    # Interface, end, type, MAC address, IAID, address, prefix, host name, client ID.
    lease = ("virbr0", 2**40, 0, "52:54:00:00:00:01", None, "192.168.122.5", 24, "guest", None)
    proxy.answer("NETWORK_GET_DHCP_LEASES", "[slioosuoo]u", [lease], 1)
    proxy.answer("NETWORK_LIST_ALL_PORTS", "[p]u", [(("default", UUID), PORT)], 1)
    proxy.answer("NETWORK_PORT_CREATE_XML", "p", (("default", UUID), PORT))
    proxy.answer("NETWORK_PORT_LOOKUP_BY_UUID", "p", (("default", UUID), PORT))
    assert net.get_dhcp_leases("52:54:00:00:00:01", 3) == [
        {
            "iface": "virbr0",
            "expirytime": 2**40,
            "type": 0,
            "mac": "52:54:00:00:00:01",
            "iaid": None,
            "ipaddr": "192.168.122.5",
            "prefix": 24,
            "hostname": "guest",
            "clientid": None,
        }
    ]
    (port,) = net.list_all_ports(3)
    made = net.create_port("<networkport/>", net.CREATE_VALIDATE)
    assert port == made == net.get_port_by_uuid(PORT)
    assert made.get_uuid_string() == PORT
    assert proxy.calls == [
        ("NETWORK_GET_DHCP_LEASES", "default", "52:54:00:00:00:01", 1, 3),
        ("NETWORK_LIST_ALL_PORTS", "default", 1, 3),
        ("NETWORK_PORT_CREATE_XML", "default", "<networkport/>", 1),
        ("NETWORK_PORT_LOOKUP_BY_UUID", "default", PORT),
    ]
