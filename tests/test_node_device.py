"""Devices of the test driver's host."""

from __future__ import annotations

import pytest

from sysvirt import Error, NodeDevice, Virt
from tests.hosts.proxy import Proxy


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


def test_a_closed_device_has_no_parent_but_an_error(conn: Virt, dev: NodeDevice) -> None:
    conn.close()
    with pytest.raises(Error) as caught:
        dev.get_parent()
    assert caught.value.code() == Error.ERR_INVALID_NODE_DEVICE


def test_through_a_daemon_no_parent_is_none(far: Virt, proxy: Proxy) -> None:
    far_dev = far.get_node_device_by_name("computer")
    proxy.answer("NODE_DEVICE_GET_PARENT", "o", None)
    assert far_dev.get_parent() is None


def test_an_internal_error_does_not_pass_for_no_parent(far: Virt, proxy: Proxy) -> None:
    # It has a parent, and the very error that also means none comes for another reason.
    far_dev = far.get_node_device_by_name("computer")
    proxy.refuse("NODE_DEVICE_GET_PARENT", Error.ERR_INTERNAL_ERROR, "not today")
    proxy.answer("NODE_DEVICE_GET_XML_DESC", "s", "<device><parent>x</parent></device>")
    with pytest.raises(Error, match="not today") as caught:
        far_dev.get_parent()
    assert caught.value.code() == Error.ERR_INTERNAL_ERROR
    proxy.answer("NODE_DEVICE_GET_XML_DESC", "s", "<device/>")
    assert far_dev.get_parent() is None


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


def test_flags_or_a_driver_take_the_newer_function(far: Virt, proxy: Proxy) -> None:
    far_dev = far.get_node_device_by_name("computer")
    for function in ("DETTACH", "DETACH_FLAGS", "CREATE", "UNDEFINE", "RE_ATTACH", "RESET"):
        proxy.answer(f"NODE_DEVICE_{function}")
    far_dev.dettach()
    far_dev.dettach(None, 0)
    far_dev.dettach("vfio")
    far_dev.dettach(driver=None, flags=1)
    far_dev.create(3)
    far_dev.undefine(3)
    far_dev.reattach()
    far_dev.reset()
    assert proxy.calls == [
        ("NODE_DEVICE_DETTACH", "computer"),
        ("NODE_DEVICE_DETTACH", "computer"),
        ("NODE_DEVICE_DETACH_FLAGS", "computer", "vfio", 0),
        ("NODE_DEVICE_DETACH_FLAGS", "computer", None, 1),
        ("NODE_DEVICE_CREATE", "computer", 3),
        ("NODE_DEVICE_UNDEFINE", "computer", 3),
        ("NODE_DEVICE_RE_ATTACH", "computer"),
        ("NODE_DEVICE_RESET", "computer"),
    ]


def test_autostart(far: Virt, proxy: Proxy) -> None:
    far_dev = far.get_node_device_by_name("computer")
    proxy.answer("NODE_DEVICE_GET_AUTOSTART", "i", 1)
    proxy.answer("NODE_DEVICE_SET_AUTOSTART")
    assert far_dev.get_autostart() is True
    far_dev.set_autostart(False)
    assert proxy.calls == [
        ("NODE_DEVICE_GET_AUTOSTART", "computer"),
        ("NODE_DEVICE_SET_AUTOSTART", "computer", 0),
    ]


@pytest.mark.skipif(Virt.get_version() >= 10001000, reason="the installed libvirt has it")
def test_update_needs_a_newer_libvirt(dev: NodeDevice) -> None:
    with pytest.raises(Error, match=r"needs libvirt 10\.1\.0"):
        dev.update("<device/>")


def test_wrong_arguments_are_named(dev: NodeDevice) -> None:
    with pytest.raises(TypeError, match="driver must be a str"):
        dev.dettach(5)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="xml must be a str"):
        dev.update(None)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="flags must be between"):
        dev.create(-1)
