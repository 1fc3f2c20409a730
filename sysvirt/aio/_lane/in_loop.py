"""What a thread has done by a loop, and waits for."""

from __future__ import annotations

import asyncio
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Awaitable, Callable


def in_loop(loop: AbstractEventLoop, result: Any) -> Any:
    """What a function gave; of a coroutine, what it gives when the loop has run it."""
    if not isawaitable(result):
        return result
    return asyncio.run_coroutine_threadsafe(_finish(result), loop).result()


async def _finish(awaitable: Awaitable[Any]) -> Any:
    return await awaitable


class Handler:
    """A function that a thread has called in a loop, and awaited there, until it is stopped."""

    def __init__(self, loop: AbstractEventLoop, function: Callable[..., Any]) -> None:
        self._loop = loop
        self._function = function
        self._is_stopped = False

    def __call__(self, *arguments: Any) -> Any:
        """Call it, and give what it gives; for the thread."""
        if self._is_stopped:
            raise asyncio.CancelledError
        return asyncio.run_coroutine_threadsafe(self._call(arguments), self._loop).result()

    async def _call(self, arguments: tuple[Any, ...]) -> Any:
        result = self._function(*arguments)
        return await result if isawaitable(result) else result

    def stop(self) -> None:
        """Call it no more: the next call raises."""
        self._is_stopped = True
