"""Processes that take turns at one statement, like the contenders, under names of their own."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Literal

from attrs import frozen

from benchmarks.contender import HERE, Worker, missing

Samples = dict[str, list[float]]

#: The loop of asyncio of those that have one; it stays the same from turn to turn.
RUNNER = "import asyncio\nrunner = asyncio.Runner()\n"
#: A domain, awaited, synchronous, and in Perl.
AWAITED = (
    RUNNER
    + """
from sysvirt import aio
async def begin(uri):
    global aconn, adom
    aconn = await aio.Sys.Virt.new(uri=uri)
    adom = await aconn.get_domain_by_name("test")
runner.run(begin(uri))
"""
)
SYNCHRONOUS = "dom = conn.get_domain_by_name('test')\n"
PERL = "$dom = $conn->get_domain_by_name('test')"


@frozen
class Member:
    """What one of them runs: its language or library, what it makes first, and the statement."""

    contender: Literal["sysvirt", "libvirt-python", "Perl"]
    uri: str
    setup: str
    statement: str
    #: The function of `time` that tells what a turn took.
    clock: str = "perf_counter"

    def start(self) -> Worker:
        setup = self.setup
        if self.contender != "Perl":
            setup = f"uri = {self.uri!r}\n{setup}"
        scene = {"uri": self.uri, "setup": setup, "statements": [self.statement, "0"]}
        first = json.dumps({**scene, "clock": self.clock})
        if self.contender == "Perl":
            return Worker(["perl", str(HERE / "worker.pl")], first)
        return Worker([sys.executable, "-m", "benchmarks.worker", self.contender], first)


@contextmanager
def crew(members: Mapping[str, Member]) -> Iterator[dict[str, Worker]]:
    """A process for each of them, which has made what it needs."""
    workers: dict[str, Worker] = {}
    try:
        for name, member in members.items():
            if not missing(member.contender):
                workers[name] = member.start()
        for worker in workers.values():
            # The statement that does nothing: its answer comes when the setup is done.
            worker.time(1, 1)
        yield workers
    finally:
        for worker in workers.values():
            worker.stop()


def in_turn(members: Mapping[str, Member], rounds: int, loops: int = 1) -> Samples:
    """Seconds of each, round by round; who goes first changes, and the first only warms up."""
    with crew(members) as workers:
        names = list(workers)
        samples: Samples = {name: [] for name in names}
        for turn in range(rounds + 1):
            shift = turn % len(names)
            for name in names[shift:] + names[:shift]:
                seconds = workers[name].time(0, loops)
                if turn:
                    samples[name].append(seconds)
    return samples
