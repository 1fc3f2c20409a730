"""A fleet on more than one machine, for scripts that know nothing of asyncio.

``spread`` puts its hosts on the workers of a Dask cluster.

>>> from sysvirt.cluster import spread
>>> with spread(client, {"here": "test:///default"}) as fleet:
...     for result in fleet.each(lambda conn: len(conn.list_domains())):
...         print(result.host, result.value)
here 1

It needs the extra ``cluster``: ``pip install 'sysvirt[cluster]'``.
"""

from __future__ import annotations

import inspect
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar

import sysvirt
from sysvirt import aio
from sysvirt._core import arguments
from sysvirt.aio import HostDown, HostState, HostUp, Result, cluster
from sysvirt.aio._fleet.plain import run_plain
from sysvirt.aio._fleet.thread import OtherLoop
from sysvirt.aio.cluster import RemoteObject, WorkerLostError
from sysvirt.fleet import Events

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Iterable, Iterator, Mapping
    from types import TracebackType

    from distributed import Client

    from sysvirt._core.arguments import Truth

    Progress = Callable[[int, int], object]

__all__ = [
    "Events",
    "HostDown",
    "HostState",
    "HostUp",
    "RemoteObject",
    "Result",
    "SpreadFleet",
    "WorkerLostError",
    "spread",
]

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

    ``client`` is a ``distributed.Client``. The other arguments are those of
    :class:`sysvirt.fleet.Fleet`, and hold for each worker: ``at_once`` hosts are asked at one
    time by each. A worker that gives no sign for ``worker_timeout`` seconds is given up. Enter it
    by ``with``.

    >>> with spread(client, {"here": "test:///default"}, readonly=True) as fleet:
    ...     fleet.map(Sys.Virt.get_type)["here"].value
    'TEST'

    Rests on: no C function. Perl: not there.
    """
    made = cluster.spread(
        client,
        hosts,
        readonly=readonly,
        at_once=at_once,
        open_timeout=open_timeout,
        timeout=timeout,
        keep_alive=keep_alive,
        backoff=backoff,
        worker_timeout=worker_timeout,
    )
    return SpreadFleet(client, made)


class SpreadFleet:
    """Connections to many hosts, held by the workers of a cluster: what ``spread`` makes.

    Functions get an ordinary ``Sys.Virt``, at the worker of the host. They and what they give
    travel pickled. Objects such as domains can't: where a function gives one, the result has a
    ``TypeError`` that says so. When a worker dies, what was under way there has a
    :class:`WorkerLostError`, and its hosts go to the others. A worker that joins takes its share a
    second or so later, each host as soon as nobody waits for its answer. All methods are for any
    thread.

    >>> with spread(client, {"here": "test:///default"}) as fleet:
    ...     fleet.map(Sys.Virt.get_type)["here"].value
    'TEST'

    Rests on: no C function. Perl: not there.
    """

    def __init__(self, client: Any, fleet: cluster.SpreadFleet) -> None:
        self._client = client
        self._fleet = fleet
        self._loop: OtherLoop | None = None

    def __enter__(self) -> Self:
        if self._loop is not None:
            raise RuntimeError("this fleet is open already")
        if self._client.asynchronous:
            raise RuntimeError("the client is asynchronous: take sysvirt.aio.cluster.spread")
        loop = OtherLoop(self._client.loop.asyncio_loop)
        loop.wait(self._fleet.__aenter__)
        self._loop = loop
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        loop, self._loop = self._loop, None
        if loop is None or loop.is_of_parent:
            return
        try:
            # When the client is closed, Dask drops what the workers have for it.
            if self._client.status != "closed":
                loop.wait(partial(self._fleet.__aexit__, kind, error, traceback))
        finally:
            loop.stop()

    # The hosts -----------------------------------------------------------------------------

    def add(self, host: str, uri: str | Mapping[str, Any]) -> None:
        """Add a host, while the fleet runs.

        >>> with spread(client, {}) as fleet:
        ...     fleet.add("here", "test:///default")
        ...     sorted(fleet.states())
        ['here']

        Rests on: no C function. Perl: not there.
        """
        self._wait(partial(self._fleet.add, host, uri))

    def remove(self, host: str) -> None:
        """Remove a host: its connection is closed, and what still runs there ends.

        >>> with spread(client, {"here": "test:///default"}) as fleet:
        ...     fleet.remove("here")
        ...     fleet.states()
        {}

        Rests on: ``virConnectClose``. Perl: not there.
        """
        self._wait(partial(self._fleet.remove, host))

    def states(self) -> dict[str, HostState]:
        """How each host is: ``new``, ``up`` or ``down``, since when, why, and its next try.

        A host whose worker is gone is ``down`` with a ``WorkerLostError`` until another has it.

        >>> with spread(client, {"here": "test:///default"}) as fleet:
        ...     results = fleet.map(Sys.Virt.get_type)
        ...     fleet.states()["here"].state
        'up'

        Rests on: no C function. Perl: not there.
        """
        return self._wait(self._fleet.states)

    # What is asked of them ------------------------------------------------------------------

    def each(
        self,
        function: Callable[[sysvirt.Virt], V],
        *,
        hosts: Iterable[str] | None = None,
        timeout: float | None = None,
        progress: Progress | None = None,
    ) -> Iterator[Result[V]]:
        """What a function gives for each host, as they end; see :meth:`sysvirt.fleet.Fleet.each`.

        The function runs at the worker of the host, in a thread. Where it can't be pickled
        ``TypeError`` is raised before anything is sent. ``progress(done, total)`` is called in
        the client's thread.

        >>> with spread(client, {"here": "test:///default"}) as fleet:
        ...     for result in fleet.each(Sys.Virt.get_type):
        ...         result.host, result.value
        ('here', 'TEST')

        Rests on: no C function. Perl: not there.
        """
        loop = self._running()
        asked = loop.do(
            partial(
                self._fleet.each,
                _plain(function),
                hosts=hosts,
                timeout=timeout,
                progress=progress,
            )
        )
        return loop.items(asked)

    def map(
        self,
        function: Callable[[sysvirt.Virt], V],
        *,
        hosts: Iterable[str] | None = None,
        timeout: float | None = None,
        progress: Progress | None = None,
    ) -> dict[str, Result[V]]:
        """The same for all hosts at once: a result for each name. Nothing of it is raised.

        >>> with spread(client, {"here": "test:///default"}) as fleet:
        ...     fleet.map(Sys.Virt.get_type)["here"].value
        'TEST'

        Rests on: no C function. Perl: not there.
        """
        return self._wait(
            partial(
                self._fleet.map,
                _plain(function),
                hosts=hosts,
                timeout=timeout,
                progress=progress,
            )
        )

    def stats(
        self, stats: int = 0, flags: int = 0, *, timeout: float | None = None
    ) -> dict[str, Result[list[dict[str, Any]]]]:
        """The bulk statistics of all guests of each host; see ``get_all_domain_stats``.

        ``GET_ALL_STATS_NOWAIT`` is added: of a guest that is busy, what would have to be waited
        for is left out. In the place of a domain there is a :class:`RemoteObject`.

        >>> with spread(client, {"here": "test:///default"}) as fleet:
        ...     (found,) = fleet.stats()["here"].value
        >>> found["dom"].name, found["data"]["state.state"]
        ('test', 1)

        Rests on: ``virConnectGetAllDomainStats``. Perl: ``get_all_domain_stats``, a host at a time.
        """
        return self._wait(partial(self._fleet.stats, stats, flags, timeout=timeout))

    def events(
        self,
        cls: type[Any] = sysvirt.Domain,
        event: int = 0,
        *,
        maxsize: int = 10_000,
        overflow: Literal["raise", "drop"] = "raise",
    ) -> Events:
        """The events of all hosts: ``with``, then ``for``; see :meth:`sysvirt.fleet.Fleet.events`.

        In the place of objects there are :class:`RemoteObject`. A host that goes to another
        worker is told by ``HostDown`` and, when it is open there, by ``HostUp``.

        >>> with spread(client, {"here": "test:///default"}) as fleet, fleet.events() as events:
        ...     next(events)
        HostUp(host='here')

        Rests on: ``virConnectDomainEventRegisterAny`` and its kin. Perl: not there.
        """
        twin = getattr(aio, getattr(cls, "__name__", ""), cls)
        return Events(
            self._running, self._fleet.events(twin, event, maxsize=maxsize, overflow=overflow)
        )

    # ---------------------------------------------------------------------------------------

    def _running(self) -> OtherLoop:
        if self._loop is None:
            raise RuntimeError("this fleet isn't open: enter it by with")
        return self._loop

    def _wait(self, function: Callable[[], Awaitable[V]]) -> V:
        """Have a coroutine function run in the client's thread, and wait for what it gives."""
        return self._running().wait(function)


def _plain(function: Callable[[sysvirt.Virt], V]) -> partial[Coroutine[Any, Any, V]]:
    """A coroutine function that calls an ordinary one."""
    arguments.callback(function, "function")
    if inspect.iscoroutinefunction(function):
        raise TypeError("function must be an ordinary one, or take sysvirt.aio.cluster.spread")
    return partial(run_plain, function)
