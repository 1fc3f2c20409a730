"""A fleet's loop for those who are outside of it: in other threads, without asyncio."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Coroutine, Iterator

    import sysvirt
    from sysvirt import aio

V = TypeVar("V")

#: What follows the last item.
_END = object()


class Outside:
    """Lets any thread have things done in a loop that turns in another one."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop

    def wait(self, coroutine: Coroutine[Any, Any, V]) -> V:
        """Have a coroutine run in the loop, and wait for what it gives."""
        try:
            future = asyncio.run_coroutine_threadsafe(coroutine, self.loop)
        except RuntimeError:
            # The loop is closed.
            coroutine.close()
            raise
        try:
            return future.result()
        finally:
            # Ctrl-C ends the waiting, and so what is waited for.
            future.cancel()

    def do(self, function: Callable[[], V]) -> V:
        """The same for a function that needs the loop's thread."""

        async def call() -> V:
            return function()

        return self.wait(call())

    def items(self, found: AsyncGenerator[V, None]) -> Iterator[V]:
        """What an asynchronous generator gives, as it comes; it is closed with this one."""
        queue: SimpleQueue[Any] = SimpleQueue()

        async def read() -> None:
            try:
                async with aclosing(found):
                    async for item in found:
                        queue.put(item)
            finally:
                queue.put(_END)

        future = asyncio.run_coroutine_threadsafe(read(), self.loop)
        try:
            while (item := queue.get()) is not _END:
                yield item
            future.result()
        finally:
            future.cancel()


async def run_plain(function: Callable[[sysvirt.Virt], V], conn: aio.Virt) -> V:
    """Call a function with the ordinary connection, in one of its threads."""
    return await conn.run(function)
