"""Print what happens to guests, until the connection ends or Ctrl-C: a port of events.pl.

    python examples/events.py qemu:///system

A line is the URI, the guest's name, and the numbers of an event (EVENT_STARTED, ...) and its
detail. A line with "Agent" tells that the QEMU guest agent has come or gone.
"""

from __future__ import annotations

import argparse

from support import command
from support.loop import Loop
from sysvirt import Domain, Event, Virt


def lifecycle_event(conn: Virt, dom: Domain, event: int, detail: int) -> None:
    print(f"{conn.get_uri()} {dom.get_name()} {event} {detail}", flush=True)


def agent_lifecycle_event(conn: Virt, dom: Domain, state: int, reason: int) -> None:
    print(f"Agent {conn.get_uri()} {dom.get_name()} state={state} reason={reason}", flush=True)


def main(args: argparse.Namespace) -> None:
    Event.register_default()
    loop = Loop()

    def closed(_conn: Virt, reason: int) -> None:
        print(f"Closed reason={reason}")
        loop.end()

    with Virt.new(uri=args.uri, readonly=True) as conn:
        conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, loop.guard(lifecycle_event))
        conn.domain_event_register_any(
            None, Domain.EVENT_ID_AGENT_LIFECYCLE, loop.guard(agent_lifecycle_event)
        )
        conn.register_close_callback(loop.guard(closed))
        if args.timeout is not None:
            Event.add_timeout(round(args.timeout * 1000), lambda _timer: loop.end())
        loop.run()


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command.add_uri(command_line)
    command_line.add_argument(
        "--timeout", metavar="SECONDS", type=command.seconds, help="end after this time"
    )
    command.run(main, command_line)
