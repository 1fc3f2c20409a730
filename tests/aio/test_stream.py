"""Streams whose handlers run in the loop."""

from __future__ import annotations

import asyncio
import signal
from typing import Any

import pytest

from sysvirt.aio import Error, Stream, Sys
from tests.aio.playing import in_loop, until
from tests.aio.storage import MIB, make_volume, opened_pool
from tests.hosts.daemon import Daemon

CONTENT = bytes(range(256)) * 4096 * 3


@in_loop
async def test_handlers_run_in_the_loop_and_are_awaited(daemon: Daemon) -> None:
    loop, found, loops = asyncio.get_running_loop(), bytearray(), set()

    async def keep(st: Stream, data: bytes, nbytes: int) -> int:
        assert type(st) is Stream
        loops.add(asyncio.get_running_loop())
        await asyncio.sleep(0)
        found.extend(data[:nbytes])
        return nbytes

    left = [CONTENT]

    def give(_st: Stream, data: bytearray, nbytes: int) -> int:
        loops.add(asyncio.get_running_loop())
        data[:], left[0] = left[0][:nbytes], left[0][nbytes:]
        return len(data)

    async with opened_pool(daemon, "handlers") as (conn, pool, _):
        vol = await make_volume(pool, bytes(len(CONTENT)))
        async with await conn.new_stream() as stream:
            await vol.upload(stream, 0, len(CONTENT))
            await stream.send_all(give)
        async with await conn.new_stream() as stream:
            await vol.download(stream, 0, 0)
            await stream.recv_all(keep)
    assert bytes(found) == CONTENT
    assert loops == {loop}


@in_loop
async def test_sparse_transfers(daemon: Daemon) -> None:
    pieces: list[Any] = []

    async def keep(_st: Stream, data: bytes, nbytes: int) -> int:
        pieces.append(data[:nbytes])
        return nbytes

    def skip(_st: Stream, length: int) -> int:
        pieces.append(length)
        return 0

    sections = [(True, 4096), (False, MIB - 4096), (False, 0)]

    def fill(_st: Stream, data: bytearray, nbytes: int) -> int:
        data[:] = b"x" * nbytes
        return nbytes

    async def where(_st: Stream) -> tuple[int, int]:
        return sections.pop(0)

    async with opened_pool(daemon, "sparse") as (conn, pool, path):
        vol = await make_volume(pool, b"", MIB)
        async with await conn.new_stream() as stream:
            await vol.upload(stream, 0, 0, vol.VOL_UPLOAD_SPARSE_STREAM)
            await stream.sparse_send_all(fill, where, skip)
        assert pieces == [MIB - 4096]
        assert (path / "disk.img").read_bytes() == b"x" * 4096 + bytes(MIB - 4096)
        pieces.clear()
        async with await conn.new_stream() as stream:
            await vol.download(stream, 0, 0, vol.VOL_DOWNLOAD_SPARSE_STREAM)
            await stream.sparse_recv_all(keep, skip)
        assert pieces == [b"x" * 4096, MIB - 4096]


@pytest.mark.parametrize("failure", [KeyError("mine"), -1])
@in_loop
async def test_what_a_handler_raises_comes_out(daemon: Daemon, failure: Any) -> None:
    async def fail(_st: Stream, _data: bytes, _nbytes: int) -> int:
        if isinstance(failure, int):
            return failure
        raise failure

    async with opened_pool(daemon, f"failing{failure}") as (conn, pool, _):
        vol = await make_volume(pool, CONTENT)
        stream = await conn.new_stream()
        await vol.download(stream, 0, 0)
        with pytest.raises(KeyError if isinstance(failure, KeyError) else Error):
            await stream.recv_all(fail)


@in_loop
async def test_a_transfer_that_is_cancelled_is_broken_off(daemon: Daemon) -> None:
    begun = asyncio.Event()

    async def dawdle(_st: Stream, _data: bytes, nbytes: int) -> int:
        begun.set()
        await asyncio.sleep(0.05)
        return nbytes

    async with opened_pool(daemon, "cancelled") as (conn, pool, _):
        vol = await make_volume(pool, CONTENT)
        stream = await conn.new_stream()
        await vol.download(stream, 0, 0)
        transfer = asyncio.create_task(stream.recv_all(dawdle))
        await begun.wait()
        transfer.cancel()
        await asyncio.wait([transfer])
        assert transfer.cancelled()
        await until(lambda: conn.pending == (0, 0, 0))
        with pytest.raises(Error):
            await stream.finish()


@in_loop
async def test_a_callback_says_when_there_is_data(daemon: Daemon) -> None:
    async with opened_pool(daemon, "callback") as (conn, pool, _):
        vol = await make_volume(pool, CONTENT)
        stream = await conn.new_stream(Stream.NONBLOCK)
        await vol.download(stream, 0, 0)
        readable: asyncio.Queue[int] = asyncio.Queue()
        await stream.add_callback(
            Stream.EVENT_READABLE, lambda _st, events: readable.put_nowait(events)
        )
        found = bytearray()
        while len(found) < len(CONTENT):
            assert await readable.get() & Stream.EVENT_READABLE
            while isinstance(data := await stream.recv(65536), bytes) and data:
                found += data
        assert bytes(found) == CONTENT
        await stream.update_callback(0)
        await stream.remove_callback()
        await stream.finish()


@in_loop
async def test_handlers_are_functions() -> None:
    async with Sys.Virt.new(uri="test:///default") as conn:
        stream = await conn.new_stream()
        calls = [
            stream.recv_all(3),  # type: ignore[arg-type]
            stream.sparse_recv_all(print, 3),  # type: ignore[arg-type]
            stream.add_callback(1, 3),  # type: ignore[arg-type]
        ]
        for call in calls:
            with pytest.raises(TypeError, match="handler|coderef"):
                await call


@in_loop
async def test_a_handler_that_waits_is_cancelled_with_the_transfer(daemon: Daemon) -> None:
    begun: list[int] = []

    async def hang(_st: Stream, _data: bytes, nbytes: int) -> int:
        begun.append(nbytes)
        await asyncio.Event().wait()
        return nbytes

    async with opened_pool(daemon, "hanging") as (conn, pool, _):
        vol = await make_volume(pool, CONTENT)
        stream = await conn.new_stream()
        await vol.download(stream, 0, 0)
        transfer = asyncio.create_task(stream.recv_all(hang))
        await until(lambda: begun)
        transfer.cancel()
        await asyncio.wait([transfer])
        await until(lambda: conn.pending == (0, 0, 0))


@in_loop
async def test_who_is_cancelled_does_not_wait_for_the_abort(daemon: Daemon) -> None:
    async with opened_pool(daemon, "stopped") as (conn, pool, _):
        vol = await make_volume(pool, CONTENT)
        stream = await conn.new_stream()
        await vol.download(stream, 0, 0)

        async def hang() -> None:
            async with asyncio.timeout(0.1), stream:
                await asyncio.Event().wait()

        daemon.signal(signal.SIGSTOP)
        try:
            with pytest.raises(TimeoutError):
                await hang()
            await until(lambda: conn.pending == (0, 1, 0))
        finally:
            daemon.signal(signal.SIGCONT)
        await until(lambda: conn.pending == (0, 0, 0))
