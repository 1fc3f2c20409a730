"""The C objects in libvirt-python's capsules, and who has a reference to them."""

from __future__ import annotations

import libvirt
import pytest

from sysvirt import Error, Virt
from sysvirt._libvirt import references
from sysvirt._libvirt.functions import pointer
from tests.hosts.daemon import Daemon
from tests.loop import descriptors


def test_a_capsule_leads_to_the_pointer_of_its_object(conn: Virt) -> None:
    dom = conn.get_domain_by_name("test").handle
    assert references.address(dom._o) == dom.c_pointer()
    assert references.address(conn.handle._o) == conn.handle.c_pointer()


def test_what_libvirt_python_has_closed_is_null() -> None:
    assert references.address(None) is None


def test_libvirt_python_takes_a_capsule_of_ours(conn: Virt) -> None:
    dom = conn.get_domain_by_name("test").handle
    again = libvirt.virDomain(conn.handle, _obj=references.capsule("virDomain", pointer(dom)))
    assert again.c_pointer() == dom.c_pointer()
    del dom
    assert again.name() == "test"


def test_each_reference_keeps_the_connection_open_until_it_is_given_back(daemon: Daemon) -> None:
    before = descriptors()
    conn = libvirt.open(daemon.uri())
    dom = conn.lookupByName("test")
    opened = descriptors()
    assert opened > before
    capsules = [references.capsule("virDomain", pointer(dom)) for _ in range(10)]
    again = [libvirt.virDomain(conn, _obj=capsule) for capsule in capsules]
    del dom
    conn.close()
    assert descriptors() == opened
    del conn
    while again:
        assert descriptors() == opened
        again.pop()
    assert descriptors() == before


def test_a_reference_to_nothing_is_refused() -> None:
    with pytest.raises(Error, match="invalid domain pointer"):
        references.refer("virDomain", None)
