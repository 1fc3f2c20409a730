"""How the tests of `sysvirt.aio` run: each coroutine in a loop of its own, which ends."""

from __future__ import annotations

import asyncio
import functools
import time
from collections.abc import Callable, Coroutine
from typing import Any

from tests.fakes import Fake
from tests.patience import LONG


def in_loop(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """A test that is a coroutine function."""

    @functools.wraps(test)
    def run(*arguments: Any, **keywords: Any) -> None:
        asyncio.run(_within(test(*arguments, **keywords)))

    return run


async def _within(coroutine: Coroutine[Any, Any, None]) -> None:
    async with asyncio.timeout(LONG):
        await coroutine


async def until(condition: Callable[[], object]) -> None:
    """Wait until something is so."""
    while not condition():
        await asyncio.sleep(0.005)


class Clock:
    """What stands for a loop: time passes when a test says so."""

    def __init__(self) -> None:
        self.intervals: list[float] = []
        self._due: list[Any] = []

    def call_later(self, interval: float, function: Callable[[], object]) -> Any:
        self.intervals.append(interval)
        self._due.append(function)
        return Fake(cancel=lambda: self._due.remove(function))

    def strike(self) -> bool:
        """Let the time pass until something is due; whether there was anything."""
        due, self._due = self._due, []
        for function in due:
            function()
        return bool(due)


class Stopwatch:
    """How long something took, in seconds: it is shown, and no test depends on little of it."""

    def __init__(self) -> None:
        self._begin = time.monotonic()

    def read(self) -> float:
        return time.monotonic() - self._begin
