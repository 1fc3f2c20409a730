"""All hosts of a fleet and their guests, live: what they use, and which hosts are down and why.

    python examples/fleet_top.py a=qemu+ssh://a.example.org/system qemu:///system
    python examples/fleet_top.py --hosts hosts.txt --interval 5
    python examples/fleet_top.py --hosts hosts.txt --once

On a terminal that rich can draw on the picture is redrawn until Ctrl-C; elsewhere each look is
printed below the last one. Hosts that are down are grey, with the reason and the next try.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import shutil
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from support import command, hosts
from support.looks import Look, Lookout
from support.picture import Line, Picture, draw
from support.terminals import can_draw
from sysvirt.aio import Fleet

if TYPE_CHECKING:
    from rich.console import RenderableType

#: How long the two looks of --once are apart at most, in seconds.
ONCE = 1.0


async def pictures(fleet: Fleet, args: argparse.Namespace) -> AsyncIterator[Picture]:
    """A picture after each interval; rates need two looks, so --once shows the second one."""
    pause = min(ONCE, args.interval) if args.once else args.interval
    numbers = range(2) if args.once else range(args.count) if args.count else itertools.count()
    async with Lookout(fleet, args.limit) as lookout:
        before: dict[str, Look] = {}
        for number in numbers:
            if number:
                await asyncio.sleep(pause)
            looks = await lookout.look()
            if number or not args.once:
                yield Picture(before, looks, fleet.states())
            before = looks


def text(lines: list[Line]) -> RenderableType:
    from rich.text import Text

    drawn = Text(no_wrap=True, overflow="crop", end="")
    for line in lines:
        drawn.append(line.text + "\n", line.style)
    drawn.rstrip()
    return drawn


async def show(fleet: Fleet, args: argparse.Namespace) -> None:
    from rich.live import Live

    with Live(auto_refresh=False, vertical_overflow="crop") as live:
        async for picture in pictures(fleet, args):
            across, down = live.console.size
            # The cursor stands below it.
            live.update(text(draw(picture, across, down - 1)), refresh=True)


async def print_all(fleet: Fleet, args: argparse.Namespace) -> None:
    across = shutil.get_terminal_size().columns
    async for picture in pictures(fleet, args):
        lines = draw(picture, across)
        if can_draw():
            from rich import print as show_text

            show_text(text(lines))
        else:
            print("\n".join(line.text for line in lines))
        print(flush=True)


async def watch(args: argparse.Namespace) -> None:
    async with hosts.fleet(args) as fleet:
        await (print_all if args.once or not can_draw() else show)(fleet, args)


def main(args: argparse.Namespace) -> None:
    asyncio.run(watch(args))


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    hosts.add_hosts(command_line)
    command_line.add_argument(
        "--interval",
        metavar="SECONDS",
        type=command.seconds,
        default=2,
        help="the time between two looks (default: 2)",
    )
    hosts.add_limit(command_line, default=2)
    command_line.add_argument(
        "--count", metavar="N", type=command.natural, default=0, help="end after so many looks"
    )
    command_line.add_argument(
        "--once", action="store_true", help="show one picture of all, and end"
    )
    command.run(main, command_line)
