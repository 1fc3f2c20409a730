"""Objects of libvirt-python, which sysvirt borrows."""

from __future__ import annotations

import libvirt
import pytest

from sysvirt import Domain, Error, Virt

URI = "test:///default"


def test_libvirt_python_objects_come_and_go() -> None:
    raw = libvirt.open(URI)
    raw_dom = raw.lookupByName("test")
    conn = Virt.from_libvirt(raw)
    dom = Virt.from_libvirt(raw_dom)
    assert type(conn) is Virt
    assert type(dom) is Domain
    assert dom.handle is raw_dom
    assert conn.handle is raw
    assert dom.connection is conn
    assert Virt.from_libvirt(raw) is conn
    assert isinstance(conn.get_domain_by_name("test").handle, libvirt.virDomain)
    assert raw_dom.name() == dom.get_name()
    with pytest.raises(Error):
        dom.connection.get_domain_by_name("nobody")


@pytest.mark.parametrize("value", [None, "conn", object()])
def test_nothing_else_comes_from_libvirt(value: object) -> None:
    with pytest.raises(TypeError, match="libvirt-python"):
        Virt.from_libvirt(value)


def test_a_borrowed_object_stays_as_it_is() -> None:
    raw = libvirt.open(URI)
    kind = type(raw)
    conn = Virt.from_libvirt(raw)
    assert isinstance(conn, Virt)
    conn.close()
    assert type(raw) is kind is libvirt.virConnect
    # It has its own errors still, and its own connection.
    with pytest.raises(libvirt.libvirtError):
        raw.lookupByName("nobody")
    assert raw.lookupByName("test").name() == "test"
    raw.close()


def test_each_kind_of_object_comes() -> None:
    raw = libvirt.open(URI)
    net = Virt.from_libvirt(raw.networkLookupByName("default"))
    pool = Virt.from_libvirt(raw.storagePoolLookupByName("default-pool"))
    iface = Virt.from_libvirt(raw.interfaceLookupByName("eth1"))
    device = Virt.from_libvirt(raw.nodeDeviceLookupByName("computer"))
    stream = Virt.from_libvirt(raw.newStream())
    found = [type(each).__name__ for each in (net, pool, iface, device, stream)]
    assert found == ["Network", "StoragePool", "Interface", "NodeDevice", "Stream"]
