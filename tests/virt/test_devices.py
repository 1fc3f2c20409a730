"""What the connection does with the devices of its host."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sysvirt import Error, NodeDevice, Virt
from tests.hosts.proxy import Proxy

KNOWN = ["computer", "scsi_host1", "scsi_host11", "scsi_host2"]
VPORT = """
<device><parent>scsi_host1</parent><capability type='scsi_host'>
  <capability type='fc_host'><wwnn>2000000012341234</wwnn><wwpn>1000000012341234</wwpn></capability>
</capability></device>
"""


def test_listing(conn: Virt) -> None:
    assert sorted(dev.get_name() for dev in conn.list_node_devices()) == KNOWN
    assert sorted(dev.get_name() for dev in conn.list_all_node_devices()) == KNOWN
    assert sorted(conn.list_node_device_names(None, 10)) == KNOWN
    assert conn.num_of_node_devices(None) == 4
    assert all(type(dev) is NodeDevice for dev in conn.list_node_devices())


def test_names_and_objects_come_in_one_order(conn: Virt) -> None:
    found = [dev.get_name() for dev in conn.list_node_devices()]
    assert found == conn.list_node_device_names(None, 10)


def test_a_capability_chooses(conn: Virt) -> None:
    computer = conn.get_node_device_by_name("computer")
    assert conn.list_node_devices("system") == [computer]
    assert conn.list_node_devices(capability="pci") == []
    assert conn.list_node_devices("nonsense") == []
    assert conn.num_of_node_devices("system") == 1
    assert conn.num_of_node_devices("nonsense") == 0
    assert conn.list_node_device_names("system", 10) == ["computer"]
    assert conn.list_all_node_devices(NodeDevice.LIST_CAP_SYSTEM) == [computer]


def test_a_device_that_goes_meanwhile_is_left_out(far: Virt, proxy: Proxy) -> None:
    proxy.answer("NODE_NUM_OF_DEVICES", "i", 5)
    proxy.answer("NODE_LIST_DEVICES", "[s]", [*KNOWN, "gone"])
    assert sorted(dev.get_name() for dev in far.list_node_devices()) == KNOWN


def test_a_bound_cuts_the_names(conn: Virt) -> None:
    assert len(conn.list_node_device_names(None, 3)) == 3
    assert conn.list_node_device_names(None, maxnames=0, flags=0) == []
    with pytest.raises(ValueError, match="maxnames must be between 0"):
        conn.list_node_device_names(None, -1)


def test_making_and_removing(conn: Virt) -> None:
    dev = conn.create_node_device(VPORT)
    assert dev.get_name() == "scsi_host12"
    assert dev.get_parent() == "scsi_host1"
    assert conn.num_of_node_devices(None) == 5
    dev.destroy()
    assert conn.num_of_node_devices(None) == 4
    with pytest.raises(Error, match="unsupported flags"):
        conn.create_node_device(VPORT, 4096)


def test_what_the_test_driver_lacks(conn: Virt) -> None:
    calls: list[Callable[[], NodeDevice]] = [
        lambda: conn.define_node_device(VPORT),
        lambda: conn.get_node_device_scsihost_by_wwn("2000000012341234", "1000000012341234"),
    ]
    for call in calls:
        with pytest.raises(Error) as caught:
            call()
        assert caught.value.code() == Error.ERR_NO_SUPPORT


def test_nobody_is_found(conn: Virt) -> None:
    with pytest.raises(Error) as caught:
        conn.get_node_device_by_name("nobody")
    assert caught.value.code() == Error.ERR_NO_NODE_DEVICE


def test_what_reaches_the_daemon(far: Virt, proxy: Proxy) -> None:
    proxy.answer("NODE_DEVICE_LOOKUP_SCSI_HOST_BY_WWN", "s", "scsi_host7")
    proxy.answer("NODE_DEVICE_DEFINE_XML", "s", "mdev_1")
    proxy.answer("NODE_NUM_OF_DEVICES", "i", 1)
    proxy.answer("NODE_LIST_DEVICES", "[s]", ["pci_1"])
    host = far.get_node_device_scsihost_by_wwn("2", "1", 7)
    assert host.get_name() == "scsi_host7"
    defined = far.define_node_device("<device/>", NodeDevice.DEFINE_XML_VALIDATE)
    assert defined.get_name() == "mdev_1"
    assert far.num_of_node_devices("pci", flags=7) == 1
    assert far.list_node_device_names("pci", 5, 7) == ["pci_1"]
    assert proxy.calls == [
        ("NODE_DEVICE_LOOKUP_SCSI_HOST_BY_WWN", "2", "1", 7),
        ("NODE_DEVICE_DEFINE_XML", "<device/>", 1),
        ("NODE_NUM_OF_DEVICES", "pci", 7),
        ("NODE_NUM_OF_DEVICES", "pci", 7),
        ("NODE_LIST_DEVICES", "pci", 1, 7),
    ]


@pytest.mark.parametrize(
    ("method", "arguments", "name"),
    [
        ("list_node_devices", (5,), "capability"),
        ("num_of_node_devices", (5,), "capability"),
        ("list_node_device_names", (5, 1), "capability"),
        ("list_node_device_names", (None, "1"), "maxnames"),
        ("get_node_device_by_name", (None,), "name"),
        ("get_node_device_scsihost_by_wwn", (None, "1"), "wwnn"),
        ("get_node_device_scsihost_by_wwn", ("2", None), "wwpn"),
        ("create_node_device", (None,), "xml"),
        ("define_node_device", (None,), "xml"),
    ],
)
def test_wrong_arguments_are_named(conn: Virt, method: str, arguments: Any, name: str) -> None:
    with pytest.raises(TypeError, match=f"^{name} must be"):
        getattr(conn, method)(*arguments)
