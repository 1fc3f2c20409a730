"""The report of ``make bench``: sysvirt beside libvirt-python, Perl and C, in one run."""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import libvirt
import pyperf
from attrs import frozen

from benchmarks import calls, closing, contender, events, guests, process
from benchmarks.contender import NAMES, Scene, Work, Worker, started
from benchmarks.table import (
    ALONE,
    BOTH,
    BYTES,
    DROPPED,
    LIBVIRTAIO,
    MICROSECONDS,
    MILLISECONDS,
    NANOSECONDS,
    OURS,
    PERL,
    POOL,
    PYTHON,
    SYNC,
    TO_THREAD,
    Row,
    Table,
    Unit,
    shown,
)
from tests.hosts.daemon import Daemon

#: The rows of calls that are awaited.
GATHERED, BY_RUN, FAR = "gathered", "by `run()`", "20 ms away, gathered"
#: What waits are held against.
SECONDS = "the clock, s"
#: What memory is held against.
KIB = "KiB"


@frozen
class Scale:
    """How much is measured."""

    rounds: int
    #: What a contender measures at once, in seconds.
    slice: float
    guests: int
    defined: int
    running: int
    mebibytes: int
    #: How often a daemon stops, to see what keepalive does.
    stops: int


FULL = Scale(
    rounds=15, slice=0.02, guests=10_000, defined=200, running=20, mebibytes=1024, stops=40
)
QUICK = Scale(rounds=5, slice=0.005, guests=2_000, defined=40, running=4, mebibytes=128, stops=2)


def turns(
    workers: dict[str, Worker], works: Sequence[Work], rounds: int, slice_: float | None
) -> list[Row]:
    """All statements round by round; who goes first changes, so that nobody always has the warm
    slot."""
    rows = [Row(work.name, {name: [] for name in workers}) for work in works]
    first = workers[PYTHON]
    loops = [max(1, int(slice_ / first.time(at, 20))) if slice_ else 1 for at in range(len(works))]
    names = list(workers)
    for turn in range(rounds):
        shift = turn % len(names)
        for at, row in enumerate(rows):
            for name in names[shift:] + names[:shift]:
                row.samples[name].append(workers[name].time(at, loops[at]))
    return rows


def in_one_scene(
    scene: Scene, works: Sequence[Work], rounds: int, slice_: float | None
) -> list[Row]:
    """The rows of works; those that C can't do as well run without it."""
    rows: list[Row] = []
    for names in (NAMES, NAMES[:-1]):
        chosen = [work for work in works if (NAMES[-1] in work.statements) == (names is NAMES)]
        if chosen:
            with started(scene, chosen, names) as workers:
                rows += turns(workers, chosen, rounds, slice_)
    return rows


def call_overhead(scale: Scale) -> Table:
    rows = in_one_scene(calls.SCENE, calls.CALLS, scale.rounds, scale.slice)
    return Table("call", NANOSECONDS, rows)


def many_guests(scale: Scale) -> Table:
    with tempfile.TemporaryDirectory() as directory:
        scene = guests.scene(Path(directory), scale.guests)
        rows = in_one_scene(scene, guests.WORKS, scale.rounds, None)
    return Table(f"{scale.guests:,} domains", MILLISECONDS, rows)


def over_the_socket(scale: Scale) -> Table:
    from benchmarks import daemon

    with daemon.scene(scale.defined, scale.running) as scene:
        rows = in_one_scene(scene, daemon.WORKS, scale.rounds, scale.slice * 2)
    return Table(f"libvirtd, {scale.defined} guests", MICROSECONDS, rows)


