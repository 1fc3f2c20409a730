"""The report of ``make bench``: sysvirt beside libvirt-python, Perl and C, in one run."""

from __future__ import annotations

import argparse
import os
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
    BYTES,
    DROPPED,
    MICROSECONDS,
    MILLISECONDS,
    NANOSECONDS,
    PERL,
    PYTHON,
    Row,
    Table,
    Unit,
    shown,
)


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


FULL = Scale(rounds=15, slice=0.02, guests=10_000, defined=200, running=20, mebibytes=1024)
QUICK = Scale(rounds=5, slice=0.005, guests=2_000, defined=40, running=4, mebibytes=128)


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


PARTS: dict[str, Callable[[Scale], Table]] = {
    "calls": call_overhead,
    "guests": many_guests,
    "socket": over_the_socket,
    "streams": transfers,
    "events": event_delivery,
    "start": start_up,
    "memory": weight,
    "closing": closings,
}
#: Parts that start a libvirtd.
ROOT = ("socket", "streams")


@frozen
class Bound:
    """What a figure has to reach: against libvirt-python, Perl and virsh."""

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
]


def summary(tables: dict[str, Table]) -> str:
    """Each bound and what came out."""
    lines = ["| work | against | at most | measured | |", "|---|---|---:|---:|---|"]
    for bound in BOUNDS:
        for other, most in bound.most.items():
            if bound.part not in tables:
                continue
            figure = bound.figure(tables[bound.part], other)
            # As it is shown: a hundredth is less than the noise.
            reached = "" if figure is None else ("yes" if round(figure, 2) <= most else "no")
            lines.append(f"| {bound.work} | {other} | {most:.2f} | {shown(figure)} | {reached} |")
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
