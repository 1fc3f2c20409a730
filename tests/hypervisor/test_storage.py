"""Storage on a real host: directories, a file system of its own, raw and qcow2 volumes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from sysvirt import Error, StoragePool, StorageVol, Virt
from tests.hosts import Host, programs, wait_until
from tests.storage import directory, volume

MIB = 2**20
DATA = os.urandom(MIB)


@pytest.fixture
def place(host: Host, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A directory that the host's daemons see."""
    path = host.root / request.node.name.partition("[")[0]
    path.mkdir()
    yield path
    shutil.rmtree(path)


@pytest.fixture
def pool(conn: Virt, place: Path) -> Iterator[StoragePool]:
    """A pool of that directory."""
    made = conn.create_storage_pool(directory(place.name, place))
    yield made
    made.destroy()


def test_a_name_that_is_no_utf8(pool: StoragePool, place: Path) -> None:
    odd = place / os.fsdecode(b"odd\xff\xfe")
    (odd / "full").mkdir(parents=True)
    (place / "plain").touch()
    pool.refresh()
    vols = {vol.get_name(): vol for vol in pool.list_volumes()}
    assert sorted(pool.list_storage_vol_names(5)) == sorted(vols) == [odd.name, "plain"]
    assert len(pool.list_storage_vol_names(1)) == 1
    vol = vols[odd.name]
    assert repr(vol) == "<sysvirt.StorageVol 'odd\\udcff\\udcfe'>"
    assert vol.get_path() == vol.get_key() == str(odd)
    assert f"<path>{odd}</path>" in vol.get_xml_description()
    assert vol in set(pool.list_all_volumes())
    with pytest.raises(Error) as caught:
        vol.delete()
    assert f"'{odd}'" in caught.value.message()
    with pytest.raises(ValueError, match="^name can't be encoded as UTF-8"):
        pool.get_volume_by_name(vol.get_name())


def write(vol: StorageVol, data: bytes, offset: int = 0) -> None:
    """Put bytes into a volume."""
    st = vol.connection.new_stream()
    vol.upload(st, offset, len(data))
    left = bytearray(data)

    def give(_st: object, buffer: bytearray, nbytes: int) -> int:
        buffer[:] = left[:nbytes]
        del left[:nbytes]
        return len(buffer)

    st.send_all(give)
    st.finish()


def read(vol: StorageVol, offset: int, length: int) -> bytes:
    """What is in a volume."""
    data, piece = bytearray(), bytearray()
    st = vol.connection.new_stream()
    vol.download(st, offset, length)
    while st.recv(piece, length):
        data += piece
    st.finish()
    return bytes(data)


def image(path: str) -> dict[str, object]:
    """What qemu-img says about an image."""
    command = [programs.need("qemu-img"), "info", "--output=json", path]
    told: dict[str, object] = json.loads(subprocess.check_output(command))
    return told


def test_a_directory_comes_and_goes(conn: Virt, place: Path) -> None:
    target = place / "pool"
    pool = conn.define_storage_pool(directory("comes", target), StoragePool.DEFINE_VALIDATE)
    try:
        assert (pool.is_active(), pool.is_persistent()) == (False, True)
        assert not target.exists()
        pool.create(StoragePool.CREATE_WITH_BUILD)
        assert target.is_dir()
        assert pool.get_info()["state"] == StoragePool.STATE_RUNNING
        (target / "found.img").write_bytes(b"x" * 512)
        assert pool.num_of_storage_volumes() == 0
        pool.refresh()
        assert pool.list_storage_vol_names(9) == ["found.img"]
        assert conn.get_storage_pool_by_target_path(target) == pool
        pool.set_autostart(True)
        assert pool.get_autostart() is True
        assert pool in conn.list_all_storage_pools(StoragePool.LIST_AUTOSTART)
        (target / "found.img").unlink()
        pool.destroy()
        pool.delete(StoragePool.DELETE_NORMAL)
        assert not target.exists()
    finally:
        if pool.is_active():
            pool.destroy()
        pool.undefine()
    with pytest.raises(Error) as caught:
        pool.get_info()
    assert caught.value.code() == Error.ERR_NO_STORAGE_POOL


