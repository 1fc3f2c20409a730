"""The Dask actor: a share of the hosts in a worker, in a loop and a thread of its own."""

from __future__ import annotations

import asyncio
import weakref
from functools import partial
from typing import TYPE_CHECKING, Any

from sysvirt.aio._cluster.messages import Reply
from sysvirt.aio._cluster.packing import pack_error
from sysvirt.aio._cluster.share import Share
from sysvirt.aio._fleet.thread import LoopThread

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping


class Seat:
    """What a client calls from afar. The methods run in the worker's loop, and wait for the other.

    When nobody wants it any more, because its client ended or died, Dask drops it, and what it
    has open is closed.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._share = Share(options)
        self._thread = LoopThread("sysvirt.cluster", self._share.close)
        self._end = weakref.finalize(self, self._thread.stop)
        # The process doesn't wait at its end; what is open ends with it.
        self._end.atexit = False
        self._thread.wait(self._share.open)

    async def add(self, hosts: dict[str, bytes]) -> Reply:
        """See :meth:`Share.add`."""
        return await self._reply(partial(self._share.add, hosts))

    async def remove(self, hosts: list[str]) -> Reply:
        """See :meth:`Share.remove`."""
        return await self._reply(partial(self._share.remove, hosts))

    async def states(self) -> Reply:
        """See :meth:`Share.states`."""
        return await self._reply(self._share.states)

    async def begin(
        self, number: int, function: bytes, hosts: list[str], timeout: float, named: bool
    ) -> Reply:
        """See :meth:`Share.begin`."""
        return await self._reply(
            partial(self._share.begin, number, function, hosts, timeout, named)
        )

    async def stop(self, number: int) -> Reply:
        """See :meth:`Share.stop`."""
        return await self._reply(partial(self._share.stop, number))

    async def watch(self, number: int, cls: str, event: int, maxsize: int) -> Reply:
        """See :meth:`Share.watch`."""
        return await self._reply(partial(self._share.watch, number, cls, event, maxsize))

    async def unwatch(self, number: int) -> Reply:
        """See :meth:`Share.unwatch`."""
        return await self._reply(partial(self._share.unwatch, number))

    async def take(self, patience: float) -> Reply:
        """See :meth:`Share.take`."""
        return await self._reply(partial(self._share.take, patience))

    async def close(self) -> Reply:
        """Close the connections, and end the thread."""
        reply = await self._reply(self._share.close)
        self._end()
        return reply

    async def _reply(self, function: Callable[[], Awaitable[Any]]) -> Reply:
        """What it gives. Errors are told, since those that Dask raises are Dask's own."""
        try:
            return Reply(await asyncio.wrap_future(self._thread.submit(function)))
        except Exception as error:  # noqa: BLE001 - the other side raises it
            return Reply(failure=pack_error(error))
