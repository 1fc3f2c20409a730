"""libvirt-python's objects in use by sysvirt: borrowed, not changed."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import libvirt
import pytest

from sysvirt import Error, Virt
from sysvirt._core.binding import CLASSES
from sysvirt._core.borrowing import borrow
from tests.campaign import run
from tests.hosts.daemon import Daemon

URI = "test:///default"
PORT = "<networkport><owner><name>x</name></owner><mac address='52:54:00:00:00:01'/></networkport>"


def volume(conn: Any) -> Any:
    """A volume of the test driver, by libvirt-python."""
    pool = conn.storagePoolLookupByName("default-pool")
    return pool.createXML("<volume><name>v</name><capacity>1</capacity></volume>")


#: An object of each kind that the test driver has, by libvirt-python, and a method of it.
MAKE: dict[str, tuple[Callable[[Any], Any], str]] = {
    "virDomain": (lambda c: c.lookupByName("test"), "name"),
    "virDomainSnapshot": (
        lambda c: c.lookupByName("test").snapshotCreateXML("<domainsnapshot/>"),
        "getName",
    ),
    "virDomainCheckpoint": (
        lambda c: c.lookupByName("test").checkpointCreateXML("<domaincheckpoint/>"),
        "getName",
    ),
    "virInterface": (lambda c: c.interfaceLookupByName("eth1"), "name"),
    "virNetwork": (lambda c: c.networkLookupByName("default"), "name"),
    "virNodeDevice": (lambda c: c.nodeDeviceLookupByName("computer"), "name"),
    "virStoragePool": (lambda c: c.storagePoolLookupByName("default-pool"), "name"),
    "virStorageVol": (volume, "name"),
    "virStream": (lambda c: c.newStream(0), "abort"),
}
#: Those that it hasn't; ``session`` of a daemon has secrets and filters.
SHELLS = ("virNWFilter", "virNWFilterBinding", "virNetworkPort", "virSecret")


@pytest.fixture
def theirs() -> Any:
    """A connection of libvirt-python's."""
    gc.collect()
    conn = libvirt.open(URI)
    yield conn
    # A test may have done so.
    with suppress(libvirt.libvirtError):
        conn.close()


def test_every_kind_is_tried() -> None:
    assert {*MAKE, *SHELLS, "virConnect"} == set(CLASSES)


@pytest.mark.parametrize("kind", MAKE)
def test_the_users_object_stays_as_it_is(theirs: Any, kind: str) -> None:
    make, name = MAKE[kind]
    item = make(theirs)
    mine = Virt.from_libvirt(item)
    assert mine.handle is item
    assert type(item) is getattr(libvirt, kind)
    assert type(theirs) is libvirt.virConnect
    assert type(mine).__name__ == kind.removeprefix("vir")
    assert mine.connection.handle is theirs
    if name != "abort":
        assert mine.get_name() == getattr(item, name)()


def test_each_has_its_own_errors(theirs: Any) -> None:
    item = theirs.lookupByName("test")
    mine = Virt.from_libvirt(item)
    with pytest.raises(libvirt.libvirtError) as caught:
        item.XMLDesc(1 << 20)
    assert type(caught.value) is libvirt.libvirtError
    with pytest.raises(Error) as ours:
        mine.get_xml_description(1 << 20)
    assert ours.value.code() == caught.value.get_error_code() == Error.ERR_INVALID_ARG
    with pytest.raises(libvirt.libvirtError) as caught:
        theirs.lookupByName("nobody")
    assert type(caught.value) is libvirt.libvirtError


@pytest.mark.parametrize("kind", MAKE)
def test_closing_ours_leaves_theirs_open(theirs: Any, kind: str) -> None:
    make, name = MAKE[kind]
    item = make(theirs)
    mine = Virt.from_libvirt(item)
    mine.connection.close()
    with pytest.raises(Error, match="the connection is closed"):
        mine.abort() if name == "abort" else mine.get_name()
    getattr(item, name)()
    assert theirs.isAlive() == 1


def test_closing_theirs_leaves_ours_open(theirs: Any) -> None:
    item = theirs.lookupByName("test")
    mine = Virt.from_libvirt(item)
    conn = mine.connection
    theirs.close()
    assert mine.get_name() == "test"
    assert conn.get_domain_by_name("test") == mine
    conn.close()
    with pytest.raises(Error):
        mine.get_name()


def test_a_connection_is_borrowed_once(theirs: Any) -> None:
    conn = Virt.from_libvirt(theirs)
    assert Virt.from_libvirt(theirs) is conn
    assert Virt.from_libvirt(theirs.lookupByName("test")).connection is conn
    gone = weakref.ref(conn)
    del conn
    assert gone() is None
    assert Virt.from_libvirt(theirs).is_alive()


def test_after_closing_it_is_borrowed_anew(theirs: Any) -> None:
    conn = Virt.from_libvirt(theirs)
    conn.close()
    again = Virt.from_libvirt(theirs)
    assert again.is_alive()
    assert again is not conn


def test_dropping_both_frees_all(theirs: Any) -> None:
    item = theirs.lookupByName("test")
    mine = Virt.from_libvirt(item)
    left = weakref.ref(item), weakref.ref(mine), weakref.ref(mine.connection)
    del item, mine
    assert [each() for each in left] == [None] * 3


@pytest.mark.parametrize("value", [None, "conn", 5, object(), Virt])
def test_anything_else_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="not an object of libvirt-python"):
        borrow(value)


@pytest.mark.parametrize("kind", [*MAKE, *SHELLS])
def test_what_is_closed_already_is_refused(kind: str) -> None:
    shell: Any = object.__new__(getattr(libvirt, kind))
    shell._o = shell._conn = None
    with pytest.raises(Error, match="the connection is closed"):
        borrow(shell)


PROGRAM = """
import gc, os, sys
import libvirt
from sysvirt import Sys

uri, kind = sys.argv[1:]
sys.path.insert(0, "")
from tests._core.test_borrowing import MAKE, SECRET

def make(conn):
    if kind == "virSecret":
        return conn.secretDefineXML(SECRET)
    return MAKE[kind][0](conn)

def descriptors():
    return len(os.listdir("/proc/self/fd"))

def borrow_often(number):
    theirs = libvirt.open(uri)
    item = make(theirs)
    for at in range(number):
        mine = Sys.Virt.from_libvirt(item)
        assert mine.handle is item
        if at % 7 == 0:
            mine.connection.close()
        elif at % 7 == 1:
            again = Sys.Virt.from_libvirt(item)
            assert (again == mine) is (kind != "virStream"), kind
    del mine, again
    # Whoever frees an object too often frees it under its other user.
    item.__repr__(), theirs.isAlive()
    del item
    theirs.close()

borrow_often(50)
gc.collect()
before, blocks = descriptors(), sys.getallocatedblocks()
borrow_often(2000)
gc.collect()
print(descriptors() == before, sys.getallocatedblocks() - blocks < 500)
"""
SECRET = """
<secret ephemeral='yes' private='no'>
  <uuid>0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f</uuid>
  <usage type='volume'><volume>/x</volume></usage>
</secret>
"""


@pytest.mark.parametrize("kind", [*MAKE, "virSecret"])
def test_borrowing_often_frees_nothing_too_early_and_leaves_nothing(
    kind: str, daemon: Daemon
) -> None:
    uri = daemon.uri("secret", "/session") if kind == "virSecret" else daemon.uri()
    assert run(PROGRAM, uri, kind) == "True True\n"
