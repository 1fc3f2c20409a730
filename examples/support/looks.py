"""Looks at all hosts of a fleet, of which none is held up by another one.

A host that hangs is asked once and then left alone: whoever looks waits for it up to a limit, and
from then on not at all until it has answered within that limit again.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable
from contextlib import aclosing
from types import TracebackType
from typing import Any, Self

from attrs import field, frozen

import sysvirt
from support import samples
from sysvirt import ConnectionLostError, Domain, Error
from sysvirt.aio import Fleet, Result, Virt

GROUPS = (
    Domain.STATS_STATE
    | Domain.STATS_CPU_TOTAL
    | Domain.STATS_BALLOON
    | Domain.STATS_VCPU
    | Domain.STATS_INTERFACE
    | Domain.STATS_BLOCK
)
#: What a guest uses: CPUs, KiB of memory, bytes a second. None is what isn't known.
Usage = tuple[float | None, int | None, float | None, float | None]


@frozen
class Guest:
    """A guest and its statistics, under the names that libvirt's bulk statistics give them."""

    uuid: str
    name: str
    #: Whether it is there, though it may be paused; what is off has only a configuration.
    active: bool
    data: dict[str, Any]

    @property
    def state(self) -> int:
        return int(self.data.get("state.state", Domain.STATE_NOSTATE))

    @property
    def cpus(self) -> int:
        return int(self.data.get("vcpu.current", 0))

    @property
    def memory(self) -> int:
        """In KiB."""
        return int(self.data.get("balloon.current", 0))


@frozen
class Seen:
    """What a host has and has running: memory in KiB, `at` in seconds of a clock."""

    at: float
    cpus: int
    memory: int
    guests: list[Guest]


@frozen
class Look:
    """What one host gave: what was seen, or why nothing was, and after how many seconds."""

    host: str
    seconds: float
    seen: Seen | None = None
    error: Exception | None = field(default=None, eq=False)

    @property
    def reason(self) -> str:
        """Why nothing was seen, in one line."""
        if isinstance(self.error, Error):
            return " ".join(self.error.message().split())
        return " ".join(str(self.error).split()) or type(self.error).__name__


def see(conn: sysvirt.Virt) -> Seen:
    """Ask a host, all in one go."""
    node = conn.get_node_info()
    found = _bulk(conn)
    at = time.monotonic()
    guests = [_guest(each["dom"], each["data"]) for each in found]
    return Seen(at, node["cpus"], node["memory"], guests)


def _bulk(conn: sysvirt.Virt) -> list[Any]:
    """The bulk statistics. QEMU's driver has all of them; others have few, or no such call."""
    try:
        return [*conn.get_all_domain_stats(GROUPS, None, Domain.GET_ALL_STATS_NOWAIT)]
    except Error as err:
        if err.code() not in (Error.ERR_NO_SUPPORT, Error.ERR_INVALID_ARG):
            raise
    return [{"dom": dom, "data": {}} for dom in conn.list_all_domains()]


def _guest(dom: Domain, data: dict[str, Any]) -> Guest:
    if "balloon.current" not in data:
        data = {**data, **_asked(dom)}
    return Guest(dom.get_uuid_string(), dom.get_name(), dom.get_id() != -1, data)


def _asked(dom: Domain) -> dict[str, int]:
    """The most important ones by a call for this guest, which may have gone meanwhile."""
    try:
        info = dom.get_info()
    except ConnectionLostError:
        raise
    except Error:
        return {}
    return {
        "state.state": info["state"],
        "cpu.time": info["cpuTime"],
        "vcpu.current": info["nrVirtCpu"],
        "balloon.current": info["memory"],
        "balloon.maximum": info["maxMem"],
    }


async def _see(conn: Virt) -> Seen:
    return await conn.run(see)


