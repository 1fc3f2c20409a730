"""What a thread has done by a loop, and waits for."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from inspect import CORO_CREATED, getcoroutinestate, isawaitable, iscoroutine
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
            if running.cancelled():
                self._forget(result)
            # An error's traceback leads here.
            self._running = None
            del running

    def check(self) -> None:
        """Raise where nothing is to begin any more."""
        if self._is_stopped:
            raise asyncio.CancelledError

    def _forget(self, awaitable: Any) -> None:
        """Python would warn about a coroutine that was cancelled before it began."""
        if isinstance(awaitable, Coroutine):
            # When that comes, the cancelling has come.
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(_close_unbegun, awaitable)

    def stop(self) -> None:
        """Cancel what runs, and let nothing begin any more."""
        self._is_stopped = True
        if (running := self._running) is not None:
            running.cancel()


def _close_unbegun(coroutine: Coroutine[Any, Any, Any]) -> None:
    # Those that another language made have no states, and no warnings.
    if iscoroutine(coroutine) and getcoroutinestate(coroutine) == CORO_CREATED:
        coroutine.close()


async def _finish(awaitable: Awaitable[Any]) -> Any:
    return await awaitable


class Handler(InLoop):
    """A function that a thread has called in a loop, and awaited there, until it is stopped."""

    def __init__(self, loop: AbstractEventLoop, function: Callable[..., Any]) -> None:
        super().__init__(loop)
        self._function = function

    def __call__(self, *arguments: Any) -> Any:
        """Call it, and give what it gives; for the thread."""
        self.check()
        return self.finish(self._call(arguments))

    async def _call(self, arguments: tuple[Any, ...]) -> Any:
        result = self._function(*arguments)
        return await result if isawaitable(result) else result
