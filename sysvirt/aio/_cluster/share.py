"""What one worker does: it has a fleet of its share of the hosts, and tells what comes of it."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

import attrs

from sysvirt.aio import Domain, Fleet, FleetEvents, HostDown, HostUp, Virt
from sysvirt.aio._cluster.messages import Answered, Broken, Down, Left, State, Told
from sysvirt.aio._cluster.packing import name_objects, pack_error, pack_result, unpack
from sysvirt.aio._fleet.queue import EventQueue
from sysvirt.aio._virt.events import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sysvirt.aio._cluster.messages import Message
    from sysvirt.aio._fleet.queue import FleetEvent
    from sysvirt.aio._shapes import DomainStats

#: How much of values goes in one batch, in bytes; it may be more by one value.
BATCH = 1 << 22

#: The classes that have events, by name.
CLASSES = {cls.__name__: cls for cls in KINDS}


class Share:
    """A fleet whose results and events are fetched in batches. All of it is for one loop."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._fleet = Fleet({}, **options)
        self._messages: deque[Message] = deque()
        self._something = asyncio.Event()
        self._sweeps: dict[int, asyncio.Task[None]] = {}
        self._feeds: dict[int, tuple[EventQueue, FleetEvents]] = {}
        self._closing: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Begin, without hosts."""
        await self._fleet.__aenter__()

    async def close(self) -> None:
        """End all that runs, and close the connections; who comes later waits for the same."""
        if self._closing is None:
            self._something.set()
            self._closing = asyncio.ensure_future(self._close())
        await asyncio.shield(self._closing)

    async def _close(self) -> None:
        for each in self._sweeps.values():
            each.cancel()
        await self._fleet.__aexit__(None, None, None)
        await asyncio.gather(*self._sweeps.values(), return_exceptions=True)

    # The hosts -----------------------------------------------------------------------------

    async def add(self, hosts: Mapping[str, bytes]) -> None:
        """Take hosts in, each with how it is opened."""
        for host, how in hosts.items():
            self._fleet.add(host, unpack(how))

    async def remove(self, hosts: Iterable[str]) -> None:
        """Let go of hosts."""
        await asyncio.gather(*(self._fleet.remove(host) for host in hosts))
        for host in hosts:
            self._put(Left(host))

    async def states(self) -> dict[str, State]:
        """How the hosts are."""
        return {host: _pack_state(state) for host, state in self._fleet.states().items()}

    # What is asked of them -----------------------------------------------------------------

    async def begin(
        self, number: int, function: bytes, hosts: list[str], timeout: float, named: bool
    ) -> None:
        """Begin to ask hosts; with ``named``, what stands for objects comes in their place."""
        task = asyncio.ensure_future(self._sweep(number, unpack(function), hosts, timeout, named))
        self._sweeps[number] = task
        task.add_done_callback(lambda _: self._sweeps.pop(number, None))

    async def _sweep(
        self, number: int, function: Any, hosts: list[str], timeout: float, named: bool
    ) -> None:
        try:
            asked = self._fleet.each(function, hosts=hosts, timeout=timeout)
            async with aclosing(asked):
                async for result in asked:
                    if named:
                        value = name_objects(result.host, result.value)
                        self._put(Answered(number, pack_result(attrs.evolve(result, value=value))))
                    else:
                        self._put(Answered(number, pack_result(result)))
        except Exception as error:  # noqa: BLE001 - nobody waits here: it is told to who does
            self._put(Broken(number, pack_error(error)))

    async def stop(self, number: int) -> None:
        """Nobody wants the rest of a sweep."""
        if task := self._sweeps.get(number):
            task.cancel()

    # Their events --------------------------------------------------------------------------

    async def watch(self, number: int, cls: str, event: int, maxsize: int) -> None:
        """Begin to tell of events."""
        queue = EventQueue(maxsize, raises=False, came=self._something.set)
        events = FleetEvents(self._fleet._feed(CLASSES[cls], event, queue))
        self._feeds[number] = queue, events
        try:
            await events.__aenter__()
        except BaseException:
            del self._feeds[number]
            raise

    async def unwatch(self, number: int) -> None:
        """Tell no more of them."""
        if number in self._feeds:
            _, events = self._feeds.pop(number)
            await events.__aexit__(None, None, None)

    # ---------------------------------------------------------------------------------------

    async def take(self, patience: float) -> list[Message]:
        """What has come; ``patience`` seconds are waited for something."""
        if not self._something.is_set():
            try:
                async with asyncio.timeout(patience):
                    await self._something.wait()
            except TimeoutError:
                return []
        if self._closing is None:
            self._something.clear()
        # Events first: what a host told before it was let go of comes before that is told.
        return [*self._take_events(), *self._take_messages()]

    def _take_events(self) -> list[Message]:
        found: list[Message] = []
        for number, (queue, _) in self._feeds.items():
            events, lost = queue.take()
            if events or lost:
                found.append(Told(number, [_pack_event(each) for each in events], lost))
        return found

    def _take_messages(self) -> list[Message]:
        found: list[Message] = []
        size = 0
        while self._messages and size < BATCH:
            message = self._messages.popleft()
            found.append(message)
            if isinstance(message, Answered):
                size += len(message.packed.value or b"")
        if self._messages:
            self._something.set()
        return found

    def _put(self, message: Message) -> None:
        self._messages.append(message)
        self._something.set()


async def get_statistics(stats: int, flags: int, conn: Virt) -> list[DomainStats]:
    """The bulk statistics of a host, without waiting for guests that are busy."""
    return await conn.get_all_domain_stats(stats, None, flags | Domain.GET_ALL_STATS_NOWAIT)


def _pack_event(event: FleetEvent) -> Any:
    if isinstance(event, HostUp):
        return event
    if isinstance(event, HostDown):
        return Down(event.host, pack_error(event.error))
    host, *values = event
    return (host, *name_objects(host, values))


def _pack_state(state: Any) -> State:
    failure = pack_error(state.error) if state.error is not None else None
    return State(attrs.evolve(state, error=None), failure)
