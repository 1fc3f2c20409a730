"""The events of all hosts of a fleet, in one queue."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from sysvirt import Error
from sysvirt._core import arguments
from sysvirt._core.closing import refuse_closed
from sysvirt.aio._events.queue import EventsLost
from sysvirt.aio._fleet.member import Watcher
from sysvirt.aio._fleet.outcomes import HostDown, HostUp

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from sysvirt.aio._fleet.member import Member
    from sysvirt.aio._twin import Twin
    from sysvirt.aio.virt import Virt

#: What a host tells, or what is told of it.
FleetEvent: TypeAlias = tuple[Any, ...] | HostUp | HostDown


class FleetEvents(Watcher):
    """The events of all hosts: see :meth:`Fleet.events`.

    ``async with`` registers it everywhere, ``async for`` yields ``(host, object, …)`` with what
    the event has to tell, ``HostUp(host)`` and ``HostDown(host, error)``. A host that comes back
    is registered again before its ``HostUp`` comes.

    >>> async with Fleet({"here": "test:///default"}) as fleet, fleet.events() as events:
    ...     await events.get()
    HostUp(host='here')

    Rests on: ``virConnectDomainEventRegisterAny`` and its kin. Perl: not there.
    """

    __module__ = "sysvirt.aio"

    def __init__(
        self,
        members: Mapping[str, Member],
        watchers: set[Watcher],
        cls: type[Twin],
        event: int,
        *,
        maxsize: int,
        raises: bool,
    ) -> None:
        self._members = members
        self._watchers = watchers
        self._cls = cls
        self._event = event
        self._maxsize = maxsize
        self._raises = raises
        self._queue: deque[FleetEvent] = deque()
        self._ready = asyncio.Event()
        self._lost = 0
        self._untold = 0
        #: The hosts where it is registered, with the connection and the callback's number.
        self._registered: dict[str, tuple[Virt, int]] = {}
        self._has_ended = True

    @property
    def lost(self) -> int:
        """How many events were dropped since there was no room.

        >>> async with fleet.events() as events:
        ...     events.lost
        0

        Rests on: no C function. Perl: not there.
        """
        return self._lost

    async def get(self, timeout: float | None = None) -> FleetEvent:
        """The next event; ``TimeoutError`` when none comes within ``timeout`` seconds.

        ``EventsLost`` says, once, that some were dropped; ``Error`` that the fleet is closed or
        the block was left.

        >>> async with fleet.events() as events:
        ...     await events.get(timeout=10)
        HostUp(host='here')

        Rests on: no C function. Perl: not there.
        """
        async with asyncio.timeout(arguments.optional_real(timeout, "timeout")):
            found = await self._next()
        if found is None:
            raise refuse_closed()
        return found

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> FleetEvent:
        found = await self._next()
        if found is None:
            raise StopAsyncIteration
        return found

    async def _next(self) -> FleetEvent | None:
        while True:
            if self._untold and self._raises:
                count, self._untold = self._untold, 0
                raise EventsLost(count)
            if self._queue:
                return self._queue.popleft()
            if self._has_ended:
                return None
            self._ready.clear()
            await self._ready.wait()

    async def __aenter__(self) -> Self:
        if self in self._watchers:
            raise RuntimeError("these events are registered already")
        self._has_ended = False
        # From here on each host that comes up is registered by itself.
        self._watchers.add(self)
        there = [(each.name, each.conn) for each in self._members.values() if each.conn is not None]
        for each in self._members.values():
            if each.state.state == "down" and each.state.error is not None:
                self.down(each.name, each.state.error)
        try:
            await asyncio.gather(*(self._join(name, conn) for name, conn in there))
        except BaseException:
            await self._leave()
            raise
        return self

    async def _join(self, name: str, conn: Virt) -> None:
        try:
            await self.register(name, conn)
        except Error:
            # It breaks just now: its HostDown comes, or has come.
            return
        self.up(name)

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.end()
        await self._leave()

    async def _leave(self) -> None:
        self._watchers.discard(self)
        registered, self._registered = self._registered, {}
        await asyncio.gather(*(self._deregister(*each) for each in registered.values()))

    async def _deregister(self, conn: Virt, number: int) -> None:
        # A connection that is gone has no callbacks left, and one that hangs is not waited for.
        with suppress(Error, TimeoutError):
            async with asyncio.timeout(GRACE):
                await conn._deregister(self._cls, number)

    # What the hosts say --------------------------------------------------------------------

    async def register(self, host: str, conn: Virt) -> None:
        """Register the callback, before anybody is told that the host has come up."""
        came = partial(self._came, host)
        number = await conn._register(self._cls, None, self._event, came)
        self._registered[host] = conn, number

    def up(self, host: str) -> None:
        """The host answers."""
        if host in self._registered:
            self._put(HostUp(host))

    def down(self, host: str, error: Exception) -> None:
        """The host doesn't answer any more, or never did."""
        self._registered.pop(host, None)
        self._put(HostDown(host, error))

    def _came(self, host: str, _conn: Virt, *values: Any) -> None:
        self._put((host, *values))

    def _put(self, event: FleetEvent) -> None:
        if self._has_ended:
            return
        if len(self._queue) >= self._maxsize:
            self._queue.popleft()
            self._lost += 1
            self._untold += 1
        self._queue.append(event)
        self._ready.set()

    def end(self) -> None:
        """Nothing comes any more: the iteration ends after what is there."""
        self._has_ended = True
        self._ready.set()


#: How long leaving waits for a host that doesn't answer, in seconds.
GRACE = 1.0
