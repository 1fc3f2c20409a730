"""A fleet on more than one machine: ``spread`` over the workers of a Dask cluster.

>>> from sysvirt.aio.cluster import spread
>>> async with spread(client, {"here": "test:///default"}) as fleet:
...     async for result in fleet.each(Sys.Virt.get_type):
...         print(result.host, result.value)
here TEST

It needs the extra ``cluster``: ``pip install 'sysvirt[cluster]'``.
"""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar

from sysvirt._core import arguments
from sysvirt.aio import Domain, FleetEvents
from sysvirt.aio._cluster.checks import check_client
from sysvirt.aio._cluster.crew import Crew
from sysvirt.aio._cluster.outcomes import RemoteObject, WorkerLostError
from sysvirt.aio._cluster.packing import pack_function
from sysvirt.aio._cluster.share import get_statistics
from sysvirt.aio._cluster.watch import Watch
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
from sysvirt.aio._virt.events import ROOM
from sysvirt.virt.limits import check_seconds

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Mapping
    from types import TracebackType

    from distributed import Client

    from sysvirt._core.arguments import Truth
    from sysvirt.aio import HostState, Result, Virt

    Progress = Callable[[int, int], object]

__all__ = ["RemoteObject", "SpreadFleet", "WorkerLostError", "spread"]

V = TypeVar("V")


def spread(
    client: Client,
    hosts: Mapping[str, str | Mapping[str, Any]] | Iterable[str],
    *,
    readonly: Truth = False,
    at_once: int = 64,
    open_timeout: float = 10.0,
    timeout: float = 30.0,
    keep_alive: tuple[float, int] | None = (5, 5),
    backoff: tuple[float, float] = (1.0, 60.0),
    worker_timeout: float = 30.0,
) -> SpreadFleet:
    """A fleet whose hosts are spread over the workers of a Dask cluster.

    ``client`` is a ``distributed.Client`` with ``asynchronous=True``. The other arguments are
    those of :class:`sysvirt.aio.Fleet`, and hold for each worker: ``at_once`` hosts are asked at
    one time by each. A worker that gives no sign for ``worker_timeout`` seconds is given up.
    Enter it by ``async with``.

    >>> async with spread(client, {"here": "test:///default"}, readonly=True) as fleet:
    ...     (await fleet.map(Sys.Virt.get_type))["here"].value
    'TEST'

    Rests on: no C function. Perl: not there.
    """
    check_client(client)
    options: dict[str, Any] = {
        "readonly": readonly,
        "at_once": at_once,
        "open_timeout": open_timeout,
        "timeout": timeout,
        "keep_alive": keep_alive,
        "backoff": backoff,
    }
    check_options(**options)
    return SpreadFleet(client, hosts, options, check_seconds(worker_timeout, "worker_timeout"))


