"""What a sweep costs by one fleet and by one that is spread: ``python -m benchmarks.spread``.

For each the time of a sweep, and the processor's time for a host and sweep: of the program, of the
workers and of Dask's scheduler. A sweep is a list of the guests and their statistics, from hosts
that are 20 ms away.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from attrs import frozen

from sysvirt.aio import Fleet, Virt
from sysvirt.aio.cluster import spread
from tests.clusters import commanded
from tests.hosts.crowd import Crowd
from tests.hosts.daemon import Daemon

HOSTS = 300
DELAY = 0.02
SWEEPS = 20
#: On a busy machine opening takes its time.
PATIENT: dict[str, Any] = {"open_timeout": 120.0, "timeout": 120.0, "keep_alive": (30, 4)}


@frozen
class Figures:
    """A sweep in seconds, and the processor's time for each host of it in milliseconds."""

    name: str
    sweep: float
    program: float
    workers: float = 0.0
    scheduler: float = 0.0

    def line(self) -> str:
        cpu = (self.program, self.workers, self.scheduler)
        parts = " | ".join(f"{each:.2f}" if each else "" for each in cpu)
        return f"| {self.name} | {self.sweep:.2f} | {parts} |"


async def ask(conn: Virt) -> tuple[int, int]:
    """One host of a sweep."""
    guests = [dom.get_name() for dom in await conn.list_all_domains()]
    return len(guests), len(await conn.get_all_domain_stats(0))


async def time_sweeps(sweep: Callable[[], Awaitable[dict[str, Any]]]) -> float:
    """The median of some sweeps, in seconds."""
    seconds = []
    for _ in range(SWEEPS):
        begin = time.perf_counter()
        results = await sweep()
        seconds.append(time.perf_counter() - begin)
        if failed := [each.error for each in results.values() if not each.ok]:
            raise failed[0]
    return statistics.median(seconds)


def for_a_host(seconds: float) -> float:
    """The milliseconds of a host and sweep."""
    return 1000 * seconds / HOSTS / SWEEPS


async def measure_one(uris: dict[str, str]) -> Figures:
    """One fleet in this process."""
    async with Fleet(uris, **PATIENT) as fleet:
        await fleet.map(ask)
        before = time.process_time()
        sweep = await time_sweeps(lambda: fleet.map(ask))
        return Figures("one fleet", sweep, for_a_host(time.process_time() - before))


async def measure_spread(uris: dict[str, str], address: str, workers: int) -> Figures:
    """One that is spread over workers."""
    from distributed import Client

    async with Client(address, asynchronous=True) as client:
        await client.wait_for_workers(workers)
        async with spread(client, uris, **PATIENT) as fleet:
            await fleet.map(ask)
            before = await spent(client)
            sweep = await time_sweeps(lambda: fleet.map(ask))
            after = await spent(client)
    cpu = [for_a_host(end - begin) for begin, end in zip(before, after, strict=True)]
    return Figures(f"spread, {workers} workers", sweep, *cpu)


async def spent(client: Any) -> tuple[float, float, float]:
    """The processor's time of the program, the workers and the scheduler so far, in seconds."""
    workers = await client.run(time.process_time)
    scheduler: float = await client.run_on_scheduler(time.process_time)
    return time.process_time(), sum(workers.values()), scheduler


def main() -> None:
    """Measure, and print the table."""
    print("| | a sweep, s | program, ms | workers, ms | scheduler, ms |\n|---|---|---|---|---|")
    with Daemon() as daemon, Crowd(daemon.socket, HOSTS, DELAY) as crowd:
        print(asyncio.run(measure_one(crowd.uris)).line(), flush=True)
        for workers in (1, 2, 4):
            options = ["--nworkers", str(workers), "--nthreads", "1", "--no-dashboard"]
            with (
                tempfile.TemporaryDirectory() as folder,
                commanded(Path(folder), worker=options) as address,
            ):
                print(asyncio.run(measure_spread(crowd.uris, address, workers)).line(), flush=True)


if __name__ == "__main__":
    main()
