"""Log what becomes of the guests of all hosts of a fleet, for as long as the program lives.

    python watch_fleet.py qemu+ssh://a.example.org/system b=qemu+ssh://b.example.org/system

A host is a URI or NAME=URI. One that is down is tried again, and when it comes back the program
tells what has changed meanwhile. One that hangs delays nobody. SIGTERM and Ctrl-C end it.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import signal

import sysvirt
from sysvirt import NotFoundError
from sysvirt.aio import Domain, Error, EventsLost, Fleet, HostDown, HostUp
from sysvirt.names import constant_name

log = logging.getLogger("watch_fleet")


def word(family: str, value: int) -> str:
    """STATE_RUNNING is "running"; a number where libvirt is newer than the names."""
    try:
        return constant_name(Domain, family, value).removeprefix(family).lower()
    except ValueError:
        return str(value)


def states(conn: sysvirt.Virt) -> dict[str, str]:
    """The guests of a host; for a thread of that host, so that one hop does for all calls."""
    found: dict[str, str] = {}
    for dom in conn.list_all_domains():
        # It may go while we look.
        with contextlib.suppress(NotFoundError):
            found[dom.get_name()] = word("STATE_", dom.get_state()[0])
    return found


def why(error: Exception) -> str:
    return error.message() if isinstance(error, Error) else str(error)


class Host:
    """What is known of a host's guests. It has a queue of its own, as asking may hang there."""

    def __init__(self, name: str, fleet: Fleet) -> None:
        self._name = name
        self._fleet = fleet
        self._states: dict[str, str] = {}
        self._reason = ""
        #: A guest and its event; ``None``: look at all of them.
        self.queue: asyncio.Queue[tuple[Domain, int] | None] = asyncio.Queue()

    def down(self, error: Exception) -> None:
        """Each try that fails is told; the same reason need not be."""
        if (reason := why(error)) != self._reason:
            log.warning("%s: down: %s", self._name, reason)
        self._reason = reason

    async def work(self) -> None:
        """Do what comes, one after the other."""
        while True:
            item = await self.queue.get()
            try:
                await (self._look() if item is None else self._follow(*item))
            except (Error, OSError) as err:
                # It goes down just now: there is another look when it is back.
                log.info("%s: %s", self._name, why(err))

    async def _follow(self, dom: Domain, event: int) -> None:
        name = dom.get_name()
        log.info("%s: %s: %s", self._name, name, word("EVENT_", event))
        # Unknown until the host has said it: it may go down just now.
        self._states.pop(name, None)
        with contextlib.suppress(NotFoundError):
            self._states[name] = word("STATE_", (await dom.get_state())[0])

    async def _look(self) -> None:
        """Compare with what was known, since nobody tells what happened meanwhile."""
        conn = await self._fleet.host(self._name)
        before, now = self._states, await conn.run(states)
        for name in sorted(now.keys() | before.keys()):
            was, is_now = before.get(name, "unknown"), now.get(name, "gone")
            if was != is_now:
                log.info("%s: %s: was %s, is %s", self._name, name, was, is_now)
        self._states, self._reason = now, ""
        log.info("%s: up, %d guests", self._name, len(now))


async def watch(fleet: Fleet, hosts: dict[str, Host]) -> None:
    """Hand to each host what comes of it."""
    async with fleet.events() as events:
        while True:
            try:
                event = await events.get()
            except EventsLost as err:
                log.warning("%s", err)
                for host in hosts.values():
                    host.queue.put_nowait(None)
                continue
            if isinstance(event, HostUp):
                hosts[event.host].queue.put_nowait(None)
            elif isinstance(event, HostDown):
                hosts[event.host].down(event.error)
            else:
                name, dom, kind, _detail = event
                hosts[name].queue.put_nowait((dom, kind))


async def serve(args: argparse.Namespace) -> None:
    """Watch until a signal comes."""
    uris, ended = dict(args.hosts), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    backoff = (min(1.0, args.longest), args.longest)
    async with (
        Fleet(uris, readonly=True, keep_alive=(args.keepalive, 3), backoff=backoff) as fleet,
        asyncio.TaskGroup() as group,
    ):
        hosts = {name: Host(name, fleet) for name in uris}
        works = (watch(fleet, hosts), *(each.work() for each in hosts.values()))
        tasks = [group.create_task(each) for each in works]
        await ended.wait()
        for each in tasks:
            each.cancel()


def named(text: str) -> tuple[str, str]:
    """NAME=URI; a URI alone is its own name."""
    name, separator, uri = text.partition("=")
    return (name, uri) if separator and "://" not in name else (text, text)


def main() -> None:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("hosts", metavar="HOST", nargs="+", type=named)
    parser.add_argument("--keepalive", metavar="SECONDS", type=float, default=5)
    parser.add_argument("--longest", metavar="SECONDS", type=float, default=60, help="to rest")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    asyncio.run(serve(args))


if __name__ == "__main__":
    main()
