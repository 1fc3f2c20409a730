"""The snapshots of a domain, as the domain sees them."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Domain, DomainSnapshot, Error
from tests.hosts.proxy import Proxy

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
    ("method", "arguments"),
    [
        ("num_of_snapshots", ()),
        ("list_snapshot_names", (3,)),
        ("list_all_snapshots", ()),
        ("get_snapshot_by_name", ("x",)),
        ("lookup_snapshot_by_name", ("x",)),
        ("has_current_snapshot", ()),
        ("current_snapshot", ()),
        ("create_snapshot", (xml("x"),)),
    ],
)
def test_flags_reach_libvirt(dom: Domain, method: str, arguments: tuple[Any, ...]) -> None:
    # The test driver doesn't know this one, and says the bits that it got.
    with pytest.raises(Error, match=r"unsupported flags \(0x40000000\) in function"):
        getattr(dom, method)(*arguments, 1 << 30)


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
def test_a_wrong_argument_never_reaches_the_daemon(
    far_dom: Domain,
    proxy: Proxy,
    method: str,
    arguments: tuple[Any, ...],
    error: type[Exception],
    message: str,
) -> None:
    with pytest.raises(error, match=f"^{message}"):
        getattr(far_dom, method)(*arguments)
    assert proxy.functions == []