def test_a_passing_pool_may_be_built(conn: Virt, place: Path) -> None:
    xml = directory("passing", place / "made")
    with pytest.raises(Error, match="No such file or directory"):
        conn.create_storage_pool(xml)
    pool = conn.create_storage_pool(xml, StoragePool.CREATE_WITH_BUILD)
    assert (place / "made").is_dir()
    assert not pool.is_persistent()
    pool.destroy()
    with pytest.raises(Error):
        conn.get_storage_pool_by_name("passing")


def test_a_raw_volume(conn: Virt, pool: StoragePool, place: Path) -> None:
    vol = pool.create_volume(volume("a.raw", MIB))
    file = place / "a.raw"
    assert (vol.get_path(), vol.get_key()) == (str(file), str(file))
    assert vol.get_info() == {"type": StorageVol.TYPE_FILE, "capacity": MIB, "allocation": 0}
    write(vol, DATA)
    assert file.read_bytes() == DATA
    assert vol.get_info()["allocation"] >= MIB
    vol.resize(2 * MIB)
    assert file.stat().st_size == 2 * MIB
    vol.resize(MIB, StorageVol.RESIZE_DELTA)
    assert vol.get_info()["capacity"] == 3 * MIB
    with pytest.raises(Error) as caught:
        vol.resize(MIB)
    assert caught.value.code() == Error.ERR_INVALID_ARG
    vol.resize(MIB, StorageVol.RESIZE_SHRINK)
    assert file.read_bytes() == DATA
    assert conn.get_storage_volume_by_path(file) == vol
    vol.delete()
    assert not file.exists()


def test_wiping(pool: StoragePool, place: Path) -> None:
    vol = pool.create_volume(volume("w.raw", MIB))
    file = place / "w.raw"

    def fill() -> None:
        write(vol, DATA)
        # libvirt wipes as much as it knows to be allocated, which it looks up a little later.
        wait_until(lambda: vol.get_info()["allocation"] >= MIB, "the volume is full")

    fill()
    vol.wipe()
    assert file.read_bytes() == bytes(MIB)
    fill()
    vol.wipe_pattern(StorageVol.WIPE_ALG_ZERO)
    assert file.read_bytes() == bytes(MIB)
    for pattern, words in [
        (StorageVol.WIPE_ALG_TRIM, "'trim' algorithm not supported"),
        (77, "wiping algorithm 77 not supported"),
    ]:
        with pytest.raises(Error, match=words):
            vol.wipe_pattern(pattern)


@pytest.mark.skipif(not shutil.which("scrub"), reason="scrub is not installed (package scrub)")
@pytest.mark.parametrize(
    "pattern",
    [
        StorageVol.WIPE_ALG_NNSA,
        StorageVol.WIPE_ALG_DOD,
        StorageVol.WIPE_ALG_BSI,
        StorageVol.WIPE_ALG_GUTMANN,
        StorageVol.WIPE_ALG_SCHNEIER,
        StorageVol.WIPE_ALG_PFITZNER7,
        StorageVol.WIPE_ALG_PFITZNER33,
        StorageVol.WIPE_ALG_RANDOM,
    ],
)
def test_wiping_in_patterns(pool: StoragePool, place: Path, pattern: int) -> None:
    vol = pool.create_volume(volume("w.raw", MIB))
    write(vol, DATA)
    vol.wipe_pattern(pattern)
    assert (place / "w.raw").read_bytes()[:MIB] != DATA


