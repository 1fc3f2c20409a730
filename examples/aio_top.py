"""A live table of a host's guests: what each uses of CPU, memory, disks and networks.

    python examples/aio_top.py qemu:///system
    python examples/aio_top.py qemu:///system 5 --count 10 > usage.txt

One call fetches the statistics of all guests every INTERVAL seconds, and at once when a guest
comes or goes. On a terminal that rich can draw on the table is redrawn until Ctrl-C; elsewhere
each look is a list.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from support import command
from support.terminals import can_draw
from support.words import size, words
from sysvirt.aio import ConnectionLostError, Domain, Events, Virt

if TYPE_CHECKING:
    from rich.table import Table

STATS = (
    Domain.STATS_STATE
    | Domain.STATS_CPU_TOTAL
    | Domain.STATS_BALLOON
    | Domain.STATS_INTERFACE
    | Domain.STATS_BLOCK
)
#: A guest that is busy with something is not waited for: what it lacks is left out.
FLAGS = Domain.GET_ALL_STATS_ACTIVE | Domain.GET_ALL_STATS_NOWAIT
HEADS = ("Name", "State", "CPU", "Memory", "Read/s", "Written/s", "Received/s", "Sent/s")
#: By the UUID of a guest: when it was looked at, and what it had used by then.
Counts = dict[str, tuple[float, list[int]]]


@dataclass
class Row:
    """A guest: per cent of one CPU, KiB of memory, bytes a second."""

    name: str
    state: str
    cpu: float
    memory: int
    rates: tuple[float, float, float, float]

    def cells(self) -> list[str]:
        rates = [size(rate / 1024) for rate in self.rates]
        return [self.name, self.state, f"{self.cpu:.1f}%", size(self.memory), *rates]


def total(data: dict[str, Any], kind: str, quantity: str) -> int:
    """The sum over all devices of a kind."""
    return sum(
        data.get(f"{kind}.{number}.{quantity}", 0) for number in range(data.get(f"{kind}.count", 0))
    )


class Sampler:
    """Fetches the statistics of all guests, and knows what they were before."""

    def __init__(self, conn: Virt) -> None:
        self._conn = conn
        self._before: Counts = {}

    async def look(self) -> list[Row]:
        try:
            found = await self._conn.get_all_domain_stats(STATS, None, FLAGS)
        except ConnectionLostError:
            raise
        except self._conn.Error:
            # Drivers other than QEMU's know fewer kinds of statistics.
            found = await self._conn.get_all_domain_stats(0, None, Domain.GET_ALL_STATS_ACTIVE)
        now = time.monotonic()
        before, self._before = self._before, {}
        rows = [self._row(each["dom"], each["data"], now, before) for each in found]
        return sorted(rows, key=lambda row: (-row.cpu, row.name))

    def _row(self, dom: Domain, data: dict[str, Any], now: float, earlier: Counts) -> Row:
        counts = [
            data.get("cpu.time", 0),
            total(data, "block", "rd.bytes"),
            total(data, "block", "wr.bytes"),
            total(data, "net", "rx.bytes"),
            total(data, "net", "tx.bytes"),
        ]
        then, before = earlier.get(dom.get_uuid_string(), (now, counts))
        self._before[dom.get_uuid_string()] = (now, counts)
        passed = now - then
        cpu, *rates = [
            max(0, new - old) / passed if passed > 0 else 0.0
            for new, old in zip(counts, before, strict=True)
        ]
        read, written, received, sent = rates
        return Row(
            name=dom.get_name(),
            state=words(Domain, "STATE_", data.get("state.state", Domain.STATE_NOSTATE)),
            cpu=cpu / 1e7,
            memory=data.get("balloon.current", 0),
            rates=(read, written, received, sent),
        )


async def looks(conn: Virt, args: argparse.Namespace) -> AsyncIterator[list[Row]]:
    """The rows, anew after each interval and after each event."""
    sampler = Sampler(conn)
    events: Events[Domain] = conn.events(maxsize=1, overflow="drop")
    async with events:
        for number in itertools.count(1):
            yield await sampler.look()
            if number == args.count:
                return
            try:
                await events.get(timeout=args.interval)
            except TimeoutError:
                continue


def table(rows: list[Row], title: str) -> Table:
    from rich.table import Table
    from rich.text import Text

    made = Table(title=Text(title), title_justify="left")
    for head in HEADS:
        made.add_column(head, justify="left" if head in ("Name", "State") else "right")
    for row in rows:
        made.add_row(*map(Text, row.cells()))
    return made


async def show_table(conn: Virt, args: argparse.Namespace) -> None:
    from rich.live import Live

    with Live(auto_refresh=False) as live:
        async for rows in looks(conn, args):
            live.update(table(rows, conn.get_uri()), refresh=True)


async def print_lists(conn: Virt, args: argparse.Namespace) -> None:
    async for rows in looks(conn, args):
        lines = [list(HEADS), *(row.cells() for row in rows)]
        widths = [max(10, *map(len, column)) for column in zip(*lines, strict=True)]
        for cells in lines:
            padded = (f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True))
            print("  ".join(padded).rstrip())
        print(flush=True)


async def watch(args: argparse.Namespace) -> None:
    async with Virt.new(uri=args.uri, readonly=True) as conn:
        try:
            await (show_table(conn, args) if can_draw() else print_lists(conn, args))
        except ConnectionLostError as err:
            raise ConnectionError(f"the host is gone: {err.message()}") from err


def main(args: argparse.Namespace) -> None:
    asyncio.run(watch(args))


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command.add_uri(command_line)
    command.add_interval(command_line)
    command_line.add_argument(
        "--count", metavar="N", type=command.natural, default=0, help="end after so many looks"
    )
    command.run(main, command_line)
