"""Storage pools and volumes of a connection, on the test driver."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import PurePosixPath

import pytest

from sysvirt import Error, StoragePool, StorageVol, Sys, Virt
from tests.storage import directory, volume

UUID = "dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566"


def names(pools: list[StoragePool]) -> list[str]:
    assert all(type(pool) is StoragePool for pool in pools)
    return sorted(pool.get_name() for pool in pools)


def test_pools_are_listed_by_their_state(conn: Virt) -> None:
    conn.define_storage_pool(directory("stored", "/stored"))
    passing = conn.create_storage_pool(directory("passing", "/passing"))
    assert passing.connection is conn
    assert not passing.is_persistent()
    assert names(conn.list_storage_pools()) == ["default-pool", "passing"]
    assert names(conn.list_defined_storage_pools()) == ["stored"]
    assert names(conn.list_all_storage_pools()) == ["default-pool", "passing", "stored"]
    assert names(conn.list_all_storage_pools(StoragePool.LIST_TRANSIENT)) == ["passing"]
    assert (conn.num_of_storage_pools(), conn.num_of_defined_storage_pools()) == (2, 1)
    assert sorted(conn.list_storage_pool_names(9)) == ["default-pool", "passing"]
    assert len(conn.list_storage_pool_names(1)) == 1
    assert conn.list_defined_storage_pool_names(9) == ["stored"]
    assert conn.list_defined_storage_pool_names(0) == []


@pytest.mark.parametrize(
    "form",
    [UUID, UUID.replace("-", ""), bytes.fromhex(UUID.replace("-", "")), uuid.UUID(UUID)],
)
def test_a_pool_is_found_by_every_form_of_its_uuid(conn: Virt, form: str | bytes) -> None:
    assert conn.get_storage_pool_by_uuid(form).get_name() == "default-pool"


def test_what_is_not_there_is_an_error(conn: Virt) -> None:
    calls: list[tuple[Callable[[], object], int]] = [
        (lambda: conn.get_storage_pool_by_name("none"), Error.ERR_NO_STORAGE_POOL),
        (lambda: conn.get_storage_pool_by_uuid(bytes(16)), Error.ERR_NO_STORAGE_POOL),
        (lambda: conn.get_storage_volume_by_path("/none"), Error.ERR_NO_STORAGE_VOL),
        (lambda: conn.get_storage_volume_by_key("none"), Error.ERR_NO_STORAGE_VOL),
        (lambda: conn.get_storage_pool_by_target_path("/default-pool"), Error.ERR_NO_SUPPORT),
    ]
    for call, code in calls:
        with pytest.raises(Error) as caught:
            call()
        assert caught.value.code() == code


def test_a_volume_is_found_by_path_and_key_and_leads_to_its_pool(conn: Virt) -> None:
    pool = conn.get_storage_pool_by_name("default-pool")
    vol = pool.create_volume(volume("v"))
    path = PurePosixPath(vol.get_path())
    assert conn.get_storage_volume_by_path(path) == vol
    assert conn.get_storage_volume_by_path(str(path)) == vol
    assert conn.get_storage_volume_by_key(vol.get_key()) == vol
    assert type(conn.get_storage_volume_by_key(vol.get_key())) is StorageVol
    assert conn.get_storage_pool_by_volume(vol) == pool


def test_a_volumes_pool_belongs_to_the_volumes_connection(conn: Virt) -> None:
    with Sys.Virt.new(uri="test:///default") as other:
        vol = other.get_storage_pool_by_name("default-pool").create_volume(volume("v"))
        assert conn.get_storage_pool_by_volume(vol).connection is other


def test_flags_reach_libvirt(conn: Virt) -> None:
    xml = directory("p", "/p")
    with pytest.raises(Error, match="in function testStoragePoolCreateXML"):
        conn.create_storage_pool(xml, 1 << 30)
    with pytest.raises(Error, match="in function testStoragePoolDefineXML"):
        conn.define_storage_pool(xml, 1 << 30)
    with pytest.raises(Error, match="in function testConnectFindStoragePoolSources"):
        conn.find_storage_pool_sources("logical", None, 1)
    assert names(conn.list_all_storage_pools()) == ["default-pool"]


def test_sources_can_be_looked_for_without_saying_where(conn: Virt) -> None:
    # Perl turns undef into an empty text, which the network file system below shows.
    assert "<sources>" in conn.find_storage_pool_sources("logical", None)
    with pytest.raises(Error, match="hostname must be specified for netfs sources"):
        conn.find_storage_pool_sources("netfs", None)
    with pytest.raises(Error, match="[Dd]ocument"):
        conn.find_storage_pool_sources("netfs", "")
    where = "<source><host name='localhost'/></source>"
    assert "localhost" in conn.find_storage_pool_sources("netfs", where)


def test_wrong_arguments_name_their_parameter(conn: Virt) -> None:
    calls: list[tuple[Callable[[], object], str]] = [
        (lambda: conn.create_storage_pool(None), "xml"),  # type: ignore[arg-type]
        (lambda: conn.define_storage_pool(b"<pool/>"), "xml"),  # type: ignore[arg-type]
        (lambda: conn.list_storage_pool_names(-1), "maxnames"),
        (lambda: conn.list_defined_storage_pool_names(None), "maxnames"),  # type: ignore[arg-type]
        (lambda: conn.list_all_storage_pools(-1), "flags"),
        (lambda: conn.get_storage_pool_by_name(1), "name"),  # type: ignore[arg-type]
        (lambda: conn.get_storage_pool_by_uuid("abc"), "uuid"),
        (lambda: conn.get_storage_pool_by_volume(conn), "vol"),  # type: ignore[arg-type]
        (lambda: conn.get_storage_pool_by_target_path(b"/"), "path"),  # type: ignore[arg-type]
        (lambda: conn.get_storage_volume_by_path(1), "path"),  # type: ignore[arg-type]
        (lambda: conn.get_storage_volume_by_key(None), "key"),  # type: ignore[arg-type]
        (lambda: conn.find_storage_pool_sources(None, None), "type"),  # type: ignore[arg-type]
        (lambda: conn.find_storage_pool_sources("logical", 1), "srcspec"),  # type: ignore[arg-type]
    ]
    for call, name in calls:
        with pytest.raises((TypeError, ValueError), match=rf"^{name} must"):
            call()
