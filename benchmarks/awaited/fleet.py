"""A sweep of many hosts far away: by a fleet, one after the other, and by a pool of threads.

Also what a host weighs: the memory and the threads of a process that holds a connection to each.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks.awaited.crew import Member, Samples, crew
from benchmarks.contender import HERE, Worker, environment
from benchmarks.table import OURS, POOL, SYNC
from sysvirt import Virt
from sysvirt.fleet import Fleet
from tests.hosts.crowd import Crowd
from tests.hosts.daemon import uri_at

#: The two faces of a fleet.
FACE, AWAITED = "`sysvirt.fleet`", "`sysvirt.aio`"
#: So many sweeps follow the first of a turn.
AGAIN = 5
#: With the hosts one after the other before it, as long as idle threads live, in seconds.
PAUSE = 10.0
#: How long an answer takes more than from a daemon nearby, in seconds.
DELAY = 0.02
HOSTS, THREADS = 300, 32
#: So many hosts are there before a host is weighed, as the first ones bring what all share.
FIRST = 20
#: Threads that have nothing to do end within this time, in seconds.
REST = 25.0

#: What each host is asked: two calls.
_ASK = """
from sysvirt import Domain
NOWAIT = Domain.GET_ALL_STATS_NOWAIT
def ask(conn):
    return len(conn.list_all_domains()), len(conn.get_all_domain_stats(0, None, NOWAIT))
"""
_OURS = (
    _ASK
    + """
from sysvirt.fleet import Fleet
fleet = Fleet(URIS, readonly=True)
fleet.__enter__()
def sweep():
    assert all(each.value == (1, 1) for each in fleet.map(ask).values())
sweep()
"""
)
#: Its loop turns all the time, as that of a program does.
_AWAITED = """
import asyncio, threading
from sysvirt.aio import Domain, Fleet
loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, daemon=True).start()
def wait_for(coroutine):
    return asyncio.run_coroutine_threadsafe(coroutine, loop).result()
NOWAIT = Domain.GET_ALL_STATS_NOWAIT
async def ask(conn):
    return len(await conn.list_all_domains()), len(await conn.get_all_domain_stats(0, None, NOWAIT))
fleet = Fleet(URIS, readonly=True)
wait_for(fleet.__aenter__())
def sweep():
    assert all(each.value == (1, 1) for each in wait_for(fleet.map(ask)).values())
sweep()
"""
_POOL = (
    _ASK
    + """
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from sysvirt import Virt
pool = ThreadPoolExecutor(THREADS)
conns = [*pool.map(lambda uri: Virt.new(uri=uri, readonly=True), URIS.values())]
"""
)
_IN_A_ROW = """
def sweep():
    assert all(ask(conn) == (1, 1) for conn in conns)
"""
_POOLED = """
def sweep():
    assert all(each == (1, 1) for each in pool.map(ask, conns))
sweep()
"""


def sweeps(daemon: Path, rounds: int) -> dict[str, Samples]:
    """Seconds of a list of the guests and their bulk statistics from each host, by the face.

    A fleet's threads end after a while without work, which the first sweep after that pays for.
    """
    with Crowd(daemon, HOSTS, DELAY) as crowd:
        names = f"URIS, THREADS = {crowd.uris!r}, {THREADS}\n"
        # That a worker has a connection of its own does no harm.
        member = partial(Member, "sysvirt", uri_at(daemon), statement="sweep()")
        members = {
            FACE: member(setup=names + _OURS),
            AWAITED: member(setup=names + _AWAITED),
            POOL: member(setup=names + _POOL + _POOLED),
            SYNC: member(setup=names + _POOL + _IN_A_ROW),
        }
        with crew(members) as workers:
            first, again = _in_turn(workers, rounds)
    others = {name: again[name] for name in (SYNC, POOL)}
    found = {face: {OURS: again[face], **others} for face in (FACE, AWAITED)}
    found[f"{FACE}, after a pause"] = {OURS: first[FACE], SYNC: again[SYNC], POOL: first[POOL]}
    return found


def _in_turn(workers: Mapping[str, Worker], rounds: int) -> tuple[Samples, Samples]:
    """Seconds of the first sweep of each turn, and on the average of some more."""
    first: Samples = {name: [] for name in workers}
    again: Samples = {name: [] for name in workers}
    names = list(workers)
    for turn in range(rounds):
        time.sleep(PAUSE)
        for name in names[turn % 3 : 3] + names[: turn % 3] + names[3:]:
            first[name].append(workers[name].time(0, 1))
            # One after the other they take so long that one sweep of them is enough.
            more = first[name][-1] if name == SYNC else workers[name].time(0, AGAIN)
            again[name].append(more)
    return first, again


def weights(daemon: Path) -> dict[str, Samples]:
    """What each host takes: KiB of resident memory, and threads of a fleet that is at rest."""
    found: dict[str, Samples] = {"memory, KiB": {}, "threads": {}}
    with Crowd(daemon, FIRST + HOSTS) as crowd:
        for name, way in ((OURS, "fleet"), (SYNC, "connections")):
            done = subprocess.run(
                [sys.executable, "-m", __spec__.name, way],
                input=json.dumps(crowd.uris),
                cwd=HERE.parent,
                env=environment(),
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            )
            memory, threads = json.loads(done.stdout)
            found["memory, KiB"][name] = [memory / HOSTS / 1024]
            # Of plain connections there are none.
            found["threads"][name] = [threads / HOSTS] if threads else []
    return found


def _taken() -> tuple[int, int]:
    """Bytes of resident memory and threads of this process."""
    gc.collect()
    resident = int(Path("/proc/self/statm").read_text().split()[1])
    return resident * os.sysconf("SC_PAGESIZE"), len([*Path("/proc/self/task").iterdir()])


@contextmanager
def _fleet(uris: dict[str, str]) -> Iterator[None]:
    with Fleet(uris, readonly=True) as fleet:
        for result in fleet.map(_look).values():
            result.unwrap()
        yield


@contextmanager
def _connections(uris: dict[str, str]) -> Iterator[None]:
    with ThreadPoolExecutor(THREADS) as pool:
        conns = [*pool.map(lambda uri: Virt.new(uri=uri, readonly=True), uris.values())]
        [*pool.map(_look, conns)]
    yield
    for conn in conns:
        conn.close()


def _look(conn: Virt) -> int:
    return len(conn.list_all_domains()) + len(conn.get_all_domain_stats(0))


def main() -> None:
    """Weigh hosts: a fleet's, or plain connections. The hosts are on standard input."""
    way = {"fleet": _fleet, "connections": _connections}[sys.argv[1]]
    pairs = [*json.load(sys.stdin).items()]
    with way(dict(pairs[:FIRST])):
        time.sleep(REST)
        memory, threads = _taken()
        with way(dict(pairs[FIRST:])):
            time.sleep(REST)
            more_memory, more_threads = _taken()
    print(json.dumps([more_memory - memory, more_threads - threads]))


if __name__ == "__main__":
    main()