class SpreadFleet:
    """Connections to many hosts, held by the workers of a cluster: what ``spread`` makes.

    Functions and what they give travel pickled. Objects such as domains can't: where a function
    gives one, the result has a ``TypeError`` that says so. When a worker dies, what was under way
    there has a :class:`WorkerLostError`, and its hosts go to the others. A worker that joins
    takes its share a second or so later, each host as soon as nobody waits for its answer.

    >>> async with spread(client, {"here": "test:///default"}) as fleet:
    ...     (await fleet.map(Sys.Virt.get_type))["here"].value
    'TEST'

    Rests on: no C function. Perl: not there.
    """

    def __init__(
        self,
        client: Any,
        hosts: Mapping[str, str | Mapping[str, Any]] | Iterable[str],
        options: dict[str, Any],
        patience: float,
    ) -> None:
        self._client = client
        self._hosts = {name: _pack_host(name, how) for name, how in check_hosts(hosts).items()}
        self._options = options
        self._patience = patience
        self._crew: Crew | None = None

    async def __aenter__(self) -> Self:
        if self._crew is not None:
            raise RuntimeError("this fleet is open already")
        if self._client.loop.asyncio_loop is not asyncio.get_running_loop():
            raise RuntimeError("the client is of another loop: make it with asynchronous=True here")
        crew = Crew(self._client, self._hosts, self._options, self._patience)
        await crew.open()
        self._crew = crew
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        crew, self._crew = self._crew, None
        if crew is not None:
            await crew.close()

    # The hosts -----------------------------------------------------------------------------

    async def add(self, host: str, uri: str | Mapping[str, Any]) -> None:
        """Add a host, while the fleet runs.

        >>> async with spread(client, {}) as fleet:
        ...     await fleet.add("there", "test:///default")
        ...     sorted(await fleet.states())
        ['there']

        Rests on: no C function. Perl: not there.
        """
        await self._running().add(check_name(host), _pack_host(host, check_host(uri)))

    async def remove(self, host: str) -> None:
        """Remove a host: its connection is closed, and what still runs there ends.

        >>> async with spread(client, {"here": "test:///default"}) as fleet:
        ...     await fleet.remove("here")
        ...     await fleet.states()
        {}

        Rests on: ``virConnectClose``. Perl: not there.
        """
        await self._running().remove(check_name(host))

    async def states(self) -> dict[str, HostState]:
        """How each host is: ``new``, ``up`` or ``down``, since when, why, and its next try.

        A host whose worker is gone is ``down`` with a ``WorkerLostError`` until another has it.

        >>> async with spread(client, {"here": "test:///default"}) as fleet:
        ...     results = await fleet.map(Sys.Virt.get_type)
        ...     (await fleet.states())["here"].state
        'up'

        Rests on: no C function. Perl: not there.
        """
        return await self._running().states()

    # What is asked of them ------------------------------------------------------------------

    def each(
        self,
        function: Callable[[Virt], Awaitable[V]],
        *,
        hosts: Iterable[str] | None = None,
        timeout: float | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[Result[V], None]:
        """What a coroutine function gives for each host, as they end; see ``aio.Fleet.each``.

        The function runs at the worker of the host. Where it can't be pickled ``TypeError`` is
        raised before anything is sent.

        >>> async with spread(client, {"here": "test:///default"}) as fleet:
        ...     async for result in fleet.each(Sys.Virt.get_type):
        ...         result.host, result.value
        ('here', 'TEST')

        Rests on: no C function. Perl: not there.
        """
        arguments.callback(function, "function")
        check_progress(progress)
        names, limit = self._chosen(hosts), self._limit(timeout)
        return self._ask(pack_function(function), names, limit, progress)

    async def map(
        self,
        function: Callable[[Virt], Awaitable[V]],
        *,
        hosts: Iterable[str] | None = None,
        timeout: float | None = None,
        progress: Progress | None = None,
    ) -> dict[str, Result[V]]:
        """The same for all hosts at once: a result for each name. Nothing of it is raised.

        >>> async with spread(client, {"here": "test:///default"}) as fleet:
        ...     (await fleet.map(Sys.Virt.get_type))["here"].value
        'TEST'

        Rests on: no C function. Perl: not there.
        """
        names = self._chosen(hosts)
        asked = self.each(function, hosts=names, timeout=timeout, progress=progress)
        return await self._collect(names, asked)

    async def stats(
        self, stats: int = 0, flags: int = 0, *, timeout: float | None = None
    ) -> dict[str, Result[list[dict[str, Any]]]]:
        """The bulk statistics of all guests of each host, as ``aio.Fleet.stats`` gives them.

        In the place of a domain there is a :class:`RemoteObject`.

        >>> async with spread(client, {"here": "test:///default"}) as fleet:
        ...     (found,) = (await fleet.stats(Domain.STATS_STATE))["here"].value
        >>> found["dom"].name, found["data"]["state.state"]
        ('test', 1)

        Rests on: ``virConnectGetAllDomainStats``. Perl: ``get_all_domain_stats``, a host at a time.
        """
        kinds = arguments.flag_bits(stats, "stats")
        function = partial(get_statistics, kinds, arguments.flag_bits(flags))
        names, limit = self._chosen(None), self._limit(timeout)
        asked = self._ask(pack_function(function), names, limit, None, named=True)
        return await self._collect(names, asked)

    def events(
        self,
        cls: type[Any] = Domain,
        event: int = 0,
        *,
        maxsize: int = ROOM,
        overflow: Literal["raise", "drop"] = "raise",
    ) -> FleetEvents:
        """The events of all hosts, as ``aio.Fleet.events`` gives them.

        In the place of objects there are :class:`RemoteObject`. A host that goes to another
        worker is told by ``HostDown`` and, when it is open there, by ``HostUp``.

        >>> async with spread(client, {"here": "test:///default"}) as fleet:
        ...     async with fleet.events() as events:
        ...         await events.get(timeout=60)
        HostUp(host='here')

        Rests on: ``virConnectDomainEventRegisterAny`` and its kin. Perl: not there.
        """
        check_kind(cls)
        room, raises = check_room(maxsize, overflow)
        crew = self._running()
        number = arguments.cint(event, "event")
        queue = EventQueue(room, raises=raises)
        return FleetEvents(Watch(crew, crew.number(), cls.__name__, number, room, queue))

    # ---------------------------------------------------------------------------------------

    def _running(self) -> Crew:
        if self._crew is None:
            raise RuntimeError("this fleet isn't open: enter it by async with")
        return self._crew

    def _chosen(self, hosts: Iterable[str] | None) -> list[str]:
        there = self._running().homes
        if hosts is None:
            return list(there)
        names = check_names(hosts)
        for name in names:
            if name not in there:
                raise ValueError(f"host {name!r} is not in the fleet")
        return names

    def _limit(self, timeout: float | None) -> float:
        wanted = self._options["timeout"] if timeout is None else timeout
        return check_seconds(wanted, "timeout")

    async def _ask(
        self,
        function: bytes,
        hosts: list[str],
        timeout: float,
        progress: Progress | None,
        *,
        named: bool = False,
    ) -> AsyncGenerator[Result[Any], None]:
        crew = self._running()
        sweep = await crew.ask(function, hosts, timeout, named=named)
        try:
            for done in range(1, len(hosts) + 1):
                result = await sweep.next()
                if progress is not None:
                    progress(done, len(hosts))
                yield result
        finally:
            crew.end(sweep)

    async def _collect(
        self, names: list[str], asked: AsyncGenerator[Result[Any], None]
    ) -> dict[str, Result[Any]]:
        async with aclosing(asked):
            results = {result.host: result async for result in asked}
        return {name: results[name] for name in names}


def _pack_host(name: str, how: dict[str, Any]) -> bytes:
    return pack_function(how, f"what opens {name}")
