"""The workers of a fleet that is spread, and which of them holds which host."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING, Any

from sysvirt.aio import HostState, Result
from sysvirt.aio._cluster.link import Link
from sysvirt.aio._cluster.messages import Answered, Broken, Left
from sysvirt.aio._cluster.outcomes import WorkerLostError
from sysvirt.aio._cluster.packing import unpack_error, unpack_result
from sysvirt.aio._cluster.placing import place
from sysvirt.aio._cluster.sweep import Sweep

if TYPE_CHECKING:
    from asyncio import Future, Task
    from collections.abc import Coroutine, Iterable, Mapping

    from sysvirt.aio._cluster.messages import Message
    from sysvirt.aio._cluster.watch import Watch

log = logging.getLogger("sysvirt.aio")

#: How often is looked for workers that have come, in seconds.
LOOK = 1.0
#: How long those that are there wait for the others in the beginning, in seconds. Who comes later
#: has hosts moved to it, which would all have to be opened twice.
GRACE = 3.0


class Crew:
    """Who holds what. All changes of that are made one after the other, holding ``_turn``."""

    def __init__(
        self,
        client: Any,
        hosts: Mapping[str, bytes],
        options: Mapping[str, Any],
        patience: float,
    ) -> None:
        #: The worker of each host; ``None`` while it has none.
        self.homes: dict[str, Link | None] = dict.fromkeys(hosts)
        self._hows = dict(hosts)
        self._client = client
        self._options = options
        self._patience = patience
        self._links: dict[str, Link] = {}
        #: The worker that each host should have, as far as that is known for these workers.
        self._places: dict[str, str] = {}
        self._opening: dict[str, Task[None]] = {}
        #: The workers that can't do it, and why.
        self._unfit: dict[str, Exception] = {}
        #: How the hosts are that have lost their worker.
        self._orphans: dict[str, HostState] = {}
        self._numbers = count(1)
        self._sweeps: dict[int, Sweep] = {}
        self._watches: dict[int, Watch] = {}
        #: Those who wait until a worker has let go of a host.
        self._leaving: dict[tuple[Link, str], Future[None]] = {}
        self._turn = asyncio.Lock()
        #: Some host may be elsewhere than it should be.
        self._is_unsettled = True
        self._wake = asyncio.Event()
        self._keeping: Task[None] | None = None
        self._is_closed = False
        self._tasks: set[Task[None]] = set()

    async def open(self) -> None:
        """Have every worker open its share."""
        try:
            await self._meet()
            await self._gather()
            await self.settle()
        except BaseException:
            await self.close()
            raise
        if not self._links:
            error = self._why_none()
            await self.close()
            raise error
        self._keeping = asyncio.ensure_future(self._keep())

    async def _gather(self) -> None:
        """Wait for the first worker, and a little for the others."""
        first = asyncio.FIRST_COMPLETED
        end = time.monotonic() + self._patience
        while self._opening and not self._links and time.monotonic() < end:
            left = end - time.monotonic()
            await asyncio.wait([*self._opening.values()], timeout=left, return_when=first)
        if self._opening:
            grace = min(GRACE, self._patience)
            await asyncio.wait([*self._opening.values()], timeout=grace)

    async def close(self) -> None:
        """Have all workers close what they have open."""
        ending = [*self._opening.values(), *([self._keeping] if self._keeping else [])]
        for task in ending:
            task.cancel()
        await asyncio.gather(*ending, return_exceptions=True)
        self._is_closed = True
        self.homes = dict.fromkeys(self.homes)
        for watch in self._watches.values():
            watch.queue.end()
        for sweep in self._sweeps.values():
            for link in sweep.shares():
                sweep.fail(link, ConnectionError("the fleet is closed"))
        links, self._links = [*self._links.values()], {}
        await asyncio.gather(*(link.close() for link in links))
        await asyncio.gather(*self._tasks, return_exceptions=True)

    # The workers ---------------------------------------------------------------------------

    async def _keep(self) -> None:
        """See to it that each host has its worker, until this is cancelled."""
        while True:
            self._wake.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK):
                    await self._wake.wait()
            try:
                await self.settle()
                await self._meet()
            except Exception as error:  # noqa: BLE001 - the scheduler may be gone for a while
                log.info("the workers of a fleet can't be looked after: %s", error)

    async def _meet(self) -> None:
        """See which workers have come and gone."""
        workers: Mapping[str, int] = await self._client.nthreads()
        for address, link in [*self._links.items()]:
            if address not in workers:
                link.lose("it has left the cluster")
                self._lose(link)
        for address, task in self._opening.items():
            if address not in workers:
                task.cancel()
        self._unfit = {each: why for each, why in self._unfit.items() if each in workers}
        for address in workers.keys() - self._links.keys() - self._opening.keys() - {*self._unfit}:
            self._opening[address] = asyncio.ensure_future(self._join(address))

    async def _join(self, address: str) -> None:
        """Take a worker in, as soon as it has time."""
        link = Link(self._client, address, self._patience)
        try:
            await link.open(self._options)
            async with self._turn:
                for watch in self._watches.values():
                    await link.call("watch", *watch.wanted)
                self._links[address] = link
                self._places.clear()
            link.listen(self._hear, self._lose)
        except WorkerLostError as error:
            log.info("%s", error)
        except Exception as error:  # noqa: BLE001 - whatever it lacks
            self._refuse(address, error)
        finally:
            del self._opening[address]
            if self._links.get(address) is not link:
                await link.forget()
        self._call_for_settling()

    def _refuse(self, address: str, error: Exception) -> None:
        log.warning("the worker %s is not fit for a fleet: %s", address, error)
        self._unfit[address] = error

    def _lose(self, link: Link) -> None:
        """A worker is gone: what was under way there has failed, and its hosts need others."""
        if self._links.get(link.address) is not link:
            return
        del self._links[link.address]
        self._places.clear()
        error = link.lose("it is gone")
        log.warning("%s", error)
        for sweep in self._sweeps.values():
            sweep.fail(link, error)
        for host, home in self.homes.items():
            if home is link:
                self.homes[host] = None
                self._orphans[host] = HostState("down", time.time(), error)
                self._tell_down(host, error)
        for (other, _), future in self._leaving.items():
            if other is link and not future.done():
                future.set_result(None)
        self._spawn(link.close())
        self._call_for_settling()

    def _call_for_settling(self) -> None:
        self._is_unsettled = True
        self._wake.set()

    def _hear(self, link: Link, message: Message) -> None:
        """What a worker tells."""
        if isinstance(message, Answered):
            if sweep := self._sweeps.get(message.sweep):
                sweep.answer(link, unpack_result(message.packed))
        elif isinstance(message, Broken):
            if sweep := self._sweeps.get(message.sweep):
                sweep.fail(link, unpack_error(message.failure))
        elif isinstance(message, Left):
            future = self._leaving.get((link, message.host))
            if future is not None and not future.done():
                future.set_result(None)
        elif watch := self._watches.get(message.feed):
            watch.tell(link, message)

    # The hosts -----------------------------------------------------------------------------

    async def settle(self) -> None:
        """Give each host its worker; those that are just asked stay until they have answered."""
        async with self._turn:
            await self._settle()

    async def _settle(self) -> None:
        while self._is_unsettled and self._links:
            self._is_unsettled = False
            busy = {host for sweep in self._sweeps.values() for host in sweep.pending}
            wanted: dict[Link, list[str]] = {}
            leaving: dict[Link, list[str]] = {}
            deferred = False
            for host, home in self.homes.items():
                if host not in self._places:
                    self._places[host] = place(host, self._links)
                best = self._links[self._places[host]]
                if home is best:
                    continue
                if home is not None and host in busy:
                    deferred = True
                    continue
                if home is not None:
                    leaving.setdefault(home, []).append(host)
                wanted.setdefault(best, []).append(host)
            await self._move(leaving, wanted)
            if deferred:
                # The end of a sweep calls for it.
                self._is_unsettled = True
                return

    async def _move(
        self, leaving: Mapping[Link, list[str]], wanted: Mapping[Link, list[str]]
    ) -> None:
        for link, hosts in leaving.items():
            for host in hosts:
                self.homes[host] = None
                self._orphans.pop(host, None)
                self._tell_down(host, ConnectionError(f"{host} moves from {link.address}"))
        await asyncio.gather(*(self._let_go(*each) for each in leaving.items()))
        await asyncio.gather(*(self._take_in(*each) for each in wanted.items()))

    async def _take_in(self, link: Link, hosts: list[str]) -> None:
        # Before it is called, since it may tell of them before it has answered.
        self.homes.update(dict.fromkeys(hosts, link))
        if link.error is not None:
            self.homes.update(dict.fromkeys(hosts))
            self._call_for_settling()
            return
        try:
            await link.call("add", {host: self._hows[host] for host in hosts})
        except WorkerLostError:
            self._lose(link)
        except Exception as error:  # noqa: BLE001 - whatever it lacks
            self._refuse(link.address, error)
            await link.close()
            link.lose(f"it is not fit: {error}")
            self._lose(link)

    async def _let_go(self, link: Link, hosts: list[str]) -> None:
        """Have a worker let go of hosts, and wait until all that it tells of them is heard."""
        futures = {(link, host): asyncio.get_running_loop().create_future() for host in hosts}
        self._leaving.update(futures)
        try:
            await link.call("remove", hosts)
            await asyncio.gather(*futures.values())
        except WorkerLostError:
            self._lose(link)
        finally:
            for each in futures:
                del self._leaving[each]

    async def add(self, host: str, how: bytes) -> None:
        """Take a host in."""
        async with self._turn:
            if host in self.homes:
                raise ValueError(f"host {host!r} is in the fleet already")
            self.homes[host] = None
            self._hows[host] = how
            self._is_unsettled = True
            await self._settle()

    async def remove(self, host: str) -> None:
        """Let a host go."""
        async with self._turn:
            if host not in self.homes:
                raise ValueError(f"host {host!r} is not in the fleet")
            if (home := self.homes[host]) is not None:
                await self._let_go(home, [host])
            del self.homes[host], self._hows[host]
            self._orphans.pop(host, None)
            self._places.pop(host, None)

    async def states(self) -> dict[str, HostState]:
        """How all hosts are."""
        homes = dict(self.homes)
        links = [*dict.fromkeys(link for link in homes.values() if link is not None)]
        told = await asyncio.gather(*(self._states_of(link) for link in links))
        states = dict(zip(links, told, strict=True))
        found: dict[str, HostState] = {}
        for host, home in homes.items():
            known = states[home].get(host) if home is not None else None
            found[host] = known or self._orphans.get(host) or HostState("new", time.time())
        return found

    async def _states_of(self, link: Link) -> dict[str, HostState]:
        try:
            states = await link.call("states")
        except WorkerLostError:
            self._lose(link)
            return {}
        return {host: each.read() for host, each in states.items()}

    def _tell_down(self, host: str, error: Exception) -> None:
        for watch in self._watches.values():
            watch.down(host, error)

    def _why_none(self) -> Exception:
        """Why there is no worker."""
        if self._is_closed:
            return ConnectionError("the fleet is closed")
        if self._unfit:
            return next(iter(self._unfit.values()))
        if self._opening:
            return TimeoutError("no worker had time for the fleet: all of them have other work")
        return WorkerLostError("the cluster has no worker: start one by `dask worker`")

    # What is asked of them -----------------------------------------------------------------

    async def ask(
        self, function: bytes, hosts: Iterable[str], timeout: float, *, named: bool = False
    ) -> Sweep:
        """Begin to ask hosts."""
        sweep = Sweep(next(self._numbers))
        async with self._turn:
            await self._settle()
            for host in hosts:
                if (home := self.homes.get(host)) is not None:
                    sweep.pending[host] = home
                else:
                    sweep.put(Result(host, error=self._why_homeless(host)))
            self._sweeps[sweep.number] = sweep
        for link, names in sweep.shares().items():
            self._spawn(self._begin(sweep, link, function, names, timeout, named))
        return sweep

    async def _begin(
        self, sweep: Sweep, link: Link, function: bytes, hosts: list[str], *how: Any
    ) -> None:
        try:
            await link.call("begin", sweep.number, function, hosts, *how)
        except WorkerLostError as error:
            self._lose(link)
            sweep.fail(link, error)
        except Exception as error:  # noqa: BLE001 - such as a function whose module isn't there
            sweep.fail(link, error)

    def end(self, sweep: Sweep) -> None:
        """Nobody reads a sweep any more."""
        del self._sweeps[sweep.number]
        for link in sweep.shares():
            self._spawn(self._stop(link, sweep.number))
        if self._is_unsettled:
            self._wake.set()

    async def _stop(self, link: Link, number: int) -> None:
        with suppress(WorkerLostError):
            await link.call("stop", number)

    def _why_homeless(self, host: str) -> Exception:
        if host not in self.homes:
            return ConnectionError(f"{host} was taken from the fleet")
        state = None if self._is_closed else self._orphans.get(host)
        return (state and state.error) or self._why_none()

    # Their events --------------------------------------------------------------------------

    def number(self) -> int:
        """A number that nothing else of this fleet has."""
        return next(self._numbers)

    async def watch(self, watch: Watch) -> None:
        """Have all workers tell of events."""
        async with self._turn:
            if self._is_closed:
                raise RuntimeError("this fleet isn't open any more")
            if watch.number in self._watches:
                raise RuntimeError("these events are registered already")
            watch.queue.begin()
            self._watches[watch.number] = watch
            for host, home in self.homes.items():
                if home is None:
                    watch.down(host, self._why_homeless(host))
            links = [*self._links.values()]
            try:
                await asyncio.gather(*(self._watch_at(link, watch) for link in links))
            except BaseException:
                del self._watches[watch.number]
                for link in links:
                    self._spawn(self._unwatch_at(link, watch.number))
                raise

    async def _watch_at(self, link: Link, watch: Watch) -> None:
        try:
            await link.call("watch", *watch.wanted)
        except WorkerLostError:
            self._lose(link)

    async def unwatch(self, watch: Watch) -> None:
        """Have them tell no more."""
        async with self._turn:
            if self._watches.pop(watch.number, None) is not None:
                links = [*self._links.values()]
                await asyncio.gather(*(self._unwatch_at(link, watch.number) for link in links))

    async def _unwatch_at(self, link: Link, number: int) -> None:
        try:
            await link.call("unwatch", number)
        except WorkerLostError:
            self._lose(link)

    # ---------------------------------------------------------------------------------------

    def _spawn(self, coroutine: Coroutine[Any, Any, None]) -> None:
        """Have something done on the side."""
        task = asyncio.ensure_future(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
