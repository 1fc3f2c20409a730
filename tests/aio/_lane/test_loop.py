"""The way from threads into a loop."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from sysvirt.aio._lane.loop import LoopCalls
from tests.aio.playing import in_loop, until
from tests.patience import LONG


@in_loop
async def test_one_that_fails_harms_no_other() -> None:
    loop = asyncio.get_running_loop()
    reported: list[dict[str, Any]] = []
    loop.set_exception_handler(lambda _loop, context: reported.append(context))
    calls, came = LoopCalls(loop), []

    def fail() -> None:
        raise ValueError("mine")

    for function in (lambda: came.append(1), fail, lambda: came.append(2)):
        assert calls.add(function)
    await until(lambda: len(came) == 2)
    assert came == [1, 2]
    assert [str(context["exception"]) for context in reported] == ["mine"]


@in_loop
async def test_the_loop_is_woken_once_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    loop, woken = asyncio.get_running_loop(), []
    calls = LoopCalls(loop)
    wake = loop.call_soon_threadsafe

    def count(*arguments: Any) -> Any:
        woken.append(arguments)
        return wake(*arguments)

    monkeypatch.setattr(loop, "call_soon_threadsafe", count)
    came: list[int] = []
    for number in range(100):
        calls.add(lambda number=number: came.append(number))  # type: ignore[misc]
    await until(lambda: len(came) == 100)
    assert came == list(range(100))
    assert len(woken) == 1


@in_loop
async def test_what_comes_meanwhile_is_called_in_the_next_turn() -> None:
    calls = LoopCalls(asyncio.get_running_loop())
    came: list[int] = []

    def again() -> None:
        came.append(len(came))
        if len(came) < 3:
            calls.add(again)

    calls.add(again)
    await until(lambda: len(came) == 3)


def test_a_closed_loop_says_so() -> None:
    loop = asyncio.new_event_loop()
    calls = LoopCalls(loop)
    loop.close()
    assert not calls.add(bool)
    assert not calls.add(bool)


def test_a_loop_that_is_closed_after_it_was_woken_keeps_nothing() -> None:
    loop = asyncio.new_event_loop()
    calls = LoopCalls(loop)
    assert calls.add(bool)
    loop.close()
    assert not calls.add(bool)
    assert not calls._calls


def test_a_loop_that_was_interrupted_goes_on() -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    loop = asyncio.new_event_loop()
    calls, came = LoopCalls(loop), asyncio.Event()
    calls.add(interrupt)
    calls.add(came.set)
    with pytest.raises(KeyboardInterrupt):
        loop.run_forever()
    loop.run_until_complete(asyncio.wait_for(came.wait(), LONG))
    loop.close()
