"""A call on its way: who may begin it, and what becomes of what it brings."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
import threading
import weakref

import pytest

from sysvirt.aio import Sys
from tests.aio.playing import in_loop, until

URI = "test:///default"


def fail(_conn: object) -> None:
    raise StopIteration(3)


@in_loop
async def test_what_a_function_raises_comes_out() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        with pytest.raises(ZeroDivisionError):
            await conn.run(lambda _conn: 1 // 0)
        # It would end the generators around the await.
        with pytest.raises(RuntimeError, match="StopIteration") as caught:
            await conn.run(fail)
        assert isinstance(caught.value.__cause__, StopIteration)


@in_loop
async def test_what_nobody_waits_for_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "sysvirt.aio")
    going = threading.Event()

    def wait_and_fail(_conn: object) -> None:
        going.wait()
        raise ValueError("too late")

    async with Sys.Virt.new(uri=URI) as conn:
        task = asyncio.create_task(conn.run(wait_and_fail))
        await until(lambda: conn.pending[1])
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled()
        assert conn.pending == (0, 1, 1)
        going.set()
        await until(lambda: conn.pending == (0, 0, 0) and caplog.messages)
    assert caplog.messages == ["a call that was cancelled failed: too late"]
    assert [record.levelno for record in caplog.records] == [logging.INFO]


class Thing:
    """Something that shows when it goes."""


@in_loop
async def test_nothing_is_held_after_the_call() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        thing = Thing()
        went = weakref.ref(thing)
        assert await conn.run(lambda _conn, each: each, thing) is thing
        del thing
        await until(lambda: went() is None)


@in_loop
async def test_an_error_leaves_no_circle() -> None:
    def raise_it(_conn: object, thing: Thing) -> None:
        raise ValueError(str(thing))

    async with Sys.Virt.new(uri=URI) as conn:
        gc.collect()
        gc.disable()
        try:
            thing = Thing()
            went = weakref.ref(thing)
            with pytest.raises(ValueError, match="Thing") as caught:
                await conn.run(raise_it, thing)
            del thing, caught
            sys.exc_info()
            await until(lambda: went() is None)
        finally:
            gc.enable()