class Lookout:
    """Looks at all hosts of a fleet, again and again."""

    def __init__(self, fleet: Fleet, limit: float) -> None:
        self._fleet = fleet
        #: How many seconds a look takes at most.
        self.limit = limit
        #: The hosts that are being asked, and those that took too long last time.
        self._asked: dict[str, asyncio.Future[Look]] = {}
        self._late: set[str] = set()
        self._sweeps: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        # What hangs would be waited for; all of it only reads.
        states = self._fleet.states()
        for host in [host for host in self._asked if host in states]:
            if states[host].state == "up":
                (await self._fleet.host(host)).abort()
        for sweep in self._sweeps:
            sweep.cancel()
        if self._sweeps:
            await asyncio.wait(self._sweeps)

    async def look(self) -> dict[str, Look]:
        """A look at each host, within the limit."""
        hosts = list(self._fleet.states())
        free = [host for host in hosts if host not in self._asked]
        # Apart, so that none of the first has to wait for one of the others to have its turn.
        self._ask([host for host in free if host not in self._late])
        self._ask([host for host in free if host in self._late])
        asked = {host: self._asked[host] for host in hosts}
        if waited := [each for host, each in asked.items() if host not in self._late]:
            await asyncio.wait(waited, timeout=self.limit)
        return {host: self._look(host, each) for host, each in asked.items()}

    def _look(self, host: str, asked: asyncio.Future[Look]) -> Look:
        if asked.done() and not asked.cancelled():
            return asked.result()
        self._late.add(host)
        state = self._fleet.states().get(host)
        return Look(host, self.limit, error=(state and state.error) or self._silence())

    def _silence(self) -> TimeoutError:
        return TimeoutError(f"no answer within {self.limit:g} s")

    def _ask(self, hosts: list[str]) -> None:
        if hosts:
            loop = asyncio.get_running_loop()
            asked = {host: loop.create_future() for host in hosts}
            self._asked |= asked
            sweep = loop.create_task(self._sweep(asked))
            self._sweeps.add(sweep)
            sweep.add_done_callback(self._sweeps.discard)

    async def _sweep(self, asked: dict[str, asyncio.Future[Look]]) -> None:
        try:
            async with aclosing(self._fleet.each(_see, hosts=list(asked))) as results:
                async for result in results:
                    del self._asked[result.host]
                    asked.pop(result.host).set_result(self._note(result))
        finally:
            for host, left in asked.items():
                del self._asked[host]
                left.cancel()

    def _note(self, result: Result[Seen]) -> Look:
        if result.seconds > self.limit:
            # Nobody waits for it any more: a look has said that it is silent.
            return Look(result.host, result.seconds, error=result.error or self._silence())
        self._late.discard(result.host)
        return Look(result.host, result.seconds, result.value, result.error)


def usages(before: Look | None, after: Look) -> dict[str, Usage]:
    """What the guests of a host use, by their UUIDs."""
    if after.seen is None:
        return {}
    seen = before.seen if before else None
    old = {guest.uuid: guest for guest in seen.guests} if seen else {}
    passed = after.seen.at - seen.at if seen else 0.0
    return {guest.uuid: _usage(old.get(guest.uuid), guest, passed) for guest in after.seen.guests}


def _usage(before: Guest | None, after: Guest, passed: float) -> Usage:
    if not after.active:
        return None, None, None, None
    rates: dict[str, float | None] = dict.fromkeys(samples.QUANTITIES)
    if before is not None and passed > 0:
        old, new = samples.counters(before.data), samples.counters(after.data)
        for quantity in samples.QUANTITIES:
            used = [new[key] - old[key] for key in old.keys() & new.keys() if key[0] == quantity]
            # It goes back when a guest starts anew.
            if used and min(used) >= 0:
                rates[quantity] = sum(used) / passed
    cpu = rates[samples.CPU]
    disk = _sum(rates[samples.READ], rates[samples.WRITTEN])
    network = _sum(rates[samples.RECEIVED], rates[samples.SENT])
    return None if cpu is None else cpu / 1e9, after.memory, disk, network


def _sum(*rates: float | None) -> float | None:
    known = [rate for rate in rates if rate is not None]
    return sum(known) if known else None


def total(usages: Iterable[Usage]) -> Usage:
    """All of them together."""
    cpus, memories, disks, networks = tuple(zip(*usages, strict=True)) or ((),) * 4
    memory = _sum(*memories)
    return _sum(*cpus), None if memory is None else int(memory), _sum(*disks), _sum(*networks)
