"""What a thread has done by a loop."""

from __future__ import annotations

import asyncio
import gc
import threading
import warnings
from concurrent.futures import CancelledError

import pytest

from sysvirt.aio._lane.in_loop import Handler, InLoop
from tests.aio.playing import in_loop as playing
from tests.aio.playing import until
from tests.patience import LONG


async def double(number: int) -> int:
    await asyncio.sleep(0)
    return 2 * number


@playing
async def test_what_is_awaitable_is_awaited_there() -> None:
    loop = asyncio.get_running_loop()
    assert await asyncio.to_thread(lambda: InLoop(loop).finish(double(3))) == 6
    assert await asyncio.to_thread(lambda: InLoop(loop).finish(3)) == 3


@playing
async def test_a_handler_is_called_in_the_loop() -> None:
    loop = asyncio.get_running_loop()
    assert await asyncio.to_thread(Handler(loop, double), 4) == 8
    handler = Handler(loop, asyncio.get_running_loop)
    assert await asyncio.to_thread(handler) is loop


@playing
async def test_a_handler_that_is_stopped_raises() -> None:
    handler = Handler(asyncio.get_running_loop(), double)
    handler.stop()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.to_thread(handler, 1)


@playing
async def test_what_runs_is_cancelled_when_it_is_stopped() -> None:
    ended: list[str] = []

    async def hang() -> None:
        ended.append("begun")
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("ended")

    handler = Handler(asyncio.get_running_loop(), hang)

    def call() -> None:
        with pytest.raises(CancelledError):
            handler()

    # Not one of the loop's own, whose end asyncio waits for.
    thread = threading.Thread(target=call, daemon=True)
    thread.start()
    await until(lambda: ended)
    handler.stop()
    await until(lambda: ended == ["begun", "ended"] and not thread.is_alive())


@playing
async def test_what_is_cancelled_before_it_begins_is_not_warned_about() -> None:
    begun: list[int] = []

    async def begin() -> None:
        begun.append(1)

    answering = InLoop(asyncio.get_running_loop())
    answering.stop()

    def call() -> None:
        with pytest.raises(CancelledError):
            answering.finish(begin())

    thread = threading.Thread(target=call)
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        thread.start()
        # The loop stands still meanwhile, so that it can't begin.
        thread.join(LONG)
        # What was left for the loop, and what that leaves.
        for _ in range(3):
            await asyncio.sleep(0)
        gc.collect()
    assert (begun, [str(each.message) for each in warned]) == ([], [])


@playing
async def test_a_question_is_not_asked_any_more() -> None:
    answering = InLoop(asyncio.get_running_loop())
    answering.check()
    answering.stop()
    with pytest.raises(asyncio.CancelledError):
        answering.check()
