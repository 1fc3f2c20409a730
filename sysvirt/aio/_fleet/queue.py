"""What is told of a fleet's hosts and wasn't read yet."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any, TypeAlias

from sysvirt.aio._events.queue import EventsLost
from sysvirt.aio._fleet.outcomes import HostDown, HostUp

if TYPE_CHECKING:
    from collections.abc import Callable

#: What a host tells, or what is told of it.
FleetEvent: TypeAlias = tuple[Any, ...] | HostUp | HostDown


class EventQueue:
    """Events in their order; when there are too many the oldest go.

    It takes nothing until ``begin``. ``came`` is called with each event, by whoever brings it.
    """

    def __init__(
        self, maxsize: int, *, raises: bool, came: Callable[[], object] | None = None
    ) -> None:
        self.lost = 0
        self._maxsize = maxsize
        self._raises = raises
        self._came = came
        self._queue: deque[FleetEvent] = deque()
        self._ready = asyncio.Event()
        self._untold = 0
        self._has_begun = False
        self._has_ended = True

    @property
    def has_ended(self) -> bool:
        """Whether it takes nothing more, or nothing yet."""
        return self._has_ended

    async def next(self) -> FleetEvent | None:
        """The next event; ``None`` when there is none left and none comes any more."""
        if not self._has_begun:
            raise RuntimeError("these events are not registered: enter them by async with")
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

    def take(self) -> tuple[list[FleetEvent], int]:
        """All that there is, and how many were lost since the last time."""
        events, lost = list(self._queue), self._untold
        self._queue.clear()
        self._untold = 0
        return events, lost

    def put(self, event: FleetEvent) -> None:
        """Take an event in."""
        if self._has_ended:
            return
        if len(self._queue) >= self._maxsize:
            self._queue.popleft()
            self.lose(1)
        self._queue.append(event)
        self._ready.set()
        if self._came is not None:
            self._came()

    def lose(self, count: int) -> None:
        """Know of some that are lost."""
        self.lost += count
        self._untold += count
        self._ready.set()

    def begin(self) -> None:
        """From now on events are taken in."""
        self._has_begun, self._has_ended = True, False

    def end(self) -> None:
        """Nothing comes any more: whoever reads gets what is there, and then the end."""
        self._has_ended = True
        self._ready.set()
