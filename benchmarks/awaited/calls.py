"""Calls: gathered, by `run()`, with a daemon far away, and what the way to a thread costs."""

from __future__ import annotations

from pathlib import Path

from benchmarks.awaited.crew import AWAITED, PERL, RUNNER, SYNCHRONOUS, Member, Samples, in_turn
from benchmarks.awaited.relay import relay
from benchmarks.table import OURS, POOL, SYNC, TO_THREAD
from benchmarks.table import PERL as PERL_NAME

#: So many calls are made at once, or one after the other.
CALLS = 200
#: So many calls that do nothing.
HOPS = 1000
#: How long a message takes to the daemon far away, and back, in seconds.
FAR = 0.01

_GATHERED = """
async def gathered():
    await asyncio.gather(*(adom.get_info() for _ in range(CALLS)))
"""
_BY_RUN = """
def all_of_them(conn, dom):
    for _ in range(CALLS): dom.get_info()
async def by_run():
    await aconn.run(all_of_them, adom.sync)
"""
_ONE_BY_ONE = "for _ in range(CALLS): dom.get_info()"
_PERL = "$dom->get_info() for 1 .. CALLS"
_POOL = """
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(4)
def pooled():
    for each in [pool.submit(dom.get_info) for _ in range(CALLS)]: each.result()
"""
_TO_THREAD = """
async def to_thread():
    await asyncio.gather(*(asyncio.to_thread(dom.get_info) for _ in range(CALLS)))
"""
_HOPS = """
def nothing(*arguments): pass
async def one_by_one():
    for _ in range(HOPS): await hop()
async def gathered():
    await asyncio.gather(*(hop() for _ in range(HOPS)))
"""


def _many(text: str) -> str:
    return text.replace("CALLS", str(CALLS)).replace("HOPS", str(HOPS))


def _synchronous(uri: str) -> Member:
    return Member("sysvirt", uri, SYNCHRONOUS, _many(_ONE_BY_ONE))


def _perl(uri: str) -> Member:
    return Member("Perl", uri, PERL, _many(_PERL))


def _gathered(uri: str) -> Member:
    return Member("sysvirt", uri, AWAITED + _many(_GATHERED), "runner.run(gathered())")


def gathered(uri: str, rounds: int) -> Samples:
    """Seconds of the calls made at once, and of other ways to make them."""
    members = {
        OURS: _gathered(uri),
        PERL_NAME: _perl(uri),
        SYNC: _synchronous(uri),
        POOL: Member("sysvirt", uri, SYNCHRONOUS + _many(_POOL), "pooled()"),
        TO_THREAD: Member(
            "sysvirt", uri, RUNNER + SYNCHRONOUS + _many(_TO_THREAD), "runner.run(to_thread())"
        ),
    }
    return in_turn(members, rounds)


def by_run(uri: str, rounds: int) -> Samples:
    """Seconds of the calls made by one `run()`."""
    members = {
        OURS: Member("sysvirt", uri, AWAITED + _many(_BY_RUN), "runner.run(by_run())"),
        PERL_NAME: _perl(uri),
        SYNC: _synchronous(uri),
    }
    return in_turn(members, rounds)


def far_away(daemon: Path, rounds: int) -> Samples:
    """Seconds of the calls made at once, where each takes 20 ms to the daemon and back."""
    with relay(daemon, FAR) as far:
        return in_turn({OURS: _gathered(far.uri), PERL_NAME: _perl(far.uri)}, rounds)


def hop(uri: str, way: str, rounds: int) -> Samples:
    """Seconds of the processor for one call that does nothing, ``one_by_one`` or ``gathered``."""
    ours = AWAITED + _many(_HOPS) + "hop = lambda: aconn.run(nothing)\n"
    theirs = RUNNER + _many(_HOPS) + "hop = lambda: asyncio.to_thread(nothing)\n"
    statement = f"runner.run({way}())"
    members = {
        OURS: Member("sysvirt", uri, ours, statement, "process_time"),
        TO_THREAD: Member("sysvirt", uri, theirs, statement, "process_time"),
    }
    samples = in_turn(members, rounds)
    return {name: [each / HOPS for each in seconds] for name, seconds in samples.items()}
