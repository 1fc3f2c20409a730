"""Show what the running guests use of the host: a port of hv-stat.pl.

    python examples/hv_stat.py qemu:///system
    python examples/hv_stat.py qemu:///system 5 10 > usage.txt

On a terminal it is a table that is kept up to date, until Ctrl-C if no number of iterations is
given. Elsewhere it is the original's list.
"""

from __future__ import annotations

import argparse
import itertools
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from support import command
from support.terminals import can_draw
from support.words import size, words
from sysvirt import Domain, Error, Virt

if TYPE_CHECKING:
    from rich.table import Table

#: How a state shows in the table; other states show plainly.
COLOURS = {
    Domain.STATE_RUNNING: "green",
    Domain.STATE_PAUSED: "yellow",
    Domain.STATE_CRASHED: "red",
}


@dataclass
class Row:
    """A running guest: `util` is per cent of one CPU, `memory` KiB."""

    id: int
    name: str
    state: int
    util: float
    memory: int
    cpus: int


class Sampler:
    """Looks at all running guests, and knows what they had used when it looked before."""

    def __init__(self, hv: Virt) -> None:
        self._hv = hv
        self._cpu_time: dict[str, int] = {}
        self._sample: float | None = None

    def look(self) -> list[Row]:
        now = time.time()
        # A clock that was set back tells nothing, as in the original.
        passed = 0.0 if self._sample is None else (now - self._sample) * 1e9
        self._sample = now
        domains = sorted(self._hv.list_domains(), key=lambda domain: domain.get_id())
        return [row for domain in domains for row in self._row(domain, passed)]

    def _row(self, domain: Domain, passed: float) -> Iterator[Row]:
        """The guest's row; none if it has ended since it was listed."""
        try:
            info = domain.get_info()
        except Error as err:
            if err.code() != Error.ERR_NO_DOMAIN:
                raise
            return
        uuid = domain.get_uuid_string()
        used = info["cpuTime"] - self._cpu_time.get(uuid, info["cpuTime"])
        self._cpu_time[uuid] = info["cpuTime"]
        yield Row(
            id=domain.get_id(),
            name=domain.get_name(),
            state=info["state"],
            util=used * 100 / passed if passed > 0 else 0.0,
            memory=info["memory"],
            cpus=info["nrVirtCpu"],
        )


def state(row: Row) -> str:
    return words(Domain, "STATE_", row.state)


def print_lists(sampler: Sampler, interval: float, iterations: Iterable[int]) -> None:
    """The original's output."""
    for i in iterations:
        if i:
            time.sleep(interval)
        rows = sampler.look()
        if i % 10 == 0:
            print(f" {'ID':<4} {'Name':<15} {'State':<8} {'CPU':<6} {'Memory':<4}")
        for row in rows:
            util = f"{int(row.util)}%"
            print(
                f" {row.id:<4} {row.name:<15} {state(row):<8} {util:<6} {row.memory // 1024:<4}MB "
            )
        print(flush=True)


def table(rows: list[Row], title: str) -> Table:
    """One look as a table, with a bar for the share of a guest's CPUs that is in use."""
    from rich.progress_bar import ProgressBar
    from rich.table import Table
    from rich.text import Text

    made = Table(title=Text(title), title_justify="left")
    for head in ("ID", "Name", "State", "CPU", "", "Memory"):
        made.add_column(head, justify="right" if head in ("ID", "CPU", "Memory") else "left")
    for row in rows:
        made.add_row(
            str(row.id),
            Text(row.name),
            Text(state(row), style=COLOURS.get(row.state, "")),
            f"{row.util:.1f}%",
            ProgressBar(total=row.cpus * 100, completed=row.util, width=20),
            size(row.memory),
        )
    return made


def show_table(sampler: Sampler, title: str, interval: float, iterations: Iterable[int]) -> None:
    """The table, in place; Ctrl-C is how it is left."""
    from rich.live import Live

    try:
        with Live(auto_refresh=False) as live:
            for i in iterations:
                if i:
                    time.sleep(interval)
                live.update(table(sampler.look(), title), refresh=True)
    except KeyboardInterrupt:
        return


def main(args: argparse.Namespace) -> None:
    with Virt.new(address=args.uri, readonly=True) as hv:
        sampler = Sampler(hv)
        if can_draw():
            counted = itertools.count() if args.iterations is None else range(args.iterations)
            show_table(sampler, f"{hv.get_hostname()} ({hv.get_uri()})", args.interval, counted)
        else:
            counted = range(1 if args.iterations is None else args.iterations)
            print_lists(sampler, args.interval, counted)


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command.add_uri(command_line)
    command.add_interval(command_line)
    command_line.add_argument(
        "iterations",
        metavar="ITERATIONS",
        nargs="?",
        type=command.natural,
        help="how many looks (default: 1, on a terminal until Ctrl-C)",
    )
    command.run(main, command_line)