def transfers(scale: Scale) -> Table:
    from benchmarks import streams

    measured = streams.measure(scale.mebibytes, max(4, scale.rounds // 3))
    rows = [Row(name, samples) for name, samples in measured.items()]
    return Table(f"streams, {scale.mebibytes} MiB", MILLISECONDS, rows)


def event_delivery(scale: Scale) -> Table:
    rounds = 100_000 // events.AT_ONCE if scale is FULL else 20
    return Table("event", NANOSECONDS, [Row("lifecycle, delivered", events.measure(rounds))])


def start_up(scale: Scale) -> Table:
    rows = [
        Row("import", process.imported(scale.rounds)),
        Row("import, connect, list", process.first_answer(scale.rounds)),
    ]
    return Table("fresh process", MILLISECONDS, rows)


def weight(scale: Scale) -> Table:
    rounds = max(3, scale.rounds // 4)
    return Table("memory", BYTES, [Row("a Domain object", process.memory(rounds))])


def closings(scale: Scale) -> Table:
    rows = [
        Row(f"one of {closing.OBJECTS:,} objects", closing.each_object(scale.rounds)),
        Row(f"beside {closing.CONTAINERS:,} containers", closing.large_heap(scale.rounds)),
    ]
    return Table("close()", Unit("µs", 1e6, 1), rows)


def awaited_calls(scale: Scale) -> Table:
    from benchmarks.awaited import calls as awaited

    few = max(3, scale.rounds // 3)
    with Daemon() as daemon:
        rows = [
            Row(GATHERED, awaited.gathered(daemon.uri(), scale.rounds)),
            Row(BY_RUN, awaited.by_run(daemon.uri(), scale.rounds)),
            Row(FAR, awaited.far_away(daemon.socket, few)),
        ]
    return Table(f"asyncio, {awaited.CALLS} calls", MILLISECONDS, rows)


def hops(scale: Scale) -> Table:
    from benchmarks.awaited import calls as awaited

    with Daemon() as daemon:
        rows = [
            Row("one by one", awaited.hop(daemon.uri(), "one_by_one", scale.rounds)),
            Row("gathered", awaited.hop(daemon.uri(), "gathered", scale.rounds)),
        ]
    return Table("asyncio, processor for a call that does nothing", MICROSECONDS, rows)


def awaited_events(scale: Scale) -> Table:
    from benchmarks.awaited import events as awaited

    rounds = 100_000 // awaited.AT_ONCE if scale is FULL else 4
    with Daemon() as daemon:
        rows = [Row("lifecycle, read", awaited.rate(daemon.socket, rounds))]
    return Table("asyncio, event", MICROSECONDS, rows)


def waits(scale: Scale) -> Table:
    """What is not held against anything but the clock."""
    from benchmarks.awaited import events, hung

    number = 5000 if scale is FULL else 1000
    with Daemon() as daemon:
        measured = hung.waits(daemon, max(3, scale.rounds // 2), scale.stops)
        late = events.latency(daemon.uri(), number)
    rows = [Row(name, {OURS: [max(samples)]}) for name, samples in measured.items()]
    p99 = statistics.quantiles(late, n=100)[98]
    rows.append(Row(f"{events.RATE:,} events a second, 99 of 100", {OURS: [p99]}))
    return Table("asyncio, the longest", MILLISECONDS, rows)


def awaited_download(scale: Scale) -> Table:
    from benchmarks.awaited import download

    size = scale.mebibytes // 2
    with Daemon() as daemon:
        rows = [Row("download", download.measure(daemon, size, scale.rounds))]
    return Table(f"asyncio, {size} MiB", MILLISECONDS, rows)


def awaited_start(scale: Scale) -> Table:
    rows = [Row("import", process.imported_awaited(scale.rounds))]
    return Table("asyncio, fresh process", MILLISECONDS, rows)


def fleet_sweeps(scale: Scale) -> Table:
    from benchmarks.awaited import fleet

    with Daemon() as daemon:
        measured = fleet.sweeps(daemon.socket, max(3, scale.rounds // 3))
    rows = [Row(name, samples) for name, samples in measured.items()]
    return Table(f"fleet, {fleet.HOSTS} hosts 20 ms away", MILLISECONDS, rows)


def fleet_weight(_scale: Scale) -> Table:
    from benchmarks.awaited import fleet

    with Daemon() as daemon:
        measured = fleet.weights(daemon.socket)
    rows = [Row(name, samples) for name, samples in measured.items()]
    return Table("fleet", Unit("each host", 1, 1), rows)


PARTS: dict[str, Callable[[Scale], Table]] = {
    "calls": call_overhead,
    "guests": many_guests,
    "socket": over_the_socket,
    "streams": transfers,
    "events": event_delivery,
    "start": start_up,
    "memory": weight,
    "closing": closings,
    "aio-calls": awaited_calls,
    "aio-hops": hops,
    "aio-waits": waits,
    "aio-events": awaited_events,
    "aio-download": awaited_download,
    "aio-start": awaited_start,
    "fleet": fleet_sweeps,
    "fleet-weight": fleet_weight,
}
#: Parts that start a libvirtd.
ROOT = ("socket", "streams")


@frozen
class Bound:
    """What a figure has to reach: against libvirt-python, Perl and others, or the clock."""

    work: str
    part: str
    figure: Callable[[Table, str], float | None]
    most: dict[str, float]


def _row(number: int) -> Callable[[Table, str], float | None]:
    return lambda table, other: table.rows[number].ratio(other)


def _named(name: str) -> Callable[[Table, str], float | None]:
    return lambda table, other: next(row for row in table.rows if row.name == name).ratio(other)


def _most_but(left_out: str) -> Callable[[Table, str], float | None]:
    return lambda table, other: max(
        (row.ratio(other) or 0 for row in table.rows if row.name != left_out), default=None
    )


def _seconds(number: int) -> Callable[[Table, str], float | None]:
    return lambda table, _: table.rows[number].worst


BOUNDS = [
    Bound("call overhead, geometric mean", "calls", Table.mean, {PYTHON: 1.10, PERL: 1.00}),
    Bound(
        "any single call but get_node_info",
        "calls",
        _most_but("conn: get_node_info"),
        {PYTHON: 1.6},
    ),
    Bound(
        "list, info and state of many",
        "guests",
        _named("list, info and state of each"),
        {PYTHON: 1.10, PERL: 0.90},
    ),
    Bound("bulk statistics", "guests", _named("statistics in bulk"), {PYTHON: 1.05, PERL: 0.90}),
    Bound("over the socket, geometric mean", "socket", Table.mean, {PYTHON: 1.02, PERL: 1.00}),
    Bound("streams", "streams", Table.mean, {PYTHON: 1.02, PERL: 1.00, "virsh": 1.05}),
    Bound("time per event", "events", _row(0), {PYTHON: 3.0}),
    Bound("import and first answer", "start", _row(1), {PYTHON: 1.25, PERL: 1.5}),
    Bound("memory per Domain", "memory", _row(0), {PYTHON: 1.5}),
    Bound("close an object", "closing", _row(0), {DROPPED: 2.0}),
    Bound("close beside a large heap", "closing", _row(1), {ALONE: 1.25}),
    Bound("200 calls gathered", "aio-calls", _named(GATHERED), {PERL: 1.0}),
    Bound("200 calls by `run()`", "aio-calls", _named(BY_RUN), {SYNC: 1.15}),
    Bound("200 calls, 20 ms away", "aio-calls", _named(FAR), {PERL: 0.30}),
    Bound("hop, one by one", "aio-hops", _row(0), {TO_THREAD: 0.65}),
    Bound("hop, gathered", "aio-hops", _row(1), {TO_THREAD: 0.40}),
    Bound("behind a hung call", "aio-waits", _seconds(0), {SECONDS: 0.2}),
    Bound("destroy beside four hung calls", "aio-waits", _seconds(1), {SECONDS: 0.1}),
    Bound("close(timeout=1) beside four", "aio-waits", _seconds(2), {SECONDS: 1.3}),
    Bound("end of the process beside four", "aio-waits", _seconds(3), {SECONDS: 0.5}),
    Bound("keepalive, a daemon that stops", "aio-waits", _seconds(4), {SECONDS: 3.5}),
    Bound("an event's way, 99 of 100", "aio-waits", _seconds(5), {SECONDS: 0.05}),
    # 0.9 of the rate, 0.7 of the speed.
    Bound("events awaited", "aio-events", _row(0), {LIBVIRTAIO: 1.11}),
    Bound("download awaited", "aio-download", _row(0), {SYNC: 1.43}),
    Bound("import awaited", "aio-start", _row(0), {BOTH: 1.25}),
    # A fortieth of the hosts one after the other.
    Bound("sweep by `sysvirt.fleet`", "fleet", _row(0), {SYNC: 0.025, POOL: 0.60}),
    Bound("sweep by `sysvirt.aio`", "fleet", _row(1), {SYNC: 0.025, POOL: 0.60}),
    Bound("a host of a fleet at rest", "fleet-weight", _seconds(0), {KIB: 80}),
]


def summary(tables: dict[str, Table]) -> str:
    """Each bound and what came out."""
    lines = ["| work | against | at most | measured | |", "|---|---|---:|---:|---|"]
    for bound in BOUNDS:
        for other, most in bound.most.items():
            if bound.part not in tables:
                continue
            figure = bound.figure(tables[bound.part], other)
            # As it is shown: what is less is less than the noise.
            fits = figure is not None and float(shown(figure)) <= most
            reached = "" if figure is None else ("yes" if fits else "no")
            given = f"{most:.3f}" if most < 0.1 else f"{most:.2f}"
            lines.append(f"| {bound.work} | {other} | {given} | {shown(figure)} | {reached} |")
    return "\n".join(lines)


def machine() -> str:
    """What it ran on, as pyperf tells."""
    metadata = pyperf.Run([1.0], metadata={"name": "machine"}).get_metadata()
    version = libvirt.getVersion()
    release = f"{version // 1000000}.{version // 1000 % 1000}.{version % 1000}"
    return (
        f"{metadata.get('cpu_model_name', '?')}, {metadata['cpu_count']} CPUs, "
        f"{metadata['platform']}; "
        f"Python {metadata['python_version']} of {sys.base_prefix}; libvirt {release}."
    )


def measured(scale: Scale, wanted: Sequence[str]) -> Iterator[tuple[str, Table]]:
    """Each part's table as soon as it is there."""
    for part in wanted:
        if part in ROOT and os.geteuid() != 0:
            print(f"{part}: not measured, it takes root", file=sys.stderr)
            continue
        start = time.monotonic()
        table = PARTS[part](scale)
        print(f"{part}: {time.monotonic() - start:.0f} s", file=sys.stderr)
        yield part, table


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, rougher figures")
    parser.add_argument("--part", action="append", choices=list(PARTS), help="only this one")
    args = parser.parse_args()
    tables: dict[str, Table] = {}
    print(f"{machine()}\n")
    for name in NAMES:
        if why := contender.missing(name):
            print(f"Without {name}: {why}.\n")
    print("Medians, and ratios of sysvirt's time to the others' (lower is better).\n")
    for part, table in measured(QUICK if args.quick else FULL, args.part or list(PARTS)):
        tables[part] = table
        print(table.markdown(), "\n", sep="\n", flush=True)
    print(summary(tables))


if __name__ == "__main__":
    main()
