"""Volumes are read in ranges, byte for byte."""

from __future__ import annotations

import asyncio
import gc
import os
import random
import signal
from typing import Any

import pytest

from sysvirt.aio import Error, Hole
from tests.aio.playing import in_loop, until
from tests.aio.storage import MIB, make_volume, opened_pool
from tests.hosts.daemon import Daemon


@pytest.mark.parametrize("size", [1, MIB - 1, MIB, 3 * MIB, 3 * MIB + 5])
@in_loop
async def test_all_of_it_in_ranges(daemon: Daemon, size: int) -> None:
    content = random.Random(size).randbytes(size)
    async with opened_pool(daemon, f"reader{size}") as (_, pool, path):
        vol = await make_volume(pool, content)
        assert (path / "disk.img").read_bytes() == content
        async with vol.reader(segment=MIB) as reader:
            assert await reader.read() == content
            assert await reader.read(10) == b""
        async with vol.reader(segment=MIB, ahead=1) as reader:
            pieces = [piece async for piece in reader]
        assert b"".join(piece for piece in pieces if isinstance(piece, bytes)) == content


@in_loop
async def test_a_part_in_small_steps(daemon: Daemon) -> None:
    content = os.urandom(MIB)
    async with opened_pool(daemon, "part") as (_, pool, _path):
        vol = await make_volume(pool, content)
        async with vol.reader(1000, 5000, segment=700) as reader:
            found = b""
            while data := await reader.read(333):
                assert len(data) <= 333
                found += data
        assert found == content[1000:6000]
        async with vol.reader(length=0) as reader:
            assert await reader.read() == b""
        # Beyond the end there is nothing.
        async with vol.reader(MIB - 10, 100) as reader:
            assert await reader.read() == content[-10:]


@in_loop
async def test_holes_come_as_holes(daemon: Daemon) -> None:
    async with opened_pool(daemon, "holes") as (_, pool, path):
        vol = await make_volume(pool, b"", 8 * MIB)
        with (path / "disk.img").open("r+b") as file:
            file.truncate(0)
            file.truncate(8 * MIB)
            file.seek(4 * MIB)
            file.write(b"x" * 65536)
        async with vol.reader(sparse=True) as reader:
            pieces = [piece async for piece in reader]
        holes = [piece for piece in pieces if isinstance(piece, Hole)]
        assert sum(hole.length for hole in holes) == 8 * MIB - 65536
        assert b"".join(piece for piece in pieces if isinstance(piece, bytes)) == b"x" * 65536
        async with vol.reader(sparse=True) as reader:
            content = await reader.read()
        assert content == (path / "disk.img").read_bytes()


@in_loop
async def test_who_reads_slowly_holds_little(daemon: Daemon) -> None:
    async with opened_pool(daemon, "slow") as (conn, pool, _path):
        vol = await make_volume(pool, bytes(20 * MIB))
        fetched: list[int] = []
        async with vol.reader(segment=MIB, ahead=2) as reader:
            lane_add = reader._lane.add

            def add(*arguments, **keywords):  # type: ignore[no-untyped-def]
                fetched.append(arguments[1][1])
                return lane_add(*arguments, **keywords)

            reader._lane.add = add  # type: ignore[method-assign]
            await reader.read(1)
            await until(lambda: conn.pending == (0, 0, 0))
            await asyncio.sleep(0.05)
            assert len(fetched) == 3


@in_loop
async def test_what_the_host_refuses_comes_out(daemon: Daemon) -> None:
    async with opened_pool(daemon, "refused") as (_, pool, path):
        vol = await make_volume(pool, b"hello")
        (path / "disk.img").unlink()
        async with vol.reader() as reader:
            with pytest.raises(Error):
                await reader.read()
        (path / "disk.img").touch()
        for arguments in ({"segment": 0}, {"ahead": 0}, {"offset": -1}, {"length": -1}):
            with pytest.raises(ValueError, match=next(iter(arguments))):
                vol.reader(**arguments)  # type: ignore[arg-type]


@in_loop
async def test_leaving_early_leaves_nothing_under_way(daemon: Daemon) -> None:
    async with opened_pool(daemon, "early") as (conn, pool, _path):
        vol = await make_volume(pool, bytes(8 * MIB))
        async with vol.reader(segment=MIB, ahead=3) as reader:
            await reader.read(1)
        await until(lambda: conn.pending == (0, 0, 0))


@in_loop
async def test_who_is_cancelled_can_read_on(daemon: Daemon) -> None:
    content = random.Random(5).randbytes(4 * MIB)
    async with opened_pool(daemon, "cancelled") as (_, pool, _path):
        vol = await make_volume(pool, content)
        async with vol.reader(segment=MIB, ahead=1) as reader:
            # The first range is there: it is not lost with the one that doesn't come.
            found = await reader.read(10)
            daemon.signal(signal.SIGSTOP)
            for _ in range(2):
                with pytest.raises(TimeoutError):
                    async with asyncio.timeout(0.1):
                        await reader.read()
            daemon.signal(signal.SIGCONT)
            while data := await reader.read(MIB - 1):
                found += data
        assert found == content


@in_loop
async def test_errors_of_what_was_fetched_ahead_are_not_reported(daemon: Daemon) -> None:
    reported: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(
        lambda _loop, context: reported.append(context)
    )
    async with opened_pool(daemon, "ahead") as (conn, pool, path):
        vol = await make_volume(pool, b"hello")
        (path / "disk.img").unlink()
        async with vol.reader(ahead=3) as reader:
            with pytest.raises(Error):
                await reader.read()
            await until(lambda: conn.pending == (0, 0, 0))
        del reader
        gc.collect()
        (path / "disk.img").touch()
        with pytest.raises(TypeError, match="nbytes"):
            await vol.reader().read("all")  # type: ignore[arg-type]
    assert not reported
