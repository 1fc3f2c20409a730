"""What a connection does with secrets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest

from sysvirt import Error, Secret, Virt
from tests.hosts.daemon import Daemon
from tests.secrets import described, for_volume

SOME = "6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5"


@pytest.fixture
def store(daemon: Daemon) -> Iterator[Virt]:
    """A connection to the daemon's secrets, of which none is left."""
    with Virt(uri=daemon.uri("secret", "/session")) as connection:
        yield connection
        for secret in connection.list_all_secrets():
            secret.undefine()


def test_lists(store: Virt) -> None:
    assert store.list_secrets() == store.list_all_secrets() == store.list_secret_uuids(9) == []
    assert store.num_of_secrets() == 0
    made = [store.define_secret(described(for_volume(f"/{at}"))) for at in range(3)]
    private = store.define_secret(described(private="yes"))
    assert type(private) is Secret
    uuids = {each.get_uuid_string() for each in [*made, private]}
    assert store.num_of_secrets() == 4
    assert {each.get_uuid_string() for each in store.list_secrets()} == uuids
    assert {each.get_uuid_string() for each in store.list_all_secrets()} == uuids
    assert store.list_all_secrets(Secret.LIST_PRIVATE) == [private]
    assert set(store.list_secret_uuids(9)) == uuids
    assert len(store.list_secret_uuids(2)) == 2


def test_look_ups(store: Virt) -> None:
    made = store.define_secret(described(for_volume("/x"), uuid=f"<uuid>{SOME}</uuid>"))
    for form in (SOME, SOME.replace("-", ""), UUID(SOME), UUID(SOME).bytes):
        assert store.get_secret_by_uuid(form) == made
    assert store.get_secret_by_usage(Secret.USAGE_TYPE_VOLUME, "/x") == made
    assert made.connection is store
    calls: list[Any] = [
        lambda: store.get_secret_by_uuid(b"x" * 16),
        lambda: store.get_secret_by_usage(Secret.USAGE_TYPE_VOLUME, "/y"),
        lambda: store.get_secret_by_usage(Secret.USAGE_TYPE_CEPH, "/x"),
    ]
    for call in calls:
        with pytest.raises(Error) as caught:
            call()
        assert caught.value.code() == Error.ERR_NO_SECRET


def test_flags_reach_libvirt(store: Virt) -> None:
    with pytest.raises(Error, match=r"unsupported flags \(0x40000000\) in .* secretDefineXML"):
        store.define_secret(described(), 1 << 30)
    with pytest.raises(Error, match=r"unsupported flags \(0x40000000\) in function"):
        store.list_all_secrets(1 << 30)


@pytest.mark.parametrize(
    ("method", "arguments", "name"),
    [
        ("define_secret", (None,), "xml"),
        ("define_secret", ("<secret/>", "1"), "flags"),
        ("list_secret_uuids", (None,), "maxuuids"),
        ("get_secret_by_uuid", (None,), "uuid"),
        ("get_secret_by_usage", (None, "x"), "usageType"),
        ("get_secret_by_usage", (1, None), "usageID"),
    ],
)
def test_a_wrong_argument_is_named(conn: Virt, method: str, arguments: Any, name: str) -> None:
    with pytest.raises(TypeError, match=f"^{name} must be"):
        getattr(conn, method)(*arguments)


def test_a_bound_is_a_count(conn: Virt) -> None:
    with pytest.raises(ValueError, match="must be between 0"):
        conn.list_secret_uuids(-1)


def test_the_test_driver_has_none(conn: Virt) -> None:
    with pytest.raises(Error) as caught:
        conn.list_secrets()
    assert caught.value.code() == Error.ERR_NO_SUPPORT
