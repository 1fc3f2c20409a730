"""``conn.events()``: events as they come, one after the other."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from sysvirt import Error
from sysvirt._core import arguments
from sysvirt._core.closing import refuse_closed
from sysvirt.aio._twin import Twin, sync_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from sysvirt.aio._virt.connection import Connection

T = TypeVar("T", bound=Twin)


class EventsLost(Exception):
    """More events have come than a queue holds; ``count`` of the oldest are gone.

    >>> EventsLost(3).count
    3

    Rests on: no C function. Perl: not there.
    """

    __module__ = "sysvirt.aio"

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count

    def __str__(self) -> str:
        return f"{self.count} events were lost: they came faster than they were read"


class Events(Generic[T]):
    """The events of a connection, in the order in which they come: see :meth:`Virt.events`.

    ``async with`` registers it, ``async for`` yields ``(object, …)`` with what the event has to
    tell, as the callback of the synchronous API would get it. When the program closes the
    connection, the iteration ends; when the connection breaks, it raises ``Error`` after what
    came before.

    >>> async with conn.events() as events:
    ...     await dom.suspend()
    ...     dom, event, detail = await events.get()
    >>> dom.get_name(), event == Sys.Virt.Domain.EVENT_SUSPENDED
    ('test', True)

    Rests on: ``virConnectDomainEventRegisterAny`` and its kin. Perl: not there.
    """

    __module__ = "sysvirt.aio"

    def __init__(
        self,
        conn: Connection,
        cls: type[T],
        registering: tuple[Callable[..., int], Callable[[int], None]],
        item: T | None,
        event: int,
        *,
        maxsize: int,
        raises: bool,
    ) -> None:
        self._conn = conn
        self._cls = cls
        self._register, self._deregister = registering
        self._item = item
        self._event = event
        self._maxsize = maxsize
        self._raises = raises
        self._number: int | None = None
        #: For what the thread of libvirt's loop and that of the program both change.
        self._changing = Lock()
        self._queue: deque[tuple[Any, ...]] = deque()
        self._lost = 0
        self._untold = 0
        self._ready = asyncio.Event()
        self._has_ended = False
        self._error: Error | None = None

    @property
    def lost(self) -> int:
        """How many events were dropped since there was no room.

        >>> async with conn.events() as events:
        ...     events.lost
        0

        Rests on: no C function. Perl: not there.
        """
        return self._lost

    def clear(self) -> None:
        """Forget what has come so far.

        >>> async with conn.events() as events:
        ...     events.clear()

        Rests on: no C function. Perl: not there.
        """
        with self._changing:
            self._queue.clear()

    async def get(self, timeout: float | None = None) -> tuple[T, *tuple[Any, ...]]:
        """The next event; ``TimeoutError`` when none comes within ``timeout`` seconds.

        ``EventsLost`` says, once, that some were dropped. ``Error`` comes when the connection has
        broken or is closed, or the block was left, after all that came before; ``RuntimeError``
        when the block wasn't entered.

        >>> async with conn.events() as events:
        ...     await dom.suspend()
        ...     dom, event, detail = await events.get(timeout=10)
        >>> event == Sys.Virt.Domain.EVENT_SUSPENDED
        True

        Rests on: no C function. Perl: not there.
        """
        async with asyncio.timeout(arguments.optional_real(timeout, "timeout")):
            found = await self._next()
        if found is None:
            raise refuse_closed()
        return found

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> tuple[T, *tuple[Any, ...]]:
        found = await self._next()
        if found is None:
            raise StopAsyncIteration
        return found

    async def _next(self) -> tuple[T, *tuple[Any, ...]] | None:
        """The next event, ``None`` when the program has closed the connection."""
        if self._number is None and not self._has_ended:
            raise RuntimeError("these events are not registered: enter them by async with")
        while True:
            if self._untold and self._raises:
                with self._changing:
                    count, self._untold = self._untold, 0
                raise EventsLost(count)
            with self._changing:
                if self._queue:
                    item, *values = self._queue.popleft()
                    return (self._cls(self._conn, item), *values)
                # Nothing can come between this and the look at the queue.
                self._ready.clear()
            if self._error is not None:
                raise self._error
            if self._has_ended:
                return None
            await self._ready.wait()

    async def __aenter__(self) -> Self:
        if self._number is not None:
            raise RuntimeError("these events are registered already")
        await self._conn._end.watch()
        # It may have been left before.
        self._has_ended, self._error = False, None
        main = self._conn._lanes.main
        wanted = (sync_of(self._item), self._event, self._came)
        # Cancelled meanwhile, it is taken back.
        self._number = await main.call_or_undo(self._deregister, self._register, *wanted)
        self._conn._end.add(self)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._conn._end.listeners.discard(self)
        number, self._number = self._number, None
        self.end(None)
        # A connection that is gone has no callbacks left.
        with suppress(Error):
            await self._conn._lanes.main.finish(kind, self._deregister, number)

    def _came(self, _conn: object, *values: Any) -> None:
        """What libvirt calls, in the thread of its loop."""
        with self._changing:
            was_empty = not self._queue
            if len(self._queue) >= self._maxsize:
                self._queue.popleft()
                self._lost += 1
                self._untold += 1
            self._queue.append(values)
        if was_empty:
            self._conn._lanes.calls.add(self._ready.set)

    def end(self, error: Error | None) -> None:
        """The connection is closed, or it broke."""
        self._has_ended = True
        self._error = error
        self._ready.set()
