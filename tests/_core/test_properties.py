"""What many kinds of objects share, tried with each kind of the test driver."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sysvirt import Error, Virt

#: An object of each kind, the key that it is equal by, and whether it has a UUID.
KINDS: dict[str, tuple[Callable[[Virt], Any], str, bool]] = {
    "Domain": (lambda c: c.get_domain_by_name("test"), "test", True),
    "Network": (lambda c: c.get_network_by_name("default"), "default", True),
    "StoragePool": (lambda c: c.get_storage_pool_by_name("default-pool"), "default-pool", True),
    "Interface": (lambda c: c.get_interface_by_name("eth1"), "eth1", False),
    "NodeDevice": (lambda c: c.get_node_device_by_name("computer"), "computer", False),
}


@pytest.mark.parametrize("kind", KINDS)
def test_an_object_has_its_name(conn: Virt, kind: str) -> None:
    make, name, _ = KINDS[kind]
    item = make(conn)
    assert item.get_name() == name
    assert repr(item) == f"<sysvirt.{kind} {name!r}>"


@pytest.mark.parametrize("kind", [kind for kind, row in KINDS.items() if row[2]])
def test_the_two_forms_of_a_uuid_are_one(conn: Virt, kind: str) -> None:
    item = KINDS[kind][0](conn)
    raw, text = item.get_uuid(), item.get_uuid_string()
    assert (type(raw), len(raw), len(text)) == (bytes, 16, 36)
    assert raw.hex() == text.replace("-", "")


@pytest.mark.parametrize("kind", KINDS)
def test_objects_of_one_thing_are_equal(conn: Virt, kind: str) -> None:
    make, _, _ = KINDS[kind]
    one, two = make(conn), make(conn)
    assert one == two
    assert hash(one) == hash(two)
    assert one is not two
    others = [other(conn) for name, (other, _, _) in KINDS.items() if name != kind]
    assert one not in others


@pytest.mark.parametrize("kind", KINDS)
def test_an_object_has_its_description(conn: Virt, kind: str) -> None:
    make, name, _ = KINDS[kind]
    item = make(conn)
    assert name in item.get_xml_description()
    with pytest.raises(ValueError, match="^flags must be between"):
        item.get_xml_description(-1)
    with pytest.raises(Error):
        item.get_xml_description(1 << 30)


@pytest.mark.parametrize("kind", ["Domain", "Network", "StoragePool", "Interface"])
def test_an_object_is_active(conn: Virt, kind: str) -> None:
    item = KINDS[kind][0](conn)
    assert item.is_active() is True
    item.destroy()
    assert item.is_active() is False


@pytest.mark.parametrize("kind", ["Domain", "Network", "StoragePool"])
def test_an_object_is_persistent_and_may_start_with_its_host(conn: Virt, kind: str) -> None:
    item = KINDS[kind][0](conn)
    assert item.is_persistent() is True
    for flag in (True, False, 1, 0):
        item.set_autostart(flag)
        assert item.get_autostart() is bool(flag)
    with pytest.raises(TypeError, match="^flag must be a bool"):
        item.set_autostart("yes")
