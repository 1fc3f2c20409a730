"""What a thread has done by a loop, and waits for."""

from __future__ import annotations

import asyncio
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Awaitable, Callable
    from concurrent.futures import Future


class InLoop:
    """What a thread has awaited by a loop, one after the other, until it is stopped."""

    def __init__(self, loop: AbstractEventLoop) -> None:
        self._loop = loop
        self._is_stopped = False
        self._running: Future[Any] | None = None

    def finish(self, result: Any) -> Any:
        """What a function gave; of a coroutine, what it gives when the loop has run it."""
        if not isawaitable(result):
            return result
        running = self._running = asyncio.run_coroutine_threadsafe(_finish(result), self._loop)
        try:
            # Whoever stops it looks afterwards for what runs, so one of the two sees the other.
            if self._is_stopped:
                running.cancel()
            return running.result()
        finally:
            # An error's traceback leads here.
            self._running = None
            del running

    def stop(self) -> None:
        """Cancel what runs, and let nothing begin any more."""
        self._is_stopped = True
        if (running := self._running) is not None:
            running.cancel()


async def _finish(awaitable: Awaitable[Any]) -> Any:
    return await awaitable


class Handler(InLoop):
    """A function that a thread has called in a loop, and awaited there, until it is stopped."""

    def __init__(self, loop: AbstractEventLoop, function: Callable[..., Any]) -> None:
        super().__init__(loop)
        self._function = function

    def __call__(self, *arguments: Any) -> Any:
        """Call it, and give what it gives; for the thread."""
        if self._is_stopped:
            raise asyncio.CancelledError
        return self.finish(self._call(arguments))

    async def _call(self, arguments: tuple[Any, ...]) -> Any:
        result = self._function(*arguments)
        return await result if isawaitable(result) else result
