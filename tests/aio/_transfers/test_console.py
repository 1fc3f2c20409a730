"""A console: what ends it, and what it keeps; tests/hypervisor has real ones."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from sysvirt.aio import Error, InvalidStateError, Sys
from sysvirt.aio._transfers import console as module
from sysvirt.aio._transfers.console import Console
from tests.aio.playing import in_loop, until

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
async def test_one_that_was_not_opened_says_so() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        tty = (await conn.get_domain_by_name("test")).console()
        with pytest.raises(InvalidStateError):
            await tty.read(1)
        with pytest.raises(InvalidStateError):
            await tty.write(b"x")


@in_loop
async def test_an_error_comes_after_what_was_kept() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        tty = Console(conn, print, None, 0)
        stream: Any = Line()
        tty._stream = stream
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


class Line:
    """What stands for a stream of a guest that says nothing until it is aborted."""

    def __init__(self) -> None:
        self.aborted = threading.Event()

    def recv(self, _data: bytearray, _nbytes: int) -> int:
        self.aborted.wait()
        return 0

    def abort(self) -> None:
        self.aborted.set()


@in_loop
async def test_one_that_is_cancelled_is_aborted(monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[Line] = []
    opened, going = threading.Event(), threading.Event()

    def make(*_arguments: object) -> Line:
        lines.append(Line())
        opened.set()
        going.wait()
        return lines[-1]

    monkeypatch.setattr(module, "_open", make)
    async with Sys.Virt.new(uri=URI) as conn:
        # While it is opened.
        entering = asyncio.create_task(Console(conn, print, None, 0).__aenter__())
        await until(opened.is_set)
        entering.cancel()
        await asyncio.wait([entering])
        going.set()
        await until(lines[0].aborted.is_set)
        # While it is left, behind a call that hangs.
        tty = await Console(conn, print, None, 0).__aenter__()
        stuck = threading.Event()
        hung = asyncio.create_task(conn._lanes.express.call(stuck.wait))
        leaving = asyncio.create_task(tty.__aexit__(None, None, None))
        await asyncio.sleep(0.01)
        leaving.cancel()
        await asyncio.wait([leaving])
        stuck.set()
        await hung
        await until(lines[1].aborted.is_set)
