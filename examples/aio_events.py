"""Print what happens on a host as it happens, each kind of event awaited by a task of its own.

    python examples/aio_events.py qemu:///system

A line is the time, the kind and name of the object, and what happened to it. It ends with the
connection, after --timeout, or by Ctrl-C.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from typing import Any

from support import command
from support.words import words
from sysvirt.aio import (
    Domain,
    Error,
    EventsLost,
    Network,
    NodeDevice,
    NotSupportedError,
    Secret,
    StoragePool,
    Virt,
)

KINDS: tuple[Any, ...] = (Domain, Network, StoragePool, NodeDevice, Secret)


def label(item: Any) -> str:
    """What people call it; a secret has no name."""
    return str(item.get_uuid_string() if isinstance(item, Secret) else item.get_name())


async def watch(conn: Virt, kind: Any) -> None:
    """Print the lifecycle events of a kind of objects, as long as the connection stands."""
    try:
        async with conn.events(kind, kind.EVENT_ID_LIFECYCLE) as events:
            while True:
                try:
                    item, event, *_ = await events.get()
                except EventsLost as lost:
                    print(lost, flush=True)
                    continue
                what = words(kind, "EVENT_", event)
                now = time.strftime("%H:%M:%S")
                print(now, kind.__name__, label(item), what, flush=True)
    except NotSupportedError:
        # A driver without such objects has no events of them.
        return


async def watch_all(args: argparse.Namespace) -> None:
    async with Virt.new(uri=args.uri, readonly=True) as conn, asyncio.TaskGroup() as group:
        for kind in KINDS:
            group.create_task(watch(conn, kind))


async def limited(args: argparse.Namespace) -> None:
    limit = asyncio.timeout(args.timeout)
    try:
        async with limit:
            await watch_all(args)
    except TimeoutError:
        # libvirt has some of its own.
        if not limit.expired():
            raise


def main(args: argparse.Namespace) -> None:
    try:
        asyncio.run(limited(args))
    except BaseExceptionGroup as several:
        errors, others = several.split(Error)
        if errors is None or others is not None:
            raise
        # All tasks hear that the connection has ended; one line says it.
        error: BaseException = errors
        while isinstance(error, BaseExceptionGroup):
            error = error.exceptions[0]
        raise error from None


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command.add_uri(command_line)
    command_line.add_argument(
        "--timeout", metavar="SECONDS", type=command.seconds, help="end after this time"
    )
    command.run(main, command_line)
