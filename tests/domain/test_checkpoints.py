"""The checkpoints of a domain, as the domain sees them, and backups."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Domain, DomainCheckpoint, Error, Virt
from tests.fakes import Recorder, Rows


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


@pytest.mark.parametrize(
    ("method", "arguments", "expected"),
    [
        ("list_all_checkpoints", (5,), ("listAllCheckpoints", 5)),
        ("get_checkpoint_by_name", ("x", 5), ("checkpointLookupByName", "x", 5)),
        ("create_checkpoint", ("<x/>", 5), ("checkpointCreateXML", "<x/>", 5)),
        ("backup_begin", ("<x/>",), ("backupBegin", "<x/>", None, 0)),
        ("backup_begin", (None, None), ("backupBegin", None, None, 0)),
        ("backup_begin", ("<x/>", "<y/>", 1), ("backupBegin", "<x/>", "<y/>", 1)),
        ("backup_get_xml_description", (5,), ("backupGetXMLDesc", 5)),
    ],
)
def test_what_libvirt_is_told(
    conn: Virt, method: str, arguments: tuple[Any, ...], expected: tuple[Any, ...]
) -> None:
    handle = Recorder(Rows())
    getattr(Domain(conn, handle), method)(*arguments)
    assert handle.calls == [expected]


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
def test_what_is_refused(conn: Virt, method: str, arguments: tuple[Any, ...], message: str) -> None:
    handle = Recorder(Rows())
    with pytest.raises(TypeError, match=message):
        getattr(Domain(conn, handle), method)(*arguments)
    assert handle.calls == []


def test_a_driver_without_backups(dom: Domain) -> None:
    with pytest.raises(Error, match="virDomainBackupBegin"):
        dom.backup_begin("<domainbackup/>")
    with pytest.raises(Error, match="virDomainBackupGetXMLDesc"):
        dom.backup_get_xml_description()
