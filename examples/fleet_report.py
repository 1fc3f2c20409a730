"""Write a page about a fleet: what its hosts have, what their guests use, and which are down.

    python examples/fleet_report.py a=qemu+ssh://a.example.org/system qemu:///system
    python examples/fleet_report.py --hosts hosts.txt --interval 10 --output fleet.html

The page is one file in HTML with plots, for any browser. What guests use is measured between two
looks, an interval apart. Hosts that are down are in the page with the reason.
"""

from __future__ import annotations

import argparse
import asyncio

from support import chart, command, hosts
from support.files import whole_file
from support.looks import Lookout
from support.report import page


async def look_twice(args: argparse.Namespace) -> str:
    """The page."""
    async with hosts.fleet(args) as fleet, Lookout(fleet, args.limit) as lookout:
        before = await lookout.look()
        await asyncio.sleep(args.interval)
        return page(before, await lookout.look(), fleet.states())


def main(args: argparse.Namespace) -> None:
    # That the file can be written and that there is matplotlib had better be known first.
    with chart.Canvas(), whole_file(args.output) as file:
        file.write(asyncio.run(look_twice(args)).encode())
    print(f"Saved {args.output}")


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    hosts.add_hosts(command_line)
    command_line.add_argument(
        "--output", metavar="FILE", default="fleet.html", help="the page (default: fleet.html)"
    )
    command_line.add_argument(
        "--interval",
        metavar="SECONDS",
        type=command.some_seconds,
        default=2,
        help="the time between the two looks (default: 2)",
    )
    hosts.add_limit(command_line, default=10)
    command.run(main, command_line)
