"""Storage pools on the test driver."""

from __future__ import annotations

import pytest

from sysvirt import Error, StoragePool, StorageVol, Virt
from tests.storage import volume

UUID = "dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566"


@pytest.fixture
def pool(conn: Virt) -> StoragePool:
    """The test driver's only pool."""
    return conn.get_storage_pool_by_name("default-pool")


def test_identity(pool: StoragePool) -> None:
    assert pool.get_name() == "default-pool"
    assert pool.get_uuid_string() == UUID
    assert pool.get_uuid() == bytes.fromhex(UUID.replace("-", ""))
    assert pool.is_active() is True
    assert pool.is_persistent() is True
    assert repr(pool) == "<sysvirt.StoragePool 'default-pool'>"


def test_info(pool: StoragePool) -> None:
    gib = 2**30
    pool.create_volume(volume("v", gib, gib))
    assert pool.get_info() == {
        "state": StoragePool.STATE_RUNNING,
        "capacity": 100 * gib,
        "allocation": gib,
        "available": 99 * gib,
    }
    pool.destroy()
    assert pool.get_info()["state"] == StoragePool.STATE_INACTIVE


def test_autostart_is_kept_and_listed(conn: Virt, pool: StoragePool) -> None:
    assert pool.get_autostart() is False
    pool.set_autostart(True)
    assert pool.get_autostart() is True
    assert conn.list_all_storage_pools(StoragePool.LIST_AUTOSTART) == [pool]


def test_stop_and_start_keep_the_object(conn: Virt, pool: StoragePool) -> None:
    pool.destroy()
    assert pool.is_active() is False
    assert conn.list_defined_storage_pools() == [pool]
    pool.create(StoragePool.CREATE_NORMAL)
    assert pool.is_active() is True
    pool.destroy()
    pool.undefine()
    with pytest.raises(Error) as caught:
        pool.create()
    assert caught.value.code() == Error.ERR_NO_STORAGE_POOL


def test_flags_reach_libvirt(pool: StoragePool) -> None:
    pool.destroy()
    with pytest.raises(Error, match="unsupported flags .* in function testStoragePoolBuild"):
        pool.build(1 << 30)
    with pytest.raises(Error, match="in function testStoragePoolDelete"):
        pool.delete(1 << 30)
    with pytest.raises(Error, match="in function testStoragePoolCreate"):
        pool.create(1 << 30)
    pool.create()
    with pytest.raises(Error, match="in function testStoragePoolRefresh"):
        pool.refresh(1 << 30)
    with pytest.raises(Error, match="in function testStorageVolCreateXML"):
        pool.create_volume(volume("v"), 1 << 30)
    with pytest.raises(Error, match="in function testStorageVolCreateXML"):
        pool.create_volume(volume("v"), flags=1 << 30)
    source = pool.create_volume(volume("source"))
    with pytest.raises(Error, match="in function testStorageVolCreateXMLFrom"):
        pool.clone_volume(volume("v"), source, 1 << 30)
    with pytest.raises(Error, match="in function testStorageVolCreateXMLFrom"):
        pool.create_volume(volume("v"), source, 1 << 30)
    assert [vol.get_name() for vol in pool.list_volumes()] == ["source"]


def test_volumes_are_listed_and_found(pool: StoragePool) -> None:
    assert pool.num_of_storage_volumes() == 0
    assert pool.list_volumes() == []
    made = {name: pool.create_volume(volume(name)) for name in ("a", "b", "c")}
    assert all(type(vol) is StorageVol for vol in made.values())
    assert pool.num_of_storage_volumes() == 3
    assert sorted(pool.list_storage_vol_names(10)) == ["a", "b", "c"]
    assert len(pool.list_storage_vol_names(2)) == 2
    assert set(pool.list_volumes()) == set(pool.list_all_volumes()) == set(made.values())
    assert pool.get_volume_by_name("b") == made["b"]
    with pytest.raises(Error) as caught:
        pool.get_volume_by_name("d")
    assert caught.value.code() == Error.ERR_NO_STORAGE_VOL


@pytest.mark.parametrize("method", ["clone_volume", "create_volume"])
def test_a_clone_comes_from_another_volume(pool: StoragePool, method: str) -> None:
    source = pool.create_volume(volume("source", 2**20))
    copy = getattr(pool, method)(volume("copy", 2**20), source)
    assert type(copy) is StorageVol
    assert copy.get_info()["capacity"] == 2**20
    # The test driver copies no data; that it looks for the source shows that it was told.
    source.delete()
    with pytest.raises(Error, match="no storage vol with matching name 'source'"):
        getattr(pool, method)(volume("another"), source)


@pytest.mark.parametrize("bad", ["source", 0, b"source"])
def test_a_clone_of_something_else_is_refused(pool: StoragePool, bad: object) -> None:
    with pytest.raises(TypeError, match="clonevol"):
        pool.clone_volume(volume("copy"), bad)  # type: ignore[arg-type]
    assert pool.num_of_storage_volumes() == 0


def test_a_clone_of_nothing_is_libvirts_to_refuse(pool: StoragePool) -> None:
    with pytest.raises(Error, match="virStorageVolCreateXMLFrom") as caught:
        pool.clone_volume(volume("copy"), None)
    assert caught.value.code() in (Error.ERR_INVALID_STORAGE_VOL, Error.ERR_INVALID_ARG)
    assert pool.num_of_storage_volumes() == 0


def test_wrong_arguments_name_their_parameter(pool: StoragePool) -> None:
    with pytest.raises(TypeError, match="maxnames"):
        pool.list_storage_vol_names("3")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="maxnames"):
        pool.list_storage_vol_names(-1)
    with pytest.raises(TypeError, match="name"):
        pool.get_volume_by_name(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="xml"):
        pool.create_volume(b"<volume/>")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="clonevol"):
        pool.create_volume(volume("v"), "copy")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="flag"):
        pool.set_autostart(2)


def test_a_closed_connection_leaves_errors(conn: Virt, pool: StoragePool) -> None:
    vol = pool.create_volume(volume("v"))
    conn.close()
    for broken in (
        pool.get_info,
        pool.get_name,
        pool.list_volumes,
        vol.get_name,
        vol.get_key,
        vol.get_path,
        vol.get_info,
    ):
        with pytest.raises(Error, match="invalid storage"):
            broken()