def test_formats_and_clones(pool: StoragePool) -> None:
    raw = pool.create_volume(volume("a.raw", MIB))
    write(raw, DATA)
    copy = pool.clone_volume(volume("b.raw", MIB), raw)
    assert Path(copy.get_path()).read_bytes() == DATA
    also = pool.create_volume(volume("c.raw", MIB), raw)
    assert Path(also.get_path()).read_bytes() == DATA
    turned = pool.clone_volume(volume("d.qcow2", MIB, form="qcow2"), raw)
    assert image(turned.get_path())["format"] == "qcow2"
    back = pool.clone_volume(volume("e.raw", MIB), turned)
    assert Path(back.get_path()).read_bytes() == DATA
    empty = pool.create_volume(volume("f.qcow2", 64 * MIB, form="qcow2"))
    assert empty.get_info()["capacity"] == 64 * MIB
    physical = empty.get_info(StorageVol.GET_PHYSICAL)
    assert physical["allocation"] == Path(empty.get_path()).stat().st_size
    empty.resize(128 * MIB)
    assert image(empty.get_path())["virtual-size"] == 128 * MIB


def test_flags_of_making(pool: StoragePool) -> None:
    xml = volume("p.qcow2", 64 * MIB, form="qcow2")
    lean = pool.create_volume(xml)
    size = Path(lean.get_path()).stat().st_size
    lean.delete()
    full = pool.create_volume(xml, flags=StorageVol.CREATE_PREALLOC_METADATA)
    assert Path(full.get_path()).stat().st_size > size
    full.delete()
    # In the place of clonevol too: an integer can't be meant as a volume.
    full = pool.create_volume(xml, StorageVol.CREATE_PREALLOC_METADATA)
    assert Path(full.get_path()).stat().st_size > size


def test_a_backing_volume(pool: StoragePool) -> None:
    base = pool.create_volume(volume("base.raw", MIB))
    backing = (
        f"<backingStore><path>{base.get_path()}</path><format type='raw'/></backingStore></volume>"
    )
    xml = volume("top.qcow2", MIB, form="qcow2").replace("</volume>", backing)
    top = pool.create_volume(xml)
    assert image(top.get_path())["backing-filename"] == base.get_path()
    assert "base.raw" in top.get_xml_description()


@pytest.fixture
def device(place: Path) -> Iterator[str]:
    """A block device: 64 MiB of a file."""
    losetup = programs.find("losetup")
    if not losetup or not programs.find("mkfs.ext4"):
        pytest.skip("losetup or mkfs.ext4 is not installed")
    file = place / "device"
    file.write_bytes(b"")
    os.truncate(file, 64 * MIB)
    command = [losetup, "--find", "--show", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no loop device: {done.stderr.strip()}")
    name = done.stdout.strip()
    yield name
    subprocess.run([losetup, "--detach", name], check=True)


def test_a_file_system_of_its_own(conn: Virt, place: Path, device: str) -> None:
    target = place / "mounted"
    pool = conn.define_storage_pool(
        f"<pool type='fs'><name>own</name><source><device path='{device}'/>"
        f"<format type='ext4'/></source><target><path>{target}</path></target></pool>"
    )
    try:
        pool.build(StoragePool.BUILD_OVERWRITE)
        with pytest.raises(Error, match="already"):
            pool.build(StoragePool.BUILD_NO_OVERWRITE)
        pool.create()
        info = pool.get_info()
        assert 32 * MIB < info["capacity"] < 64 * MIB
        vol = pool.create_volume(volume("a.raw", 4 * MIB, 4 * MIB))
        assert pool.get_info()["available"] <= info["available"] - 4 * MIB
        assert vol.get_path() == str(target / "a.raw")
        write(vol, DATA, 2 * MIB)
        assert pool in conn.list_all_storage_pools(StoragePool.LIST_FS)
        with pytest.raises(Error, match="[Nn]o space|exceed"):
            pool.create_volume(volume("b.raw", 2**40, 2**40))
        pool.destroy()
        pool.create()
        found = pool.get_volume_by_name("a.raw")
        assert read(found, 2 * MIB, MIB) == DATA
    finally:
        if pool.is_active():
            pool.destroy()
        pool.undefine()


def test_what_could_be_a_pool(conn: Virt) -> None:
    assert "<sources>" in conn.find_storage_pool_sources("logical", None)
    with pytest.raises(Error) as caught:
        conn.find_storage_pool_sources("dir", None)
    assert caught.value.code() == Error.ERR_NO_SUPPORT
