"""One worker, as whoever spread the fleet sees it."""

from __future__ import annotations

import asyncio
import uuid
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from sysvirt.aio._cluster.outcomes import WorkerLostError
from sysvirt.aio._cluster.packing import unpack_error
from sysvirt.aio._cluster.seat import Seat

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sysvirt.aio._cluster.messages import Message

#: How often is looked whether Dask has given the worker up, in seconds.
LOOK = 0.5
#: How long a worker that has nothing to tell lets the next word wait, in seconds.
IDLE = 2.0
#: How long a worker has for closing its connections, in seconds.
GRACE = 10.0


class Link:
    """The way to a :class:`Seat`. It is lost when anything goes wrong on it, and stays so."""

    def __init__(self, client: Any, address: str, patience: float) -> None:
        self.address = address
        #: Why it is lost, as soon as it is.
        self.error: WorkerLostError | None = None
        self._client = client
        self._patience = patience
        self._future: Any = None
        self._actor: Any = None
        self._pumping: asyncio.Task[None] | None = None

    async def open(self, options: Mapping[str, Any]) -> None:
        """Have the worker make its seat; what keeps it from that is raised."""
        self._future = self._client.submit(
            Seat,
            dict(options),
            actor=True,
            workers=[self.address],
            allow_other_workers=False,
            key=f"sysvirt-fleet-{uuid.uuid4().hex}",
            pure=False,
        )
        # What Dask unpickles belongs to the client that it finds there.
        with self._client.as_current():
            self._actor = await self._future

    def listen(self, hear: Callable[[Link, Message], None], lose: Callable[[Link], None]) -> None:
        """Have all that the worker tells heard, until it is lost."""
        self._pumping = asyncio.ensure_future(self._pump(hear, lose))

    async def _pump(
        self, hear: Callable[[Link, Message], None], lose: Callable[[Link], None]
    ) -> None:
        idle = min(IDLE, self._patience / 2)
        while True:
            try:
                messages = await self.call("take", idle)
            except WorkerLostError:
                lose(self)
                return
            for message in messages:
                hear(self, message)

    async def call(self, method: str, *arguments: Any) -> Any:
        """Call a method of the seat. ``WorkerLostError`` says that there is none any more."""
        if self.error is not None:
            raise self.error
        try:
            with self._client.as_current():
                future = getattr(self._actor, method)(*arguments)
            reply = await self._wait(future)
        except Exception as error:
            # The seat's own errors come in its reply: these are Dask's.
            raise self.lose(str(error)) from error
        if reply.failure is not None:
            raise unpack_error(reply.failure)
        return reply.value

    async def _wait(self, future: Any) -> Any:
        """What an actor's future gives; of some workers that died it never gives anything."""
        answer = asyncio.ensure_future(future)
        end = asyncio.get_running_loop().time() + self._patience
        try:
            while True:
                left = end - asyncio.get_running_loop().time()
                await asyncio.wait([answer], timeout=max(0.0, min(LOOK, left)))
                if answer.done():
                    return answer.result()
                if self._future is None or self._future.status != "finished":
                    raise ConnectionError("Dask has given it up")
                if left <= 0:
                    raise TimeoutError(f"it gave no answer within {self._patience:g} seconds")
        finally:
            answer.cancel()

    def lose(self, why: str) -> WorkerLostError:
        """Give the worker up."""
        if self.error is None:
            self.error = WorkerLostError(f"the worker {self.address} was lost: {why}")
        return self.error

    async def close(self) -> None:
        """Have the worker close what it has open; whatever is wrong with it, leave nothing."""
        if self._pumping is not None:
            self._pumping.cancel()
            await asyncio.wait([self._pumping])
        if self.error is None and self._actor is not None:
            with suppress(Exception):
                async with asyncio.timeout(GRACE):
                    await self.call("close")
        await self.forget()

    async def forget(self) -> None:
        """Tell Dask that nobody wants the seat any more."""
        future, self._future, self._actor = self._future, None, None
        if future is not None:
            with suppress(Exception):
                async with asyncio.timeout(GRACE):
                    await self._client.cancel([future])
