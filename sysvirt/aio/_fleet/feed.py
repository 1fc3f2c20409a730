"""What all hosts of a fleet tell, in one queue."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from sysvirt import Error
from sysvirt.aio._fleet.member import Watcher
from sysvirt.aio._fleet.outcomes import HostDown, HostUp

if TYPE_CHECKING:
    from asyncio import Task
    from collections.abc import Mapping

    from sysvirt.aio._fleet.member import Member
    from sysvirt.aio._fleet.queue import EventQueue, FleetEvent
    from sysvirt.aio._twin import Twin
    from sysvirt.aio.virt import Virt

#: How long entering and leaving wait for hosts that don't answer, in seconds.
GRACE = 1.0


class Feed(Watcher):
    """The callbacks that fill a queue: one on each host that is up."""

    def __init__(
        self,
        members: Mapping[str, Member],
        watchers: set[Watcher],
        cls: type[Twin],
        event: int,
        queue: EventQueue,
    ) -> None:
        self._members = members
        self._watchers = watchers
        self._cls = cls
        self._event = event
        self._queue = queue
        #: The hosts where it is registered, with the connection and the callback's number.
        self._registered: dict[str, tuple[Virt, int]] = {}
        #: What registers it on the hosts that were up when it was entered.
        self._joining: set[Task[None]] = set()

    @property
    def lost(self) -> int:
        """How many events were lost for want of room."""
        return self._queue.lost

    async def next(self) -> FleetEvent | None:
        """The next event; ``None`` when there is none left and none comes any more."""
        return await self._queue.next()

    async def enter(self) -> None:
        """Register it on the hosts that are up; those that come up register it by themselves."""
        if self in self._watchers:
            raise RuntimeError("these events are registered already")
        self._queue.begin()
        self._watchers.add(self)
        for each in self._members.values():
            if each.state.state == "down" and each.state.error is not None:
                self.down(each.name, each.state.error)
        there = [(each, each.conn) for each in self._members.values() if each.conn is not None]
        self._joining = {asyncio.ensure_future(self._join(*each)) for each in there}
        if not self._joining:
            return
        try:
            # One that hangs is told when it answers, and delays nobody.
            await asyncio.wait(self._joining, timeout=GRACE)
        except BaseException:
            await self.leave()
            raise

    async def _join(self, member: Member, conn: Virt) -> None:
        try:
            await self.register(member.name, conn)
        except Error:
            # It breaks just now: its HostDown comes, or has come.
            return
        if member.conn is conn:
            self.up(member.name)
        elif self._registered.get(member.name, (None, 0))[0] is conn:
            # It broke as it answered.
            del self._registered[member.name]

    async def leave(self) -> None:
        """Take the callbacks back."""
        self.end()
        self._watchers.discard(self)
        for each in self._joining:
            each.cancel()
        registered, self._registered = self._registered, {}
        await asyncio.gather(*(self._deregister(*each) for each in registered.values()))

    async def _deregister(self, conn: Virt, number: int) -> None:
        # A connection that is gone has no callbacks left, and one that hangs is not waited for.
        with suppress(Error, TimeoutError):
            async with asyncio.timeout(GRACE):
                await conn._deregister(self._cls, number)

    def end(self) -> None:
        """Nothing comes any more: the iteration ends after what is there."""
        self._queue.end()

    # What the hosts say --------------------------------------------------------------------

    async def register(self, host: str, conn: Virt) -> None:
        """Register the callback, before anybody is told that the host has come up."""
        came = partial(self._came, host)
        try:
            number = await conn._register(self._cls, None, self._event, came)
        except Error as error:
            if not conn.is_alive():
                raise
            # It has no such events, which is no fault of the connection.
            self._queue.put(HostDown(host, error))
            return
        if self._queue.has_ended:
            # It was left meanwhile.
            await self._deregister(conn, number)
        else:
            self._registered[host] = conn, number

    def up(self, host: str) -> None:
        """The host answers."""
        if host in self._registered:
            self._queue.put(HostUp(host))

    def down(self, host: str, error: Exception) -> None:
        """The host doesn't answer any more, or never did."""
        self._registered.pop(host, None)
        self._queue.put(HostDown(host, error))

    def _came(self, host: str, _conn: Virt, *values: Any) -> None:
        self._queue.put((host, *values))
