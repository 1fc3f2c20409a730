"""Streams of a real host: volumes up and down, never waiting, and what goes wrong."""

from __future__ import annotations

import gc
import hashlib
import os
import shutil
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sysvirt import Error, Event, StoragePool, StorageVol, Stream, Sys, Virt
from tests.hosts import Host, wait_until
from tests.loop import alone, settle, turn_until
from tests.storage import directory, volume

MIB = 2**20
SPARSE = StorageVol.VOL_DOWNLOAD_SPARSE_STREAM


@pytest.fixture
def conn(host: Host) -> Iterator[Virt]:
    """A connection to the host, with an event loop behind it."""
    Event.register_default()
    with Sys.Virt.new(uri=host.uri) as connection:
        yield connection
    settle()


@pytest.fixture
def pool(conn: Virt, host: Host) -> Iterator[StoragePool]:
    """A pool of a directory of the host."""
    path = host.root / "streams"
    path.mkdir()
    # Its name: the connection of a test may be closed by the test.
    conn.create_storage_pool(directory("streams", path))
    yield conn.get_storage_pool_by_name("streams")
    with Sys.Virt.new(uri=host.uri) as another:
        left = another.get_storage_pool_by_name("streams")
        wait_until(lambda: stopped(left), "nothing flows any more")
    shutil.rmtree(path)


def stopped(pool: StoragePool) -> bool:
    """Stop a pool, which isn't possible while a stream is still being ended."""
    try:
        pool.destroy()
    except Error as error:
        if "asynchronous jobs" not in error.message():
            raise
        return False
    return True


@pytest.fixture
def vol(pool: StoragePool) -> StorageVol:
    """A volume of 1 MiB."""
    return pool.create_volume(volume("v.raw", MIB))


def test_256_mib_up_and_down(conn: Virt, pool: StoragePool) -> None:
    size = 256 * MIB
    vol = pool.create_volume(volume("large.raw", size))
    block = os.urandom(MIB)
    up, down = hashlib.sha256(), hashlib.sha256()
    left = size

    def give(_st: Stream, data: bytearray, nbytes: int) -> int:
        nonlocal left
        count = min(nbytes, left)
        start = left % 7919
        data[:] = block[start : start + count]
        up.update(data)
        left -= len(data)
        return len(data)

    st = conn.new_stream()
    vol.upload(st, 0, size)
    st.send_all(give)
    st.finish()
    assert left == 0
    assert Path(vol.get_path()).stat().st_size == size

    def take(_st: Stream, data: bytes, nbytes: int) -> int:
        assert len(data) == nbytes
        down.update(data)
        return nbytes

    st = conn.new_stream()
    vol.download(st, 0, 0)
    st.recv_all(take)
    st.finish()
    assert down.digest() == up.digest()
    with open(vol.get_path(), "rb") as file:
        assert hashlib.file_digest(file, "sha256").digest() == up.digest()


def test_piece_by_piece(conn: Virt, vol: StorageVol) -> None:
    st = Stream.new(conn)
    vol.upload(st, 100, 10)
    assert st.send(b"hello, world", 5) == 5
    assert st.send(bytearray(b"world"), 100) == 5
    st.finish()
    with pytest.raises(Error, match="stream is closed"):
        st.finish()
    st = conn.new_stream()
    vol.download(st, 100, 10)
    data = bytearray(b"old")
    assert st.recv(data, 4) == 4
    assert data == b"hell"
    assert st.recv(data, 1000) == 6
    assert data == b"oworld"
    assert st.recv(data, 1000) == 0
    assert data == b"oworld"
    st.finish()


