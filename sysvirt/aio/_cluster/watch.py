"""The events of all hosts, whichever worker tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt.aio import HostDown, HostUp
from sysvirt.aio._cluster.messages import Down
from sysvirt.aio._cluster.packing import unpack_error

if TYPE_CHECKING:
    from sysvirt.aio._cluster.crew import Crew
    from sysvirt.aio._cluster.link import Link
    from sysvirt.aio._cluster.messages import Told
    from sysvirt.aio._fleet.queue import EventQueue, FleetEvent


class Watch:
    """Where ``FleetEvents`` has them from."""

    def __init__(
        self, crew: Crew, number: int, cls: str, event: int, maxsize: int, queue: EventQueue
    ) -> None:
        self.number = number
        #: What each worker is asked for.
        self.wanted = (number, cls, event, maxsize)
        self.queue = queue
        self._crew = crew

    @property
    def lost(self) -> int:
        """How many events were lost for want of room, at the workers or here."""
        return self.queue.lost

    async def next(self) -> FleetEvent | None:
        """The next event; ``None`` when there is none left and none comes any more."""
        return await self.queue.next()

    async def enter(self) -> None:
        """Have the workers tell them."""
        await self._crew.watch(self)

    async def leave(self) -> None:
        """Have them tell no more."""
        self.queue.end()
        await self._crew.unwatch(self)

    def tell(self, link: Link, told: Told) -> None:
        """Take in what a worker tells, but for hosts that it doesn't hold any more."""
        if told.lost:
            self.queue.lose(told.lost)
        for each in told.events:
            host, event = _unpack(each)
            if self._crew.homes.get(host) is link:
                self.queue.put(event)

    def down(self, host: str, error: Exception) -> None:
        """A host has lost its worker."""
        self.queue.put(HostDown(host, error))


def _unpack(event: Any) -> tuple[str, FleetEvent]:
    if isinstance(event, HostUp):
        return event.host, event
    if isinstance(event, Down):
        return event.host, HostDown(event.host, unpack_error(event.failure))
    return event[0], event
