"""A console: what ends it, and what it keeps; tests/hypervisor has real ones."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from sysvirt.aio import Error, InvalidStateError, Sys
from sysvirt.aio._transfers import console as module
from sysvirt.aio._transfers.console import Console
from tests.aio.playing import in_loop

URI = "test:///default"


@in_loop
async def test_what_nobody_reads_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ROOM", 10)
    async with Sys.Virt.new(uri=URI) as conn:
        tty = Console(conn, print, None, 0)
        tty._keep(b"0123456")
        tty._keep(b"789abcd")
        assert tty.lost == 4
        assert await tty.read(3) == b"456"
        assert await tty.read(100) == b"789abcd"
        tty._end(None)
        assert await tty.read(100) == b""
        with pytest.raises(InvalidStateError):
            await tty.write(b"x")


@in_loop
async def test_an_error_comes_after_what_was_kept() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        tty = Console(conn, print, None, 0)
        tty._keep(b"last words")
        reading = asyncio.create_task(tty.read(100))
        assert await reading == b"last words"
        waiting = asyncio.create_task(tty.read(100))
        await asyncio.sleep(0.01)
        tty._end(ValueError("mine"))
        with pytest.raises(ValueError, match="mine"):
            await waiting


@pytest.mark.parametrize("way", ["console", "channel"])
@in_loop
async def test_what_libvirt_refuses_comes_out(way: str) -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        dom = await conn.get_domain_by_name("test")
        opening: Any = getattr(dom, way)
        with pytest.raises(Error, match="not supported"):
            async with opening("serial0"):
                pass
        with pytest.raises(TypeError, match="devname"):
            async with opening(3):
                pass
