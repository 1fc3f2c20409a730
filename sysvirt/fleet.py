"""Many hosts at once for scripts that know nothing of asyncio.

>>> from sysvirt.fleet import Fleet
>>> with Fleet({"here": "test:///default"}) as fleet:
...     for result in fleet.each(lambda conn: len(conn.list_domains())):
...         print(result.host, result.value)
here 1
"""

from __future__ import annotations

import sys
import warnings
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar

import sysvirt
from sysvirt import aio
from sysvirt._core import arguments
from sysvirt._core.closing import refuse_closed
from sysvirt.aio import FleetEvents, HostDown, HostState, HostUp, Result
from sysvirt.aio._fleet.plain import run_plain
from sysvirt.aio._fleet.thread import LoopThread, OtherLoop
from sysvirt.aio._twin import sync_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
    from types import TracebackType

    from sysvirt._core.arguments import Truth
    from sysvirt.aio._fleet.queue import FleetEvent
    from sysvirt.shapes.virt import DomainStats

    Progress = Callable[[int, int], object]

__all__ = ["Events", "Fleet", "HostDown", "HostState", "HostUp", "Result"]

V = TypeVar("V")


class Fleet:
    """Connections to many hosts, each opened again when it breaks.

    The arguments are those of :class:`sysvirt.aio.Fleet`, which does the work in a thread of its
    own; functions get an ordinary ``Sys.Virt``, each in a thread of its host. All methods are for
    any thread. Enter it by ``with``.

    >>> with Fleet({"here": "test:///default"}, readonly=True) as fleet:
    ...     fleet.map(Sys.Virt.get_type)["here"].value
    'TEST'

    Rests on: no C function. Perl: not there.
    """

    def __init__(
        self,
        hosts: Mapping[str, str | Mapping[str, Any]] | Iterable[str],
        *,
        readonly: Truth = False,
        at_once: int = 64,
        open_timeout: float = 10.0,
        timeout: float = 30.0,
        keep_alive: tuple[float, int] | None = (5, 5),
        backoff: tuple[float, float] = (1.0, 60.0),
    ) -> None:
        self._fleet = aio.Fleet(
            hosts,
            readonly=readonly,
            at_once=at_once,
            open_timeout=open_timeout,
            timeout=timeout,
            keep_alive=keep_alive,
            backoff=backoff,
        )
        self._thread: LoopThread | None = None

    def __enter__(self) -> Self:
        if self._thread is not None:
            raise RuntimeError("this fleet is open already")
        self._thread = LoopThread("sysvirt.fleet")
        try:
            self._wait(self._fleet.__aenter__)
        except BaseException:
            self._stop_thread()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._thread is None or self._thread.is_of_parent:
            return
        try:
            self._wait(partial(self._fleet.__aexit__, kind, error, traceback))
        finally:
            self._stop_thread()

    def __del__(self) -> None:
        thread: LoopThread | None = getattr(self, "_thread", None)
        # At the end of the interpreter all threads go anyway.
        if thread is not None and not thread.is_of_parent and not sys.is_finalizing():
            thread.stop()
            # The last, as it may raise.
            warnings.warn(f"{self!r} was never left", ResourceWarning, source=self, stacklevel=2)

    # The hosts -----------------------------------------------------------------------------

    def add(self, host: str, uri: str | Mapping[str, Any]) -> None:
        """Add a host, while the fleet runs.

        >>> with Fleet({}) as fleet:
        ...     fleet.add("here", "test:///default")
        ...     sorted(fleet.states())
        ['here']

        Rests on: no C function. Perl: not there.
        """
        self._running().do(partial(self._fleet.add, host, uri))

    def remove(self, host: str) -> None:
        """Remove a host: its connection is closed, and what still runs there ends.

        >>> with Fleet({"here": "test:///default"}) as fleet:
        ...     fleet.remove("here")
        ...     fleet.states()
        {}

        Rests on: ``virConnectClose``. Perl: not there.
        """
        self._wait(partial(self._fleet.remove, host))

    def states(self) -> dict[str, HostState]:
        """How each host is: ``new``, ``up`` or ``down``, since when, why, and its next try.

        >>> with Fleet({"here": "test:///default"}) as fleet:
        ...     conn = fleet.host("here")
        ...     fleet.states()["here"].state
        'up'

        Rests on: no C function. Perl: not there.
        """
        return self._running().do(self._fleet.states)

    def host(self, host: str) -> sysvirt.Virt:
        """The connection to one host; where it is down, why is raised.

        It is the fleet's: leave the closing to it.

        >>> with Fleet({"here": "test:///default"}) as fleet:
        ...     fleet.host("here")
        <sysvirt.Virt 'test:///default'>

        Rests on: no C function. Perl: not there.
        """
        conn: sysvirt.Virt = self._wait(partial(self._fleet.host, host)).sync
        return conn

    # What is asked of them ------------------------------------------------------------------

    def each(
        self,
        function: Callable[[sysvirt.Virt], V],
        *,
        hosts: Iterable[str] | None = None,
        timeout: float | None = None,
        progress: Progress | None = None,
    ) -> Iterator[Result[V]]:
        """What a function gives for each host, as they end.

        ``function(conn)`` is called for each host, or for ``hosts``, in a thread of the host. It
        may take ``timeout`` seconds, or what the fleet was made with; afterwards the result has a
        ``TimeoutError``. A host that is down has the error that says why, at once.
        ``progress(done, total)`` is called after each, in the fleet's thread.

        >>> with Fleet({"here": "test:///default"}) as fleet:
        ...     for result in fleet.each(Sys.Virt.get_hostname):
        ...         result.host, result.ok
        ('here', True)

        Rests on: no C function. Perl: not there.
        """
        arguments.callback(function, "function")
        thread = self._running()
        asked = thread.do(
            partial(
                self._fleet.each,
                partial(run_plain, function),
                hosts=hosts,
                timeout=timeout,
                progress=progress,
            )
        )
        return thread.items(asked)

    def map(
        self,
        function: Callable[[sysvirt.Virt], V],
        *,
        hosts: Iterable[str] | None = None,
        timeout: float | None = None,
        progress: Progress | None = None,
    ) -> dict[str, Result[V]]:
        """The same for all hosts at once: a result for each name. Nothing of it is raised.

        >>> with Fleet({"here": "test:///default"}) as fleet:
        ...     fleet.map(Sys.Virt.get_type)["here"].value
        'TEST'

        Rests on: no C function. Perl: not there.
        """
        arguments.callback(function, "function")
        return self._wait(
            partial(
                self._fleet.map,
                partial(run_plain, function),
                hosts=hosts,
                timeout=timeout,
                progress=progress,
            )
        )

    def stats(
        self, stats: int = 0, flags: int = 0, *, timeout: float | None = None
    ) -> dict[str, Result[list[DomainStats]]]:
        """The bulk statistics of all guests of each host; see ``get_all_domain_stats``.

        ``GET_ALL_STATS_NOWAIT`` is added: of a guest that is busy, what would have to be waited
        for is left out.

        >>> with Fleet({"here": "test:///default"}) as fleet:
        ...     fleet.stats()["here"].value[0]["data"]["state.state"]
        1

        Rests on: ``virConnectGetAllDomainStats``. Perl: ``get_all_domain_stats``, a host at a time.
        """
        kinds = arguments.flag_bits(stats, "stats")
        wanted = arguments.flag_bits(flags) | sysvirt.Domain.GET_ALL_STATS_NOWAIT
        return self.map(
            lambda conn: conn.get_all_domain_stats(kinds, None, wanted), timeout=timeout
        )

    def events(
        self,
        cls: type[Any] = sysvirt.Domain,
        event: int = 0,
        *,
        maxsize: int = 10_000,
        overflow: Literal["raise", "drop"] = "raise",
    ) -> Events:
        """The events of all hosts: ``with``, then ``for``.

        Each step gives ``(host, object, …)``, ``HostUp(host)`` or ``HostDown(host, error)``; see
        :meth:`sysvirt.aio.Fleet.events`.

        >>> with Fleet({"here": "test:///default"}) as fleet, fleet.events() as events:
        ...     next(events)
        HostUp(host='here')

        Rests on: ``virConnectDomainEventRegisterAny`` and its kin. Perl: not there.
        """
        twin = getattr(aio, getattr(cls, "__name__", ""), cls)
        return Events(
            self._running, self._fleet.events(twin, event, maxsize=maxsize, overflow=overflow)
        )

    # ---------------------------------------------------------------------------------------

    def _running(self) -> LoopThread:
        if self._thread is None:
            raise RuntimeError("this fleet isn't open: enter it by with")
        return self._thread

    def _wait(self, function: Callable[[], Awaitable[V]]) -> V:
        """Have a coroutine function run in the fleet's thread, and wait for what it gives."""
        return self._running().wait(function)

    def _stop_thread(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.stop()
            thread.join()


class Events:
    """The events of all hosts: see :meth:`sysvirt.fleet.Fleet.events`.

    >>> with Fleet({"here": "test:///default"}) as fleet, fleet.events() as events:
    ...     for event in events:
    ...         print(event)
    ...         break
    HostUp(host='here')

    Rests on: ``virConnectDomainEventRegisterAny`` and its kin. Perl: not there.
    """

    def __init__(self, running: Callable[[], OtherLoop], events: FleetEvents) -> None:
        self._running = running
        self._events = events
        #: The fleet's loop as it was when these were registered.
        self._loop: OtherLoop | None = None

    @property
    def lost(self) -> int:
        """How many events were dropped since there was no room.

        >>> with Fleet({"here": "test:///default"}) as fleet, fleet.events() as events:
        ...     events.lost
        0

        Rests on: no C function. Perl: not there.
        """
        return self._events.lost

    def get(self, timeout: float | None = None) -> FleetEvent:
        """The next event; ``TimeoutError`` when none comes within ``timeout`` seconds.

        ``EventsLost`` says, once, that some were dropped; ``Error`` that the fleet is closed or
        the block was left.

        >>> with Fleet({"here": "test:///default"}) as fleet, fleet.events() as events:
        ...     events.get(timeout=10)
        HostUp(host='here')

        Rests on: no C function. Perl: not there.
        """
        found = self._step(partial(self._events.get, timeout))
        if found is None:
            raise refuse_closed()
        return _plain(found)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> FleetEvent:
        async def step() -> FleetEvent | None:
            return await anext(self._events, None)

        found = self._step(step)
        if found is None:
            raise StopIteration
        return _plain(found)

    def _step(self, function: Callable[[], Awaitable[V]]) -> V | None:
        """What the fleet's thread gives, or ``None`` when the fleet is left."""
        if self._loop is not None and self._loop.has_ended:
            return None
        return self._running().wait(function)

    def __enter__(self) -> Self:
        loop = self._running()
        loop.wait(self._events.__aenter__)
        self._loop = loop
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        loop = self._loop
        if loop is not None and not loop.has_ended and not loop.is_of_parent:
            loop.wait(partial(self._events.__aexit__, kind, error, traceback))


def _plain(event: FleetEvent) -> FleetEvent:
    """An event with the synchronous object in place of the awaited one."""
    if isinstance(event, tuple):
        host, item, *rest = event
        return (host, sync_of(item), *rest)
    return event