def test_holes(conn: Virt, pool: StoragePool) -> None:
    vol = pool.create_volume(volume("holes.raw", 72 * 1024))
    sections: list[Any] = [b"a" * 4096, 64 * 1024, b"b" * 4096]
    skipped: list[int] = []

    def where(_st: Stream) -> tuple[bool, int]:
        if not sections:
            return False, 0
        now = sections[0]
        return (False, now) if isinstance(now, int) else (True, len(now))

    def give(_st: Stream, data: bytearray, nbytes: int) -> int:
        data[:] = sections.pop(0) if nbytes else b""
        return len(data)

    def skip(_st: Stream, length: int) -> int:
        skipped.append(sections.pop(0))
        return 0 if skipped[-1] == length else -1

    st = conn.new_stream()
    vol.upload(st, 0, 0, StorageVol.VOL_UPLOAD_SPARSE_STREAM)
    st.sparse_send_all(give, where, skip)
    st.finish()
    assert skipped == [64 * 1024]
    file = Path(vol.get_path())
    assert file.read_bytes() == b"a" * 4096 + bytes(64 * 1024) + b"b" * 4096
    assert file.stat().st_blocks * 512 < 72 * 1024
    came: list[Any] = []

    def take(_st: Stream, data: bytes, nbytes: int) -> int:
        came.append(data)
        return nbytes

    def hole(_st: Stream, length: int) -> int:
        came.append(length)
        return 0

    st = conn.new_stream()
    vol.download(st, 0, 0, SPARSE)
    st.sparse_recv_all(take, hole)
    st.finish()
    assert came == [b"a" * 4096, 64 * 1024, b"b" * 4096]
    st = conn.new_stream()
    vol.download(st, 0, 0, SPARSE)
    data = bytearray()
    flags = Stream.RECV_STOP_AT_HOLE
    assert [st.recv(data, MIB, flags), st.recv(data, MIB, flags)] == [4096, -3]
    assert st.recv_hole() == 64 * 1024
    assert [st.recv(data, MIB, flags), st.recv(data, MIB, flags)] == [4096, 0]
    assert data == b"b" * 4096
    st.finish()


def test_a_hole_by_hand(conn: Virt, vol: StorageVol) -> None:
    st = conn.new_stream()
    vol.upload(st, 0, 0, StorageVol.VOL_UPLOAD_SPARSE_STREAM)
    st.send(b"ab", 2)
    st.send_hole(4094)
    st.send(b"cd", 2)
    st.finish()
    assert Path(vol.get_path()).read_bytes()[:4098] == b"ab" + bytes(4094) + b"cd"
    st = conn.new_stream()
    vol.upload(st, 0, 0)
    with pytest.raises(Error, match="not supported with this stream"):
        st.send_hole(1)


def test_a_handler_that_raises_aborts(conn: Virt, vol: StorageVol) -> None:
    def broken(*_: object) -> int:
        raise ZeroDivisionError

    st = conn.new_stream()
    vol.upload(st, 0, 0)
    with pytest.raises(ZeroDivisionError):
        st.send_all(broken)
    with pytest.raises(Error, match="stream is closed"):
        st.finish()
    st = conn.new_stream()
    vol.download(st, 0, 0)
    with pytest.raises(ZeroDivisionError):
        st.recv_all(broken)
    with pytest.raises(Error, match="stream is closed"):
        st.finish()
    # Nothing is left that would be in the way of the next one.
    st = conn.new_stream()
    vol.download(st, 0, 0)
    st.recv_all(lambda _st, _data, nbytes: nbytes)
    st.finish()


def test_what_libvirt_can_not_carry_is_an_error(conn: Virt, vol: StorageVol) -> None:
    st = conn.new_stream()
    vol.upload(st, 0, 0)
    with pytest.raises(Error, match="too long to send"):
        st.send(bytes(40 * MIB), 40 * MIB)
    st.abort()


def test_a_handler_closes_the_connection(conn: Virt, vol: StorageVol) -> None:
    st = conn.new_stream()
    vol.download(st, 0, 0)

    def close(st: Stream, _data: bytes, nbytes: int) -> int:
        st.connection.close()
        return nbytes

    with pytest.raises(Error, match="invalid stream pointer"):
        st.recv_all(close)


# Never waiting -----------------------------------------------------------------------------


def nonblocking(conn: Virt, begin: Any) -> Stream:
    st = conn.new_stream(Stream.NONBLOCK)
    begin(st, 0, 0)
    return st


