"""``sysvirt.aio.Fleet``: many hosts at once, of which some are always down."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar

from sysvirt._core import arguments
from sysvirt.aio._fleet.events import FleetEvents
from sysvirt.aio._fleet.feed import Feed
from sysvirt.aio._fleet.member import HURRY, Member, Watcher
from sysvirt.aio._fleet.options import (
    check_host,
    check_hosts,
    check_kind,
    check_name,
    check_names,
    check_options,
    check_progress,
    check_room,
)
from sysvirt.aio._fleet.queue import EventQueue
from sysvirt.aio._fleet.sweep import Sweep
from sysvirt.aio._virt.events import ROOM
from sysvirt.aio._virt.opening import PATIENCE
from sysvirt.aio.domain import Domain
from sysvirt.virt.limits import check_seconds

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Mapping
    from types import TracebackType

    from sysvirt._core.arguments import Truth
    from sysvirt.aio._fleet.outcomes import HostState, Result
    from sysvirt.aio._shapes import DomainStats
    from sysvirt.aio.virt import Virt

    Progress = Callable[[int, int], object]

V = TypeVar("V")


class Fleet:
    """Connections to many hosts, each opened again when it breaks.

    ``hosts`` has a URI for each name, or keywords of ``Sys.Virt.new``; of a plain list of URIs
    each is its own name. ``at_once`` hosts at most are opened or asked at one time. Opening one
    takes ``open_timeout`` seconds at most and an answer ``timeout``; a host that gives none twice
    in a row is cut off and opened anew. A host that is down is tried again after a pause that
    doubles from the first of ``backoff`` to its second, in seconds. ``keep_alive`` is as in
    ``Sys.Virt.new``.

    >>> async with Fleet({"here": "test:///default"}) as fleet:
    ...     async for result in fleet.each(Sys.Virt.get_hostname):
    ...         result.host, result.ok
    ('here', True)

    Rests on: no C function. Perl: not there.
    """

    __module__ = "sysvirt.aio"

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
        self._hosts = check_hosts(hosts)
        self._options = check_options(
            readonly=readonly,
            at_once=at_once,
            open_timeout=open_timeout,
            timeout=timeout,
            keep_alive=keep_alive,
            backoff=backoff,
        )
        self._members: dict[str, Member] = {}
        self._feeds: set[Watcher] = set()
        self._opening: asyncio.Semaphore | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    async def __aenter__(self) -> Self:
        if self._opening is not None:
            raise RuntimeError("this fleet is open already")
        self._opening = asyncio.Semaphore(self._options.at_once)
        self._loop = asyncio.get_running_loop()
        for name, how in self._hosts.items():
            self._start(name, how)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._opening is None:
            return
        self._check_open()
        # Events that are not entered yet look at this very dict.
        members = list(self._members.values())
        self._members.clear()
        self._opening = self._loop = None
        for feed in self._feeds:
            feed.end()
        self._feeds.clear()
        # Who is cancelled, or ends the program, isn't kept waiting: the daemons may hang.
        patience = PATIENCE if kind is None or issubclass(kind, Exception) else HURRY
        await asyncio.gather(*(each.stop(patience) for each in members))

    # The hosts -----------------------------------------------------------------------------

    def add(self, host: str, uri: str | Mapping[str, Any]) -> None:
        """Add a host, while the fleet runs.

        >>> fleet.add("there", "test:///default")
        >>> sorted(fleet.states())
        ['here', 'there']

        Rests on: no C function. Perl: not there.
        """
        how = check_host(uri)
        if check_name(host) in self._members:
            raise ValueError(f"host {host!r} is in the fleet already")
        self._start(host, how)

    async def remove(self, host: str) -> None:
        """Remove a host: its connection is closed, and what still runs there ends.

        >>> await fleet.remove("here")
        >>> fleet.states()
        {}

        Rests on: ``virConnectClose``. Perl: not there.
        """
        member = self._member(host)
        del self._members[host]
        await member.stop()

    def states(self) -> dict[str, HostState]:
        """How each host is: ``new``, ``up`` or ``down``, since when, why, and its next try.

        >>> await fleet.host("here")
        <sysvirt.aio.Virt 'test:///default'>
        >>> fleet.states()["here"].state
        'up'

        Rests on: no C function. Perl: not there.
        """
        return {name: each.state for name, each in self._members.items()}

    async def host(self, host: str) -> Virt:
        """The connection to one host; where it is down, why is raised.

        A host that is being opened for the first time is waited for. The connection is the
        fleet's: leave the closing to it.

        >>> await fleet.host("here")
        <sysvirt.aio.Virt 'test:///default'>

        Rests on: no C function. Perl: not there.
        """
        return await self._member(host).connection()

    # What is asked of them ------------------------------------------------------------------

    def each(
        self,
        function: Callable[[Virt], Awaitable[V]],
        *,
        hosts: Iterable[str] | None = None,
        timeout: float | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[Result[V], None]:
        """What a coroutine function gives for each host, as they end.

        ``function(conn)`` is called for each host, or for ``hosts``. It may take ``timeout``
        seconds, or what the fleet was made with; afterwards the result has a ``TimeoutError``.
        A host that is down has the error that says why, at once. ``progress(done, total)`` is
        called after each.

        >>> async for result in fleet.each(Sys.Virt.get_type):
        ...     result.host, result.value
        ('here', 'TEST')

        Rests on: no C function. Perl: not there.
        """
        return self._sweep(function, hosts, timeout, progress).results()

    async def map(
        self,
        function: Callable[[Virt], Awaitable[V]],
        *,
        hosts: Iterable[str] | None = None,
        timeout: float | None = None,
        progress: Progress | None = None,
    ) -> dict[str, Result[V]]:
        """The same for all hosts at once: a result for each name. Nothing of it is raised.

        >>> results = await fleet.map(Sys.Virt.get_type)
        >>> results["here"].value
        'TEST'

        Rests on: no C function. Perl: not there.
        """
        sweep = self._sweep(function, hosts, timeout, progress)
        results = {}
        async with aclosing(sweep.results()) as asked:
            async for result in asked:
                results[result.host] = result
        return {each.name: results[each.name] for each in sweep.members}

    async def stats(
        self, stats: int = 0, flags: int = 0, *, timeout: float | None = None
    ) -> dict[str, Result[list[DomainStats]]]:
        """The bulk statistics of all guests of each host; see ``get_all_domain_stats``.

        ``GET_ALL_STATS_NOWAIT`` is added: of a guest that is busy, what would have to be waited
        for is left out.

        >>> results = await fleet.stats(Domain.STATS_STATE)
        >>> results["here"].value[0]["data"]["state.state"]
        1

        Rests on: ``virConnectGetAllDomainStats``. Perl: ``get_all_domain_stats``, a host at a time.
        """
        kinds = arguments.flag_bits(stats, "stats")
        wanted = arguments.flag_bits(flags) | Domain.GET_ALL_STATS_NOWAIT

        async def ask(conn: Virt) -> list[DomainStats]:
            return await conn.get_all_domain_stats(kinds, None, wanted)

        return await self.map(ask, timeout=timeout)

    def events(
        self,
        cls: type[Any] = Domain,
        event: int = 0,
        *,
        maxsize: int = ROOM,
        overflow: Literal["raise", "drop"] = "raise",
    ) -> FleetEvents:
        """The events of all hosts: ``async with``, then ``async for``.

        ``cls`` and ``event`` are as in ``conn.events()``. Each step yields ``(host, object, …)``,
        ``HostUp(host)`` or ``HostDown(host, error)``; first what holds for each host now. The
        queue holds ``maxsize`` of them; when more come the oldest go, and with
        ``overflow="raise"`` the next step raises :class:`EventsLost` once.

        >>> async with fleet.events() as events:
        ...     async for event in events:
        ...         event
        ...         break
        HostUp(host='here')

        Rests on: ``virConnectDomainEventRegisterAny`` and its kin. Perl: not there.
        """
        check_kind(cls)
        number = arguments.cint(event, "event")
        room, raises = check_room(maxsize, overflow)
        feed = self._feed(cls, number, EventQueue(room, raises=raises))
        return FleetEvents(feed, self._check_open)

    # ---------------------------------------------------------------------------------------

    def _feed(self, cls: type[Any], event: int, queue: EventQueue) -> Feed:
        """What fills a queue with the events of all hosts."""
        return Feed(self._members, self._feeds, cls, event, queue)

    def _check_open(self) -> asyncio.Semaphore:
        if self._opening is None:
            raise RuntimeError("this fleet isn't open: enter it by async with")
        if asyncio.get_running_loop() is not self._loop:
            raise RuntimeError("this fleet belongs to another event loop")
        return self._opening

    def _start(self, name: str, how: dict[str, Any]) -> None:
        opening = self._check_open()
        member = self._members[name] = Member(name, how, self._options, opening, self._feeds)
        member.start()

    def _member(self, name: str) -> Member:
        self._check_open()
        try:
            return self._members[check_name(name)]
        except KeyError:
            raise ValueError(f"host {name!r} is not in the fleet") from None

    def _sweep(
        self,
        function: Callable[[Virt], Awaitable[V]],
        hosts: Iterable[str] | None,
        timeout: float | None,
        progress: Progress | None,
    ) -> Sweep[V]:
        """What is asked of which hosts; what makes no sense is refused before any is asked."""
        self._check_open()
        arguments.callback(function, "function")
        check_progress(progress)
        limit = self._options.timeout if timeout is None else check_seconds(timeout, "timeout")
        names = self._members if hosts is None else check_names(hosts)
        members = [self._member(each) for each in names]
        return Sweep(members, function, limit, self._options.at_once, progress)
