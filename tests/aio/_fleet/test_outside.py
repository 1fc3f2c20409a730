"""A loop that turns in another thread."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Iterator

import pytest

from sysvirt import Sys
from sysvirt.aio import Sys as Awaited
from sysvirt.aio._fleet.outside import Outside, run_plain


@pytest.fixture
def outside() -> Iterator[Outside]:
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    yield Outside(loop)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


def test_what_is_waited_for_runs_there(outside: Outside) -> None:
    async def where() -> threading.Thread:
        return threading.current_thread()

    assert outside.wait(where()) is outside.do(threading.current_thread)
    assert outside.do(threading.current_thread) is not threading.current_thread()


def test_errors_come_back(outside: Outside) -> None:
    with pytest.raises(ZeroDivisionError):
        outside.do(lambda: 1 // 0)

    async def numbers() -> AsyncGenerator[int, None]:
        yield 1
        raise KeyError("two")

    found = outside.items(numbers())
    assert next(found) == 1
    with pytest.raises(KeyError):
        next(found)


def test_a_loop_that_is_closed_is_told() -> None:
    loop = asyncio.new_event_loop()
    loop.close()
    with pytest.raises(RuntimeError, match="closed"):
        Outside(loop).do(lambda: 1)


def test_a_generator_that_is_left_is_closed_there(outside: Outside) -> None:
    closed = threading.Event()

    async def numbers() -> AsyncGenerator[int, None]:
        try:
            yield 1
            await asyncio.sleep(3600)
        finally:
            closed.set()

    for number in outside.items(numbers()):
        assert number == 1
        break
    assert closed.wait(60)


def test_a_plain_function_gets_the_plain_connection(outside: Outside) -> None:
    async def ask() -> str:
        async with Awaited.Virt.new(uri="test:///default") as conn:
            return await run_plain(Sys.Virt.get_type, conn)

    assert outside.wait(ask()) == "TEST"
