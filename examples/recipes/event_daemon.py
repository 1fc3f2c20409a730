"""Log what becomes of the guests of a host, for as long as the program lives.

    python event_daemon.py qemu:///system

A daemon that restarts, hangs or isn't there yet is no reason to end: it connects again, and tells
what has changed meanwhile. SIGTERM and Ctrl-C end it.
"""

from __future__ import annotations

import argparse
import contextlib
import logging
import random
import signal
import sys
import time
from types import FrameType
from typing import NoReturn

from sysvirt import ConnectionLostError, Domain, Error, Event, NotFoundError, Virt
from sysvirt.names import constant_name

log = logging.getLogger("event_daemon")


def stop(number: int, _frame: FrameType | None) -> NoReturn:
    """End in order: what is open is closed on the way out."""
    # A second signal must not break off the closing.
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, signal.SIG_IGN)
    log.info("ends by %s", signal.Signals(number).name)
    raise SystemExit(0)


def word(family: str, value: int) -> str:
    """STATE_RUNNING is "running"; a number where libvirt is newer than the names."""
    try:
        return constant_name(Domain, family, value).removeprefix(family).lower()
    except ValueError:
        return str(value)


def rest(seconds: float) -> None:
    """Wait, and turn the loop meanwhile: it is there that closed connections free their sockets."""
    end = time.monotonic() + seconds
    timer = Event.add_timeout(round(seconds * 1000), lambda _timer: None)
    while time.monotonic() < end:
        Event.run_default()
    Event.remove_timeout(timer)


class Watch:
    """What is known of the guests, from one connection to the next."""

    def __init__(self) -> None:
        self.states: dict[str, str] = {}
        self.reason: int | None = None

    def closed(self, _conn: Virt, reason: int) -> None:
        self.reason = reason

    def changed(self, _conn: Virt, dom: Domain, event: int, _detail: int) -> None:
        name, kind = dom.get_name(), word("EVENT_", event)
        try:
            self.states[name] = word("STATE_", dom.get_state()[0])
        except NotFoundError:
            self.states.pop(name, None)
        except Error as err:
            # The connection may break just here; the next look finds out.
            log.warning("%s: %s", name, err.message())
        log.info("%s: %s", name, kind)

    def look(self, conn: Virt) -> None:
        """Compare the guests with what was known, since nobody tells what happened meanwhile."""
        now: dict[str, str] = {}
        for dom in conn.list_all_domains():
            # It may go while we look.
            with contextlib.suppress(NotFoundError):
                now[dom.get_name()] = word("STATE_", dom.get_state()[0])
        for name in sorted(now.keys() | self.states.keys()):
            before, after = self.states.get(name, "unknown"), now.get(name, "gone")
            if before != after:
                log.info("%s: was %s, is %s", name, before, after)
        self.states = now

    def follow(self, conn: Virt, keepalive: int) -> None:
        """Turn the loop until the connection breaks."""
        self.reason = None
        conn.register_close_callback(self.closed)
        # Three questions without an answer: the daemon hangs, or the network is gone.
        conn.set_keep_alive(keepalive, 3)
        # Register first: what happens while we look comes as an event.
        conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, self.changed)
        self.look(conn)
        log.info("connected, %d guests", len(self.states))
        while self.reason is None:
            Event.run_default()
        log.warning("lost: %s", constant_name(Virt, "CLOSE_REASON_", self.reason))


def serve(args: argparse.Namespace) -> NoReturn:
    """Connect, follow, and once more from the beginning."""
    watch = Watch()
    failures = 0
    while True:
        try:
            conn = Virt.new(uri=args.uri, readonly=True, time_limit=args.limit or None)
            try:
                failures = 0
                watch.follow(conn, args.keepalive)
            finally:
                # Neither waits, even if the daemon hangs. Without closing, the sockets and pipes
                # of each connection that broke would stay.
                conn.abort()
                conn.close()
        except (ConnectionLostError, TimeoutError) as err:
            log.warning("%s", err.message() if isinstance(err, Error) else err)
        # Longer each time, and not all clients of a host at once.
        rest(random.uniform(0.5, 1) * min(args.longest, 2**failures))
        failures = min(failures + 1, 16)


def main() -> None:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("uri", metavar="URI")
    parser.add_argument("--keepalive", metavar="SECONDS", type=int, default=5)
    parser.add_argument(
        "--limit", metavar="SECONDS", type=float, default=10, help="for opening; 0 for qemu+ssh"
    )
    parser.add_argument(
        "--longest", metavar="SECONDS", type=float, default=60, help="between two attempts"
    )
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    # Before the first connection. The timer is for a signal that comes as the loop begins to wait.
    Event.register_default()
    Event.add_timeout(1000, lambda _timer: None)
    try:
        serve(args)
    except Error as err:
        # What doesn't pass by waiting: a wrong URI, no right to connect.
        sys.exit(f"event_daemon.py: {err.message()}")


if __name__ == "__main__":
    main()
