"""The events of all hosts of a fleet, as an iterator."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol, Self

from sysvirt._core.closing import refuse_closed
from sysvirt.aio._fleet.options import check_timeout

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from sysvirt.aio._fleet.queue import FleetEvent


class Source(Protocol):
    """Where the events come from: the hosts of this process, or other processes."""

    @property
    def lost(self) -> int: ...
    async def next(self) -> FleetEvent | None: ...
    async def enter(self) -> None: ...
    async def leave(self) -> None: ...


class FleetEvents:
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

    def __init__(self, feed: Source, check_open: Callable[[], object] = bool) -> None:
        self._feed = feed
        self._check_open = check_open

    @property
    def lost(self) -> int:
        """How many events were dropped since there was no room.

        >>> async with fleet.events() as events:
        ...     events.lost
        0

        Rests on: no C function. Perl: not there.
        """
        return self._feed.lost

    async def get(self, timeout: float | None = None) -> FleetEvent:
        """The next event; ``TimeoutError`` when none comes within ``timeout`` seconds.

        ``EventsLost`` says, once, that some were dropped; ``Error`` that the fleet is closed or
        the block was left.

        >>> async with fleet.events() as events:
        ...     await events.get(timeout=10)
        HostUp(host='here')

        Rests on: no C function. Perl: not there.
        """
        async with asyncio.timeout(check_timeout(timeout)):
            found = await self._feed.next()
        if found is None:
            raise refuse_closed()
        return found

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> FleetEvent:
        found = await self._feed.next()
        if found is None:
            raise StopAsyncIteration
        return found

    async def __aenter__(self) -> Self:
        self._check_open()
        await self._feed.enter()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._feed.leave()
