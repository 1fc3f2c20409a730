"""The Dask actor: a share of the hosts in a worker, in a loop and a thread of its own."""

from __future__ import annotations

import asyncio
import threading
import weakref
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from sysvirt.aio._cluster.messages import Reply
from sysvirt.aio._cluster.packing import pack_error
from sysvirt.aio._cluster.share import Share

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping


class Seat:
    """What a client calls from afar. The methods run in the worker's loop, and wait for the other.

    When nobody wants it any more, because its client ended or died, Dask drops it, and what it
    has open is closed.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._share = Share(options)
        begun: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = Future()
        threading.Thread(
            target=_live, args=[self._share, begun], name="sysvirt.cluster", daemon=True
        ).start()
        self._loop, stop = begun.result()
        self._end = weakref.finalize(self, self._loop.call_soon_threadsafe, stop.set)
        # The process doesn't wait at its end; what is open ends with it.
        self._end.atexit = False

    async def add(self, hosts: dict[str, bytes]) -> Reply:
        """See :meth:`Share.add`."""
        return await self._reply(self._share.add(hosts))

    async def remove(self, hosts: list[str]) -> Reply:
        """See :meth:`Share.remove`."""
        return await self._reply(self._share.remove(hosts))

    async def states(self) -> Reply:
        """See :meth:`Share.states`."""
        return await self._reply(self._share.states())

    async def begin(
        self, number: int, function: bytes, hosts: list[str], timeout: float, named: bool
    ) -> Reply:
        """See :meth:`Share.begin`."""
        return await self._reply(self._share.begin(number, function, hosts, timeout, named))

    async def stop(self, number: int) -> Reply:
        """See :meth:`Share.stop`."""
        return await self._reply(self._share.stop(number))

    async def watch(self, number: int, cls: str, event: int, maxsize: int) -> Reply:
        """See :meth:`Share.watch`."""
        return await self._reply(self._share.watch(number, cls, event, maxsize))

    async def unwatch(self, number: int) -> Reply:
        """See :meth:`Share.unwatch`."""
        return await self._reply(self._share.unwatch(number))

    async def take(self, patience: float) -> Reply:
        """See :meth:`Share.take`."""
        return await self._reply(self._share.take(patience))

    async def close(self) -> Reply:
        """Close the connections, and end the thread."""
        reply = await self._reply(self._share.close())
        self._end()
        return reply

    async def _reply(self, coroutine: Coroutine[Any, Any, Any]) -> Reply:
        """What it gives. Errors are told, since those that Dask raises are Dask's own."""
        try:
            future = asyncio.run_coroutine_threadsafe(coroutine, self._loop)
            return Reply(await asyncio.wrap_future(future))
        except Exception as error:  # noqa: BLE001 - the other side raises it
            coroutine.close()
            return Reply(failure=pack_error(error))


def _live(share: Share, begun: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]]) -> None:
    """Turn a loop with the share in it, until it is told to stop."""

    async def live() -> None:
        stop = asyncio.Event()
        await share.open()
        begun.set_result((asyncio.get_running_loop(), stop))
        await stop.wait()
        await share.close()

    try:
        asyncio.run(live())
    except Exception as error:
        if begun.done():
            raise
        # Such as no more open files.
        begun.set_exception(error)
