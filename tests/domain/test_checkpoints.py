"""The checkpoints of a domain, as the domain sees them, and backups."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sysvirt import Domain, DomainCheckpoint, Error
from tests.hosts.proxy import Proxy


def xml(name: str) -> str:
    return f"<domaincheckpoint><name>{name}</name></domaincheckpoint>"


def test_checkpoints(dom: Domain) -> None:
    assert dom.list_all_checkpoints() == []
    made = [dom.create_checkpoint(xml(name)) for name in ("one", "two")]
    assert {type(checkpoint) for checkpoint in made} == {DomainCheckpoint}
    assert dom.list_all_checkpoints(DomainCheckpoint.LIST_TOPOLOGICAL) == made
    assert dom.list_all_checkpoints(DomainCheckpoint.LIST_ROOTS) == made[:1]
    assert dom.get_checkpoint_by_name("two") == dom.get_checkpoint_by_name("two", 0) == made[1]
    assert made[0].connection is dom.connection
    with pytest.raises(Error, match="no domain checkpoint with matching name 'x'") as caught:
        dom.get_checkpoint_by_name("x")
    assert caught.value.code() == Error.ERR_NO_DOMAIN_CHECKPOINT


def test_flags_reach_libvirt(dom: Domain) -> None:
    calls: list[tuple[Callable[[int], object], str]] = [
        (dom.list_all_checkpoints, "function testDomainListAllCheckpoints"),
        (
            lambda flags: dom.get_checkpoint_by_name("x", flags),
            "function testDomainCheckpointLookup",
        ),
        (
            lambda flags: dom.create_checkpoint(xml("x"), flags),
            "function testDomainCheckpointCreate",
        ),
    ]
    for call, function in calls:
        with pytest.raises(Error, match=rf"unsupported flags \(0x40000000\) in {function}"):
            call(1 << 30)


def test_a_backup(far_dom: Domain, proxy: Proxy) -> None:
    proxy.answer("DOMAIN_BACKUP_BEGIN")
    proxy.answer("DOMAIN_BACKUP_GET_XML_DESC", "s", "<domainbackup/>")
    far_dom.backup_begin("<x/>")
    far_dom.backup_begin("<x/>", None)
    far_dom.backup_begin("<x/>", "<y/>", 1)
    assert far_dom.backup_get_xml_description(5) == "<domainbackup/>"
    assert proxy.calls == [
        ("DOMAIN_BACKUP_BEGIN", "test", "<x/>", None, 0),
        ("DOMAIN_BACKUP_BEGIN", "test", "<x/>", None, 0),
        ("DOMAIN_BACKUP_BEGIN", "test", "<x/>", "<y/>", 1),
        ("DOMAIN_BACKUP_GET_XML_DESC", "test", 5),
    ]
    with pytest.raises(Error, match="backupXML in virDomainBackupBegin must not be NULL"):
        far_dom.backup_begin(None)


@pytest.mark.parametrize(
    ("method", "arguments", "message"),
    [
        ("get_checkpoint_by_name", (5,), "name must be a str"),
        ("create_checkpoint", (None,), "xml must be a str"),
        ("backup_begin", (5,), "backupxml must be a str"),
        ("backup_begin", (None, 5), "checkpointxml must be a str"),
        ("backup_get_xml_description", ("1",), "flags must be an int"),
    ],
)
def test_a_wrong_argument_never_reaches_the_daemon(
    far_dom: Domain,
    proxy: Proxy,
    method: str,
    arguments: tuple[Any, ...],
    message: str,
) -> None:
    with pytest.raises(TypeError, match=f"^{message}"):
        getattr(far_dom, method)(*arguments)
    assert proxy.functions == []


def test_a_driver_without_backups(dom: Domain) -> None:
    with pytest.raises(Error, match="virDomainBackupBegin"):
        dom.backup_begin("<domainbackup/>")
    with pytest.raises(Error, match="virDomainBackupGetXMLDesc"):
        dom.backup_get_xml_description()
