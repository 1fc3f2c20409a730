"""Volumes are written in ranges, byte for byte."""

from __future__ import annotations

import asyncio
import random
import signal
from contextlib import suppress

import pytest

from sysvirt.aio import Error
from tests.aio.playing import in_loop
from tests.aio.storage import MIB, opened_pool
from tests.hosts.daemon import Daemon
from tests.storage import volume


@pytest.mark.parametrize("segment", [1000, MIB, 16 * MIB])
@in_loop
async def test_what_is_written_is_there(daemon: Daemon, segment: int) -> None:
    content = random.Random(segment).randbytes(100_001 if segment < MIB else 2 * MIB + 1)
    async with opened_pool(daemon, f"writer{segment}") as (_, pool, path):
        vol = await pool.create_volume(volume("disk.img", 3 * MIB, 3 * MIB))
        async with vol.writer(7, segment=segment) as writer:
            for at in range(0, len(content), 300_000):
                piece = content[at : at + 300_000]
                assert await writer.write(piece) == len(piece)
            await writer.flush()
        assert (path / "disk.img").read_bytes()[7 : 7 + len(content)] == content


@in_loop
async def test_no_more_than_was_agreed(daemon: Daemon) -> None:
    async with opened_pool(daemon, "agreed") as (_, pool, path):
        vol = await pool.create_volume(volume("disk.img", 100, 100))
        async with vol.writer(length=10) as writer:
            await writer.write(b"12345")
            with pytest.raises(ValueError, match="data must be at most 5 bytes, not 6"):
                await writer.write(b"123456")
            await writer.write(bytearray(b"67890"))
        assert (path / "disk.img").read_bytes()[:11] == b"1234567890\0"
        with pytest.raises(TypeError, match="data"):
            async with vol.writer() as writer:
                await writer.write("text")  # type: ignore[arg-type]


@in_loop
async def test_what_the_host_refuses_comes_out(daemon: Daemon) -> None:
    async with opened_pool(daemon, "lost") as (_, pool, path):
        vol = await pool.create_volume(volume("disk.img", 100, 100))
        (path / "disk.img").unlink()
        with pytest.raises(Error):
            async with vol.writer() as writer:
                await writer.write(b"hello")
        (path / "disk.img").touch()


@in_loop
async def test_an_exception_leaves_the_rest_unwritten(daemon: Daemon) -> None:
    async with opened_pool(daemon, "unwritten") as (_, pool, path):
        vol = await pool.create_volume(volume("disk.img", 100, 100))
        with suppress(KeyError):
            async with vol.writer() as writer:
                await writer.write(b"hello")
                raise KeyError
        assert not (path / "disk.img").read_bytes().strip(b"\0")


@in_loop
async def test_who_is_cancelled_still_learns_of_the_error(daemon: Daemon) -> None:
    async with opened_pool(daemon, "cancelled") as (_, pool, path):
        vol = await pool.create_volume(volume("disk.img", 100, 100))
        (path / "disk.img").unlink()
        async with vol.writer() as writer:
            daemon.signal(signal.SIGSTOP)
            await writer.write(b"hello")
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.1):
                    await writer.flush()
            daemon.signal(signal.SIGCONT)
            with pytest.raises(Error):
                await writer.flush()
        (path / "disk.img").touch()
