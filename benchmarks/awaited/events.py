"""Events: how fast they are read when many have come at once, and how late when they come singly.

Each contender listens through a relay of its own, which holds back what comes until its turn.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from benchmarks.awaited.crew import AWAITED, RUNNER, Member, Samples, crew
from benchmarks.awaited.relay import Relay, relay
from benchmarks.contender import HERE, environment
from benchmarks.table import LIBVIRTAIO, OURS
from sysvirt import Virt, aio
from tests.hosts.daemon import uri_at

#: So many wait at once; each suspend and each resume is one.
AT_ONCE = 5000
#: So many a second, when they come singly.
RATE = 1000
#: How long the last one may take through the daemon and into the relays, in seconds.
_SETTLE = 0.3

_OURS = """
async def listen():
    global events
    events = aconn.events()
    await events.__aenter__()
runner.run(listen())
async def deliver():
    os.unlink(GATE)
    got = 0
    async for _ in events:
        got += 1
        if got == MANY: break
    assert not events.lost
"""
_LIBVIRTAIO = """
import libvirtaio
async def listen():
    global aconn
    libvirtaio.virEventRegisterAsyncIOImpl()
    aconn = libvirt.open(uri)
    aconn.domainEventRegisterAny(None, 0, came, None)
def came(*arguments):
    global got
    got += 1
    if got == MANY: done.set_result(None)
async def deliver():
    global got, done
    got, done = 0, asyncio.get_running_loop().create_future()
    os.unlink(GATE)
    await done
runner.run(listen())
"""


def _member(contender: str, far: Relay) -> Member:
    ours = contender == OURS
    setup = (AWAITED + _OURS) if ours else (RUNNER + _LIBVIRTAIO)
    setup = "import os\n" + setup.replace("MANY", str(AT_ONCE)).replace("GATE", repr(str(far.gate)))
    return Member("sysvirt" if ours else "libvirt-python", far.uri, setup, "runner.run(deliver())")


def make(uri: str, number: int, pause: float = 0.0) -> list[float]:
    """Make events, and tell when each was made."""
    with Virt(uri=uri) as conn:
        dom = conn.get_domain_by_name("test")
        begin, made = time.monotonic(), []
        for at in range(number):
            time.sleep(max(0.0, begin + at * pause - time.monotonic()))
            made.append(time.monotonic())
            (dom.resume if at % 2 else dom.suspend)()
    return made


def rate(daemon: Path, rounds: int) -> Samples:
    """Seconds for one of many that wait; every one has to come."""
    names = (OURS, LIBVIRTAIO)
    samples: Samples = {name: [] for name in names}
    with ExitStack() as stack:
        relays = {name: stack.enter_context(relay(daemon)) for name in names}
        members = {name: _member(name, far) for name, far in relays.items()}
        workers = stack.enter_context(crew(members))
        for turn in range(rounds + 1):
            for far in relays.values():
                far.gate.touch()
            make(uri_at(daemon), AT_ONCE)
            time.sleep(_SETTLE)
            for name in names[:: 1 if turn % 2 else -1]:
                seconds = workers[name].time(0, 1) / AT_ONCE
                if turn:  # the first only warms the caches
                    samples[name].append(seconds)
    return samples


def latency(uri: str, number: int) -> list[float]:
    """How late events are that another process makes, some a second."""
    return asyncio.run(_latency(uri, number))


async def _latency(uri: str, number: int) -> list[float]:
    command = [sys.executable, "-m", __spec__.name, uri, str(number), str(1 / RATE)]
    came = []
    async with aio.Sys.Virt.new(uri=uri) as conn, conn.events() as events:
        maker = await asyncio.create_subprocess_exec(
            *command, cwd=HERE.parent, env=environment(), stdout=asyncio.subprocess.PIPE
        )
        async for _ in events:
            came.append(time.monotonic())
            if len(came) == number:
                break
        output, _ = await maker.communicate()
    return [there - made for there, made in zip(came, json.loads(output), strict=True)]


def main() -> None:
    """Make events: the URI, how many, and the seconds between two."""
    print(json.dumps(make(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))))


if __name__ == "__main__":
    main()
