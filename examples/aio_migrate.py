"""Take several running guests to another host, some at once, with a bar for each.

    python examples/aio_migrate.py qemu:///system qemu+ssh://b.example.org/system web db mail
    python examples/aio_migrate.py --live --at-once 3 qemu:///system \\
        qemu+ssh://b.example.org/system web db mail

Ctrl-C gives up what is under way: those guests stay where they are. The exit status is 1 if a
guest could not be moved; why stands in a line for each.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys
from collections.abc import Callable

from support import command
from support.progress import Meter, add_progress, meters
from sysvirt.aio import Domain, Error, Virt

#: How often a bar is looked at, in seconds.
LOOK = 0.2
#: A daemon takes five calls of a connection. One place has to be left: for the looks, and for what
#: ends a migration.
MOST = 4


async def follow(dom: Domain, bar: Meter) -> None:
    """Show how much of a guest is on the other side by now, as long as it moves."""
    while True:
        await asyncio.sleep(LOOK)
        info = await dom.get_job_info()
        if info["dataTotal"]:
            bar.to(info["dataTotal"] - info["dataRemaining"], info["dataTotal"])


async def move(dom: Domain, target: Virt, flags: int, bar: Meter) -> None:
    """Move one guest."""
    following = asyncio.create_task(follow(dom, bar))
    # What a cancelled call has begun goes on: whoever is cancelled ends the job.
    moving = asyncio.create_task(dom.migrate(target, {}, flags))
    try:
        await asyncio.wait([moving])
    except asyncio.CancelledError:
        # Again and again: it may not have begun yet.
        while not moving.done():
            with contextlib.suppress(Error):
                await dom.abort_job()
            await asyncio.wait([moving], timeout=LOOK)
        raise
    finally:
        following.cancel()
        # A guest that is gone has no job to be looked at.
        await asyncio.gather(moving, following, return_exceptions=True)
    moving.result()


async def move_all(args: argparse.Namespace, add_meter: Callable[[str], Meter]) -> list[str]:
    """Move the guests; the complaints."""
    flags = Domain.MIGRATE_LIVE if args.live else 0
    turns = asyncio.Semaphore(args.at_once)
    complaints: list[str] = []
    # A place for each move, and one for the looks at all bars.
    width = args.at_once + 1

    async def move_one(name: str, source: Virt, target: Virt) -> None:
        async with turns:
            try:
                dom = await source.get_domain_by_name(name)
                await move(dom, target, flags, add_meter(name))
            except Error as err:
                complaints.append(f"{name}: {err.message()}")

    async with (
        Virt.new(uri=args.uri, width=width) as source,
        Virt.new(uri=args.desturi, width=width) as target,
        asyncio.TaskGroup() as group,
    ):
        for name in args.domains:
            group.create_task(move_one(name, source, target))
    return complaints


def main(args: argparse.Namespace) -> None:
    with meters(args.progress) as add_meter:
        complaints = asyncio.run(move_all(args, add_meter))
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    if complaints:
        sys.exit(1)


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command_line.add_argument("uri", metavar="URI", help="the hypervisor that the guests are on")
    command_line.add_argument("desturi", metavar="DEST-URI", help="the other hypervisor")
    command_line.add_argument("domains", metavar="DOMAIN", nargs="+", help="their names")
    command_line.add_argument(
        "--live", action="store_true", help="let the guests run on meanwhile (MIGRATE_LIVE)"
    )
    command_line.add_argument(
        "--at-once",
        metavar="N",
        type=int,
        choices=range(1, MOST + 1),
        default=2,
        help=f"how many are moved at once, up to {MOST} (default: 2)",
    )
    add_progress(command_line)
    command.run(main, command_line)
