"""Devices of the test driver's host."""

from __future__ import annotations

import pytest

from sysvirt import Error, NodeDevice, Virt
from sysvirt._core import binding
from tests.fakes import Fake, Recorder


@pytest.fixture
def dev(conn: Virt) -> NodeDevice:
    return conn.get_node_device_by_name("computer")


def test_what_it_is(conn: Virt, dev: NodeDevice) -> None:
    assert dev.get_name() == "computer"
    assert dev.list_capabilities() == ["system"]
    assert "<capability type='system'>" in dev.get_xml_description()
    vport = conn.get_node_device_by_name("scsi_host11")
    assert vport.list_capabilities() == ["scsi_host"]
    assert repr(vport) == "<sysvirt.NodeDevice 'scsi_host11'>"
    assert vport == conn.get_node_device_by_name("scsi_host11")
    assert vport != dev


def test_the_root_of_the_tree_has_no_parent(conn: Virt, dev: NodeDevice) -> None:
    assert dev.get_parent() is None
    assert conn.get_node_device_by_name("scsi_host11").get_parent() == "scsi_host1"


def test_a_closed_device_has_no_parent_but_an_error(dev: NodeDevice) -> None:
    dev._handle = binding.closed(dev._handle)
    with pytest.raises(Error) as caught:
        dev.get_parent()
    assert caught.value.code() == Error.ERR_INVALID_NODE_DEVICE


def test_an_internal_error_does_not_pass_for_no_parent(conn: Virt, dev: NodeDevice) -> None:
    # It has a parent, which libvirt fails to tell by the very error that also means none.
    broken = Fake(
        parent=dev._handle.parent, XMLDesc=lambda _: "<device><parent>x</parent></device>"
    )
    with pytest.raises(Error) as caught:
        NodeDevice(conn, broken).get_parent()
    assert caught.value.code() == Error.ERR_INTERNAL_ERROR


def test_what_the_test_driver_lacks(dev: NodeDevice) -> None:
    for call in (
        dev.reattach,
        dev.dettach,
        dev.reset,
        dev.create,
        dev.undefine,
        dev.get_autostart,
        lambda: dev.set_autostart(True),
        lambda: dev.update("<device/>"),
    ):
        with pytest.raises(Error) as caught:
            call()
        assert caught.value.code() == Error.ERR_NO_SUPPORT


def test_flags_or_a_driver_take_the_newer_function(conn: Virt) -> None:
    handle = Recorder()
    dev = NodeDevice(conn, handle)
    dev.dettach()
    dev.dettach(None, 0)
    dev.dettach("vfio")
    dev.dettach(driver=None, flags=1)
    dev.update("<device/>", dev.UPDATE_AFFECT_CONFIG)
    dev.create(3)
    dev.undefine(3)
    dev.destroy()
    assert handle.calls == [
        ("dettach",),
        ("dettach",),
        ("detachFlags", "vfio", 0),
        ("detachFlags", None, 1),
        ("update", "<device/>", 2),
        ("create", 3),
        ("undefine", 3),
        ("destroy",),
    ]


def test_update_needs_a_newer_libvirt(conn: Virt) -> None:
    with pytest.raises(Error, match="needs libvirt 10.1.0"):
        NodeDevice(conn, Fake()).update("<device/>")


def test_wrong_arguments_are_named(dev: NodeDevice) -> None:
    with pytest.raises(TypeError, match="driver must be a str"):
        dev.dettach(5)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="xml must be a str"):
        dev.update(None)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="flags must be between"):
        dev.create(-1)
