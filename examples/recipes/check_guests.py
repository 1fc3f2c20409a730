"""A check for Nagios, Icinga and their like: do all guests run that should?

    python check_guests.py -c qemu:///system -t 10 web db

Without names it looks at all guests that start with their host. Whatever happens, the answer is one
line and a status, and it comes in time: also from a host whose daemon hangs.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
import time
from typing import NoReturn

from sysvirt import AccessDeniedError, ConnectionLostError, Domain, NotFoundError, Virt

OK, WARNING, CRITICAL, UNKNOWN = range(4)
WORDS = ("OK", "WARNING", "CRITICAL", "UNKNOWN")

# Nobody works in a guest that is in another state than these.
HEALTHY = (Domain.STATE_RUNNING, Domain.STATE_BLOCKED)
RESTING = (Domain.STATE_PAUSED, Domain.STATE_PMSUSPENDED)

Result = tuple[int, str]


class Parser(argparse.ArgumentParser):
    """argparse ends with 2 where it doesn't understand, which is CRITICAL here."""

    def error(self, message: str) -> NoReturn:
        answer(UNKNOWN, message)


def answer(status: int, text: str) -> NoReturn:
    """Say it and end at once: a thread that comes back while Python ends could disturb that."""
    print(f"GUESTS {WORDS[status]} - {' '.join(text.split())}", flush=True)
    os._exit(status)


def judge(conn: Virt, names: list[str]) -> Result:
    """Look at the guests; the worst of them decides."""
    guests = conn.list_all_domains()
    known = {dom.get_name(): dom for dom in guests}
    wanted = names or sorted(name for name, dom in known.items() if autostarts(dom))
    bad: list[str] = []
    odd: list[str] = []
    running = 0
    for name in wanted:
        state = state_of(known.get(name))
        if state in HEALTHY:
            running += 1
        elif state in RESTING:
            odd.append(f"{name} is paused")
        else:
            bad.append(f"{name} does not run" if name in known else f"there is no {name}")
    status = CRITICAL if bad else WARNING if odd else OK
    text = ", ".join(bad + odd) or f"{running} of {len(wanted)} run"
    # A bar would end the text, and what follows be read as figures.
    return status, f"{text.replace('|', '/')} | running={running};;;0;{len(wanted)}"


def autostarts(dom: Domain) -> bool:
    """Whether the guest starts with the host; one that is gone meanwhile doesn't."""
    try:
        return dom.is_persistent() and dom.get_autostart()
    except NotFoundError:
        return False


def state_of(dom: Domain | None) -> int:
    """The guest's state, STATE_NOSTATE where there is no such guest (any more)."""
    try:
        return dom.get_state()[0] if dom else Domain.STATE_NOSTATE
    except NotFoundError:
        return Domain.STATE_NOSTATE


def check(args: argparse.Namespace) -> Result:
    """The whole work, with a result for each way that it may fail."""
    start = time.monotonic()
    try:
        with Virt.new(uri=args.connect, readonly=True) as conn:
            status, text = judge(conn, args.names)
    except AccessDeniedError as err:
        return UNKNOWN, f"{args.connect}: {err.message()}"
    except ConnectionLostError as err:
        return CRITICAL, f"{args.connect}: {err.message()}"
    except Exception as err:  # noqa: BLE001 - a check has no other way to tell
        return UNKNOWN, f"{args.connect}: {err}"
    return status, f"{text} time={time.monotonic() - start:.3f}s;;;0;{args.timeout:g}"


def main() -> None:
    layout = argparse.RawDescriptionHelpFormatter
    parser = Parser(description=__doc__, formatter_class=layout)
    parser.add_argument("-c", "--connect", metavar="URI", default="qemu:///system")
    parser.add_argument("-t", "--timeout", metavar="SECONDS", type=float, default=10.0)
    parser.add_argument("names", metavar="GUEST", nargs="*", help="default: those with autostart")
    args = parser.parse_args()

    # A call that hangs lets no signal through, an alarm neither: so it hangs in a thread, and
    # this one looks at the clock.
    results: list[Result] = []
    work = threading.Thread(target=lambda: results.append(check(args)), daemon=True)
    work.start()
    work.join(args.timeout)
    if not results:
        answer(CRITICAL, f"{args.connect}: no answer within {args.timeout:g} s")
    answer(*results[0])


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(UNKNOWN)
