"""Take all guests that run on a host to the others, some at once, each to where most room is.

    python evacuate_host.py a=qemu+ssh://a.example.org/system \\
        b=qemu+ssh://b.example.org/system c=qemu+ssh://c.example.org/system

A host is NAME=URI; the first is the one to be emptied. A guest that one host doesn't take is
offered to the next. What can't be moved stays where it is, runs on, and is listed at the end: the
status is 1 then. Ctrl-C gives up what is under way.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys
from collections.abc import Generator

from sysvirt.aio import Domain, Error, Fleet, Virt

#: A connection makes four calls at one time; one place is left for the looks.
MOST = 3


class Room:
    """What memory the other hosts have left, in bytes; what is on its way counts already."""

    def __init__(self, free: dict[str, int]) -> None:
        self._free = free

    def best(self, need: int, tried: set[str]) -> str | None:
        """The host with the most of it, of those that weren't tried; ``None``: there is none."""
        fitting = [host for host in self._free.keys() - tried if self._free[host] >= need]
        return max(fitting, key=self._free.__getitem__, default=None)

    @contextlib.contextmanager
    def taken(self, host: str, need: int) -> Generator[None]:
        """Count it as used; where the guest doesn't come, give it back."""
        self._free[host] -= need
        try:
            yield
        except BaseException:
            self._free[host] += need
            raise


async def migrate(dom: Domain, target: Virt, copy_storage: bool) -> None:
    """Move one guest; whatever happens, nothing of it goes on afterwards."""
    flags = Domain.MIGRATE_LIVE
    if await dom.is_persistent():
        flags |= Domain.MIGRATE_PERSIST_DEST | Domain.MIGRATE_UNDEFINE_SOURCE
    if copy_storage:
        flags |= Domain.MIGRATE_NON_SHARED_DISK
    moving = asyncio.create_task(dom.migrate(target, {}, flags))
    try:
        await asyncio.wait([moving])
    finally:
        # A call that is cancelled goes on all the same, until its job is ended.
        while not moving.done():
            with contextlib.suppress(Error):
                await dom.abort_job()
            await asyncio.wait([moving], timeout=0.2)
        # Whoever is cancelled doesn't look at it any more, and asyncio would complain.
        moving.exception()
    moving.result()


class Evacuation:
    """The guests of one host on their way."""

    def __init__(self, fleet: Fleet, room: Room, args: argparse.Namespace) -> None:
        self.failures: dict[str, str] = {}
        self._fleet = fleet
        self._room = room
        self._copy_storage = args.copy_storage
        self._turns = asyncio.Semaphore(args.at_once)

    async def move(self, dom: Domain) -> None:
        """Move a guest, or note why it stays."""
        async with self._turns:
            try:
                reasons = await self._offer(dom, (await dom.get_info())["memory"] * 1024)
            except Error as err:
                reasons = [err.message()]
        if reasons:
            self.failures[dom.get_name()] = "; ".join(reasons)

    async def _offer(self, dom: Domain, need: int) -> list[str]:
        """Offer it to one host after the other; why each refused it, if all did."""
        refusals: dict[str, str] = {}
        while host := self._room.best(need, set(refusals)):
            try:
                with self._room.taken(host, need):
                    await migrate(dom, await self._fleet.host(host), self._copy_storage)
            except (Error, OSError) as err:
                refusals[host] = f"{host}: {why(err)}"
            else:
                print(f"{dom.get_name()}: on {host}", flush=True)
                return []
        return list(refusals.values()) or ["no host has so much memory free"]


def why(err: Exception | None) -> str:
    return err.message() if isinstance(err, Error) else str(err)


async def evacuate(args: argparse.Namespace) -> int:
    (leaving, _), *others = args.hosts
    async with Fleet(dict(args.hosts)) as fleet:
        source = await fleet.host(leaving)
        asked = await fleet.map(Virt.get_node_free_memory, hosts=dict(others))
        for host, result in asked.items():
            if not result.ok:
                print(f"{host} takes nothing: {why(result.error)}", file=sys.stderr)
        room = Room({host: result.unwrap() for host, result in asked.items() if result.ok})
        evacuation = Evacuation(fleet, room, args)
        async with asyncio.TaskGroup() as group:
            for dom in await source.list_all_domains(Domain.LIST_RUNNING):
                group.create_task(evacuation.move(dom))
    for name, reason in sorted(evacuation.failures.items()):
        print(f"{name} stays: {reason}", file=sys.stderr)
    return 1 if evacuation.failures else 0


def host(text: str) -> tuple[str, str]:
    name, separator, uri = text.partition("=")
    if not separator or "://" in name:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=URI")
    return name, uri


def main() -> int:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("hosts", metavar="HOST", nargs="+", type=host)
    parser.add_argument("--copy-storage", action="store_true", help="copy disks that aren't shared")
    parser.add_argument("--at-once", type=int, choices=range(1, MOST + 1), default=2)
    args = parser.parse_args()
    if len(dict(args.hosts)) < max(2, len(args.hosts)):
        parser.error("it takes at least two hosts, each with a name of its own")
    try:
        return asyncio.run(evacuate(args))
    except (Error, OSError) as err:
        sys.exit(f"evacuate_host.py: {why(err)}")
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
