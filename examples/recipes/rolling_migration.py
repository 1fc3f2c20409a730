"""Move the guests of one host to another, one after the other, and stop at the first failure.

    python rolling_migration.py qemu+ssh://a.example.org/system qemu+ssh://b.example.org/system
    python rolling_migration.py --limit 300 SOURCE TARGET web db

Without names it moves all guests that run. A guest counts as moved when it runs on the other side.
After a failure, a time-out or Ctrl-C the guest under way stays where it is, and so do all that
would have come after it: the status is 1, and a line says which they are.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys
import time

from sysvirt.aio import Domain, Error, Fleet, Virt

#: How often a migration that is given up is told so, in seconds.
AGAIN = 0.2


class Stop(Exception):
    """Why the guests that are left stay."""


async def give_up(moving: asyncio.Task[Domain], dom: Domain) -> None:
    """End a migration, and wait until it has ended."""
    while not moving.done():
        # It may not have begun, or be over just now.
        with contextlib.suppress(Error):
            await dom.abort_job()
        await asyncio.wait([moving], timeout=AGAIN)


async def migrate(dom: Domain, target: Virt, args: argparse.Namespace) -> Domain:
    """Move a guest; whatever happens, nothing of it goes on afterwards."""
    flags = Domain.MIGRATE_LIVE
    if await dom.is_persistent():
        flags |= Domain.MIGRATE_PERSIST_DEST | Domain.MIGRATE_UNDEFINE_SOURCE
    if args.copy_storage:
        flags |= Domain.MIGRATE_NON_SHARED_DISK
    # A call that is cancelled goes on all the same: so it is a task that is waited for.
    moving = asyncio.create_task(dom.migrate(target, {}, flags))
    try:
        await asyncio.wait([moving], timeout=args.limit)
        is_late = not moving.done()
    finally:
        await give_up(moving, dom)
        # Whoever is cancelled doesn't look at it any more.
        failure = moving.exception()
    if is_late and failure is not None:
        raise Stop(f"not there after {args.limit:g} s")
    return moving.result()


async def move(fleet: Fleet, name: str, args: argparse.Namespace) -> None:
    """Move a guest, and look whether it runs."""
    # Anew for each: a host that has gone down meanwhile says so here.
    source, target = await fleet.host("source"), await fleet.host("target")
    moved = await migrate(await source.get_domain_by_name(name), target, args)
    state, _ = await moved.get_state()
    if state not in (Domain.STATE_RUNNING, Domain.STATE_BLOCKED):
        raise Stop("it is there, but doesn't run")


async def running(source: Virt) -> list[str]:
    return sorted(dom.get_name() for dom in await source.list_all_domains(Domain.LIST_RUNNING))


async def move_all(args: argparse.Namespace) -> int:
    async with Fleet({"source": args.source, "target": args.target}) as fleet:
        names = args.guests or await running(await fleet.host("source"))
        for at, name in enumerate(names):
            begin = time.monotonic()
            try:
                await move(fleet, name, args)
            except (Error, Stop, OSError, asyncio.CancelledError) as err:
                words = err.message() if isinstance(err, Error) else str(err) or "interrupted"
                print(f"{name}: {words}", file=sys.stderr)
                if left := names[at + 1 :]:
                    print(f"stopped; not tried: {' '.join(left)}", file=sys.stderr)
                if isinstance(err, asyncio.CancelledError):
                    raise
                return 1
            seconds = time.monotonic() - begin
            print(f"{at + 1}/{len(names)} {name}: moved in {seconds:.1f} s", flush=True)
    return 0


def main() -> int:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("source", metavar="SOURCE", help="the URI of the host to leave")
    parser.add_argument("target", metavar="TARGET", help="the URI of the other one")
    parser.add_argument("guests", metavar="GUEST", nargs="*")
    parser.add_argument("--limit", metavar="SECONDS", type=float, help="for each guest")
    parser.add_argument(
        "--copy-storage", action="store_true", help="copy the disks, where they aren't shared"
    )
    args = parser.parse_args()
    try:
        return asyncio.run(move_all(args))
    except (Error, OSError) as err:
        return complain(err.message() if isinstance(err, Error) else str(err))


def complain(words: str) -> int:
    print(f"rolling_migration.py: {words}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
