"""Storage volumes on the test driver; what it can't do is in tests/hypervisor/."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Error, StoragePool, StorageVol, Virt
from tests.storage import volume


@pytest.fixture
def pool(conn: Virt) -> StoragePool:
    """The test driver's only pool."""
    return conn.get_storage_pool_by_name("default-pool")


@pytest.fixture
def vol(pool: StoragePool) -> StorageVol:
    """A volume of 1 MiB."""
    return pool.create_volume(volume("disk.img"))


def test_identity(pool: StoragePool, vol: StorageVol) -> None:
    assert vol.get_name() == "disk.img"
    assert vol.get_path() == vol.get_key() == "/default-pool/disk.img"
    assert "<name>disk.img</name>" in vol.get_xml_description()
    assert repr(vol) == "<sysvirt.StorageVol 'disk.img'>"
    assert vol == pool.get_volume_by_name("disk.img")
    assert hash(vol) == hash(pool.get_volume_by_name("disk.img"))
    assert vol != pool.create_volume(volume("other.img"))


def test_info(pool: StoragePool) -> None:
    vol = pool.create_volume(volume("v", 2**20, 4096))
    assert vol.get_info() == {
        "type": StorageVol.TYPE_FILE,
        "capacity": 2**20,
        "allocation": 4096,
    }


def test_flags_of_info_reach_libvirt(vol: StorageVol) -> None:
    with pytest.raises(Error) as caught:
        vol.get_info(StorageVol.GET_PHYSICAL)
    assert caught.value.message().endswith(": virStorageVolGetInfoFlags")


def test_delete(pool: StoragePool, vol: StorageVol) -> None:
    with pytest.raises(Error, match="unsupported flags"):
        vol.delete(StorageVol.DELETE_ZEROED)
    vol.delete(StorageVol.DELETE_NORMAL)
    assert pool.num_of_storage_volumes() == 0
    with pytest.raises(Error) as caught:
        vol.get_info()
    assert caught.value.code() == Error.ERR_NO_STORAGE_VOL


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda vol, _: vol.resize(-1), "newcapacity"),
        (lambda vol, _: vol.resize("1M"), "newcapacity"),
        (lambda vol, _: vol.resize(2**64), "newcapacity"),
        (lambda vol, _: vol.wipe_pattern(None), "algorithm"),
        (lambda vol, _: vol.wipe_pattern(-1), "algorithm"),
        (lambda vol, _: vol.wipe("x"), "flags"),
        (lambda vol, _: vol.get_info(-1), "flags"),
        (lambda vol, _: vol.download(None, 0, 0), "st"),
        (lambda vol, _: vol.upload(vol, 0, 0), "st"),
        (lambda vol, st: vol.download(st, -1, 0), "offset"),
        (lambda vol, st: vol.download(st, 0, 2**64), "length"),
        (lambda vol, st: vol.upload(st, 0.5, 0), "offset"),
        (lambda vol, st: vol.upload(st, 0, None), "length"),
    ],
)
def test_wrong_arguments_name_their_parameter(
    conn: Virt, vol: StorageVol, call: Any, name: str
) -> None:
    with pytest.raises((TypeError, ValueError), match=rf"^{name} must"):
        call(vol, conn.new_stream())


@pytest.mark.parametrize(
    ("call", "function"),
    [
        (lambda vol, _: vol.resize(2**21, StorageVol.RESIZE_SHRINK), "virStorageVolResize"),
        (lambda vol, _: vol.wipe(), "virStorageVolWipe"),
        (lambda vol, _: vol.wipe_pattern(StorageVol.WIPE_ALG_DOD), "virStorageVolWipePattern"),
        (lambda vol, st: vol.download(st, 0, 0), "virStorageVolDownload"),
        (lambda vol, st: vol.upload(st, 0, 0), "virStorageVolUpload"),
    ],
)
def test_what_the_driver_lacks_is_an_error(
    conn: Virt, vol: StorageVol, call: Any, function: str
) -> None:
    with pytest.raises(Error) as caught:
        call(vol, conn.new_stream())
    assert caught.value.code() == Error.ERR_NO_SUPPORT
    assert caught.value.message().endswith(f": {function}")
