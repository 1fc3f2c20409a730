"""The snapshots of a domain, as the domain sees them."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Domain, DomainSnapshot, Error, Virt
from tests.fakes import Recorder, Rows

TOPOLOGICAL = DomainSnapshot.LIST_TOPOLOGICAL


def xml(name: str) -> str:
    return f"<domainsnapshot><name>{name}</name></domainsnapshot>"


def test_none(dom: Domain) -> None:
    assert dom.num_of_snapshots() == 0
    assert dom.list_snapshot_names() == dom.list_snapshots() == dom.list_all_snapshots() == []
    assert dom.has_current_snapshot() is False
    with pytest.raises(Error, match="does not have a current snapshot") as caught:
        dom.current_snapshot()
    assert caught.value.code() == Error.ERR_NO_DOMAIN_SNAPSHOT
    with pytest.raises(Error, match="no domain snapshot with matching name 'one'") as caught:
        dom.get_snapshot_by_name("one")
    assert caught.value.code() == Error.ERR_NO_DOMAIN_SNAPSHOT


def test_some(dom: Domain) -> None:
    made = [dom.create_snapshot(xml(name)) for name in ("one", "two", "three")]
    assert {type(snapshot) for snapshot in made} == {DomainSnapshot}
    assert dom.num_of_snapshots() == 3
    assert dom.num_of_snapshots(DomainSnapshot.LIST_ROOTS) == 1
    assert dom.list_all_snapshots(TOPOLOGICAL) == made
    assert sorted(map(repr, dom.list_snapshots())) == sorted(map(repr, made))
    assert dom.list_all_snapshots(DomainSnapshot.LIST_ROOTS) == made[:1]
    assert dom.has_current_snapshot() is True
    assert dom.current_snapshot() == made[2]
    assert dom.get_snapshot_by_name("two") == dom.get_snapshot_by_name("two", 0) == made[1]
    assert dom.lookup_snapshot_by_name("two") == made[1]
    assert {snapshot.connection for snapshot in dom.list_snapshots()} == {dom.connection}


def test_their_names(dom: Domain) -> None:
    for name in ("one", "two", "three"):
        dom.create_snapshot(xml(name))
    assert dom.list_snapshot_names(10, TOPOLOGICAL) == ["one", "two", "three"]
    assert dom.list_snapshot_names(None, TOPOLOGICAL) == ["one", "two", "three"]
    # Perl crashes where there are more than it asked for.
    assert dom.list_snapshot_names(2, TOPOLOGICAL) == ["one", "two"]
    assert dom.list_snapshot_names(0) == []
    assert sorted(dom.list_snapshot_names()) == ["one", "three", "two"]


@pytest.mark.parametrize(
    ("method", "arguments", "expected"),
    [
        ("num_of_snapshots", (5,), ("snapshotNum", 5)),
        ("list_snapshot_names", (3, 5), ("snapshotListNames", 5)),
        ("list_all_snapshots", (5,), ("listAllSnapshots", 5)),
        ("get_snapshot_by_name", ("x", 5), ("snapshotLookupByName", "x", 5)),
        ("lookup_snapshot_by_name", ("x", 5), ("snapshotLookupByName", "x", 5)),
        ("has_current_snapshot", (5,), ("hasCurrentSnapshot", 5)),
        ("current_snapshot", (5,), ("snapshotCurrent", 5)),
        ("create_snapshot", ("<x/>", 5), ("snapshotCreateXML", "<x/>", 5)),
        ("create_snapshot", ("<x/>",), ("snapshotCreateXML", "<x/>", 0)),
    ],
)
def test_flags_are_passed_on(
    conn: Virt, method: str, arguments: tuple[Any, ...], expected: tuple[Any, ...]
) -> None:
    handle = Recorder(Rows())
    getattr(Domain(conn, handle), method)(*arguments)
    assert handle.calls == [expected]


@pytest.mark.parametrize(
    ("method", "arguments", "error", "message"),
    [
        ("list_snapshot_names", (-1,), ValueError, "maxnames must be between 0"),
        ("list_snapshot_names", ("1",), TypeError, "maxnames must be an int"),
        ("get_snapshot_by_name", (5,), TypeError, "name must be a str"),
        ("create_snapshot", (None,), TypeError, "xml must be a str"),
        ("num_of_snapshots", (-1,), ValueError, "flags must be between"),
    ],
)
def test_what_is_refused(
    conn: Virt, method: str, arguments: tuple[Any, ...], error: type[Exception], message: str
) -> None:
    handle = Recorder(Rows())
    with pytest.raises(error, match=message):
        getattr(Domain(conn, handle), method)(*arguments)
    assert handle.calls == []
