"""``DomainCheckpoint``."""

from __future__ import annotations

import pytest

from sysvirt import Domain, DomainCheckpoint, Error, Virt

DESCENDANTS = DomainCheckpoint.LIST_DESCENDANTS

OTHER = (
    "<domain type='test'><name>other</name><memory>65536</memory><os><type>hvm</type></os></domain>"
)


def xml(name: str) -> str:
    return f"<domaincheckpoint><name>{name}</name></domaincheckpoint>"


@pytest.fixture
def row(dom: Domain) -> list[DomainCheckpoint]:
    """Three checkpoints, each made after the one before."""
    return [dom.create_checkpoint(xml(name)) for name in ("one", "two", "three")]


def test_what_it_is(row: list[DomainCheckpoint]) -> None:
    one = row[0]
    assert one.get_name() == "one"
    assert repr(one) == "<sysvirt.DomainCheckpoint 'one'>"
    assert "<domain " in one.get_xml_description()
    assert "<domain " not in one.get_xml_description(DomainCheckpoint.XML_NO_DOMAIN)


def test_which_are_the_same(dom: Domain, conn: Virt) -> None:
    one, two = dom.create_checkpoint(xml("one")), dom.create_checkpoint(xml("two"))
    assert one == dom.get_checkpoint_by_name("one")
    assert hash(one) == hash(dom.get_checkpoint_by_name("one"))
    assert one != two
    disk = "<disk type='file'><source file='/x'/><target dev='vda'/></disk>"
    other = conn.create_domain(OTHER.replace("</domain>", f"<devices>{disk}</devices></domain>"))
    assert one != other.create_checkpoint(xml("one"))


def test_who_comes_before_whom(row: list[DomainCheckpoint]) -> None:
    one, two, three = row
    assert three.get_parent() == two
    assert type(two.get_parent()) is DomainCheckpoint
    assert two.get_parent().connection is two.connection
    with pytest.raises(Error, match="'one' does not have a parent") as caught:
        one.get_parent()
    assert caught.value.code() == Error.ERR_NO_DOMAIN_CHECKPOINT


def test_who_comes_after_whom(row: list[DomainCheckpoint]) -> None:
    one, two, three = row
    assert one.list_all_children() == [two]
    assert one.list_all_children(DESCENDANTS) == [two, three]
    assert three.list_all_children() == []
    assert type(one.list_all_children()[0]) is DomainCheckpoint


def test_away_with_it(dom: Domain, row: list[DomainCheckpoint]) -> None:
    one, two, three = row
    two.delete(DomainCheckpoint.DELETE_CHILDREN_ONLY)
    assert dom.list_all_checkpoints(DomainCheckpoint.LIST_TOPOLOGICAL) == [one, two]
    with pytest.raises(Error, match="no domain checkpoint with matching name 'three'"):
        three.get_xml_description()
    two.delete()
    one.delete(None)
    assert dom.list_all_checkpoints() == []


@pytest.mark.parametrize(
    "method", ["get_xml_description", "delete", "get_parent", "list_all_children"]
)
def test_flags_reach_libvirt(row: list[DomainCheckpoint], method: str) -> None:
    # The test driver doesn't know this one, and says the bits that it got.
    with pytest.raises(Error, match=r"unsupported flags \(0x40000000\) in function"):
        getattr(row[0], method)(1 << 30)
    with pytest.raises(ValueError, match="flags must be between"):
        getattr(row[0], method)(-1)


@pytest.mark.parametrize("method", ["get_name", "delete", "get_parent", "__hash__"])
def test_a_closed_one_raises(conn: Virt, row: list[DomainCheckpoint], method: str) -> None:
    conn.close()
    with pytest.raises(Error, match="Invalid domain checkpoint: the connection is closed"):
        getattr(row[0], method)()
    assert repr(row[0]) == "<sysvirt.DomainCheckpoint (closed)>"
