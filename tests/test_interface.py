"""Network interfaces of the test driver's host."""

from __future__ import annotations

import pytest

from sysvirt import Error, Interface, Virt


@pytest.fixture
def iface(conn: Virt) -> Interface:
    return conn.get_interface_by_name("eth1")


def test_what_it_is(iface: Interface) -> None:
    assert iface.get_name() == "eth1"
    assert iface.get_mac() == "aa:bb:cc:dd:ee:ff"
    assert iface.is_active() is True
    assert "name='eth1'" in iface.get_xml_description()
    assert repr(iface) == "<sysvirt.Interface 'eth1'>"


def test_one_without_a_hardware_address(conn: Virt) -> None:
    iface = conn.define_interface("<interface type='ethernet' name='eth4'/>")
    assert iface.get_mac() == ""


def test_it_goes_down_and_up_and_away(conn: Virt, iface: Interface) -> None:
    iface.destroy()
    assert iface.is_active() is False
    with pytest.raises(Error) as caught:
        iface.destroy()
    assert caught.value.code() == Error.ERR_OPERATION_INVALID
    iface.create()
    assert iface.is_active() is True
    iface.undefine()
    assert conn.list_all_interfaces() == []
    with pytest.raises(Error) as caught:
        iface.is_active()
    assert caught.value.code() == Error.ERR_NO_INTERFACE


def test_flags_reach_libvirt(iface: Interface) -> None:
    for call in (iface.create, iface.destroy, iface.get_xml_description):
        with pytest.raises(Error, match="unsupported flags"):
            call(4096)
        with pytest.raises(TypeError, match="flags must be an int"):
            call("0")  # type: ignore[arg-type]
    assert iface.is_active() is True
