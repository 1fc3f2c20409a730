"""What the connection does with its host's network interfaces."""

from __future__ import annotations

import pytest

from sysvirt import Error, Interface, Virt
from tests.hosts.proxy import Proxy

MAC = "aa:bb:cc:dd:ee:ff"


def described(name: str, mac: str = "aa:bb:cc:dd:ee:02") -> str:
    """An interface."""
    return f"<interface type='ethernet' name='{name}'><mac address='{mac}'/></interface>"


def names(interfaces: list[Interface]) -> list[str]:
    return sorted(interface.get_name() for interface in interfaces)


def test_listing_by_state(conn: Virt) -> None:
    conn.define_interface(described("eth2"))
    conn.define_interface(described("eth3")).create()
    assert names(conn.list_interfaces()) == ["eth1", "eth3"]
    assert sorted(conn.list_interface_names(10)) == ["eth1", "eth3"]
    assert conn.num_of_interfaces() == 2
    assert names(conn.list_defined_interfaces()) == ["eth2"]
    assert conn.list_defined_interface_names(10) == ["eth2"]
    assert conn.num_of_defined_interfaces() == 1
    assert names(conn.list_all_interfaces()) == ["eth1", "eth2", "eth3"]
    assert names(conn.list_all_interfaces(flags=Interface.LIST_INACTIVE)) == ["eth2"]


def test_names_and_objects_come_in_one_order(conn: Virt) -> None:
    for number in range(2, 9):
        conn.define_interface(described(f"eth{number}")).create()
        conn.define_interface(described(f"off{number}"))
    up, down = conn.list_interfaces(), conn.list_defined_interfaces()
    assert [iface.get_name() for iface in up] == conn.list_interface_names(100)
    assert [iface.get_name() for iface in down] == conn.list_defined_interface_names(100)


def test_an_interface_may_be_neither_up_nor_down(far: Virt, proxy: Proxy) -> None:
    for function in ("INTERFACES", "DEFINED_INTERFACES"):
        proxy.answer(f"CONNECT_NUM_OF_{function}", "i", 0)
        proxy.answer(f"CONNECT_LIST_{function}", "[s]", [])
    assert far.list_interfaces() == far.list_defined_interfaces() == []
    assert names(far.list_all_interfaces()) == ["eth1"]


def test_a_bound_cuts_the_names(conn: Virt) -> None:
    conn.define_interface(described("eth2"))
    assert conn.list_interface_names(0) == conn.list_defined_interface_names(0) == []
    for call in (conn.list_interface_names, conn.list_defined_interface_names):
        with pytest.raises(ValueError, match="maxnames must be between 0"):
            call(-1)


def test_defined_is_down_and_created_is_up(conn: Virt) -> None:
    assert conn.define_interface(described("eth2")).is_active() is False
    assert conn.create_interface(described("eth3")).is_active() is True


def test_creating_what_is_up_changes_it(conn: Virt) -> None:
    iface = conn.create_interface(described("eth1", "aa:bb:cc:dd:ee:09"))
    assert iface.is_active() is True
    assert iface.get_mac() == "aa:bb:cc:dd:ee:09"


def test_finding(conn: Virt) -> None:
    iface = conn.get_interface_by_name("eth1")
    assert conn.get_interface_by_mac(MAC) == iface
    conn.define_interface(described("eth2", MAC))
    with pytest.raises(Error) as caught:
        conn.get_interface_by_mac(MAC)
    assert caught.value.code() == Error.ERR_MULTIPLE_INTERFACES
    for call in (conn.get_interface_by_name, conn.get_interface_by_mac):
        with pytest.raises(Error) as caught:
            call("nobody")
        assert caught.value.code() == Error.ERR_NO_INTERFACE


def test_a_change_can_be_undone_or_kept(conn: Virt) -> None:
    iface = conn.get_interface_by_name("eth1")
    conn.interface_change_begin()
    iface.undefine()
    assert conn.list_all_interfaces() == []
    conn.interface_change_rollback()
    assert names(conn.list_all_interfaces()) == ["eth1"]
    conn.interface_change_begin()
    iface.undefine()
    conn.interface_change_commit()
    for call in (conn.interface_change_rollback, conn.interface_change_commit):
        with pytest.raises(Error) as caught:
            call()
        assert caught.value.code() == Error.ERR_OPERATION_INVALID
    assert conn.list_all_interfaces() == []


@pytest.mark.parametrize("method", ["begin", "commit", "rollback"])
def test_flags_reach_libvirt(conn: Virt, method: str) -> None:
    with pytest.raises(Error, match="unsupported flags"):
        getattr(conn, f"interface_change_{method}")(4096)


def test_defining_takes_flags(conn: Virt) -> None:
    with pytest.raises(Error, match="unsupported flags"):
        conn.define_interface(described("eth2"), 4096)


@pytest.mark.parametrize(
    ("method", "name"),
    [
        ("get_interface_by_name", "name"),
        ("get_interface_by_mac", "mac"),
        ("create_interface", "xml"),
        ("define_interface", "xml"),
        ("list_interface_names", "maxnames"),
        ("list_defined_interface_names", "maxnames"),
    ],
)
def test_wrong_arguments_are_named(conn: Virt, method: str, name: str) -> None:
    with pytest.raises(TypeError, match=f"^{name} must be"):
        getattr(conn, method)(None)