def test_down_in_an_event_loop(conn: Virt, vol: StorageVol) -> None:
    wanted = os.urandom(MIB)
    Path(vol.get_path()).write_bytes(wanted)
    st = nonblocking(conn, vol.download)
    data, piece = bytearray(), bytearray()
    done: list[bool] = []

    # Nothing ever comes from an upload, so it can't be there by chance.
    up = nonblocking(conn, vol.upload)
    assert up.recv(piece, 1000) == -2
    up.abort()

    def ready(one: Stream, events: int) -> None:
        assert one is st
        assert events & Stream.EVENT_READABLE
        while (got := st.recv(piece, 100000)) > 0:
            data.extend(piece)
        if got == 0:
            st.remove_callback()
            st.finish()
            done.append(True)

    st.add_callback(Stream.EVENT_READABLE, ready)
    turn_until(lambda: done)
    assert data == wanted
    with pytest.raises(Error):
        st.remove_callback()


def test_up_in_an_event_loop(conn: Virt, vol: StorageVol) -> None:
    wanted = os.urandom(MIB)
    left = bytearray(wanted)
    done: list[bool] = []

    def ready(st: Stream, events: int) -> None:
        assert events == Stream.EVENT_WRITABLE
        sent = st.send(left, 65536)
        assert sent > 0 or sent == -2
        del left[: max(sent, 0)]
        if not left:
            st.update_callback(0)
            done.append(True)

    st = nonblocking(conn, vol.upload)
    st.add_callback(Stream.EVENT_WRITABLE, ready)
    with pytest.raises(Error, match="multiple stream callbacks"):
        st.add_callback(Stream.EVENT_WRITABLE, ready)
    turn_until(lambda: done)
    settle()
    assert len(done) == 1
    st.remove_callback()
    st.finish()
    assert Path(vol.get_path()).read_bytes() == wanted


@pytest.mark.parametrize("end", ["remove", "close"])
def test_a_callback_keeps_its_stream_until_it_is_removed(
    conn: Virt, vol: StorageVol, end: str
) -> None:
    def callback(*_: object) -> None:
        """Nothing is to be done."""

    st = nonblocking(conn, vol.download)
    st.add_callback(Stream.EVENT_WRITABLE, callback)
    left = weakref.ref(st), weakref.ref(callback), weakref.ref(st.handle)
    del callback
    gc.collect()
    assert left[1]() is not None
    if end == "remove":
        st.remove_callback()
        st.abort()
    else:
        conn.close()
    del st
    gc.collect()
    assert [ref() for ref in left[:2]] == [None] * 2
    settle()
    assert left[2]() is None


def test_a_callback_closes_the_connection(host: Host, vol: StorageVol) -> None:
    # libvirt lets go of the stream with a lock held that closing the connection takes.
    done = alone(f"""
        import gc, weakref
        from sysvirt import Event, Stream, Virt
        from tests.loop import alone, settle, turn_until

        def told(st, events):
            came.append(events)
            st.connection.close()

        Event.register_default()
        came = []
        conn = Virt(uri={host.uri!r})
        left = weakref.ref(conn.handle)
        st = conn.new_stream(Stream.NONBLOCK)
        conn.get_storage_volume_by_path({vol.get_path()!r}).download(st, 0, 0)
        st.add_callback(Stream.EVENT_READABLE, told)
        turn_until(lambda: came)
        settle()
        gc.collect()
        print(came, conn, left())
    """)
    wanted = f"{[Stream.EVENT_READABLE]} <sysvirt.Virt (closed)> None\n"
    assert (done.stdout, done.returncode) == (wanted, 0), done.stderr


def test_a_callback_that_raises(
    conn: Virt, vol: StorageVol, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", told.append)
    errors: list[BaseException] = [ZeroDivisionError(), KeyboardInterrupt()]

    def broken(*_: object) -> None:
        raise errors.pop(0)

    st = nonblocking(conn, vol.upload)
    st.add_callback(Stream.EVENT_WRITABLE, broken)
    with pytest.raises(KeyboardInterrupt):
        turn_until(lambda: False)
    st.remove_callback()
    st.abort()
    assert [report.exc_type for report in told] == [ZeroDivisionError]
    assert told[0].object is broken
