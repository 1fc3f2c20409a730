"""A proxy between client and daemon cuts, delays, truncates, drops, doubles and garbles a message.

One message of each visit is hurt: the first, the second, …, in one direction and in the other.
Every call of the visit ends within its limit of time, with an answer, with ``Error`` or with
``TimeoutError``, and the connection can be closed.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import ExitStack

from sysvirt import Error, Event, Virt
from tests.campaign import often
from tests.hosts.daemon import Daemon
from tests.hosts.disturbance import Disturbance
from tests.hosts.proxy import Proxy
from tests.torture.child import in_process
from tests.torture.counts import Counts, turn_once
from tests.torture.result import SLACK, Result
from tests.torture.session import visit

RELY = (
    "Whatever happens on the wire, a call under a limit of time comes back: with an answer, with "
    "`Error`, or with `TimeoutError`."
)

ACTIONS = ("cut", "delay", "truncate", "drop", "double", "garble")
#: How many messages of a visit are hurt, one in each.
MESSAGES = 50
#: The limit of time for each call, in seconds.
LIMIT = 0.5
#: After so many faults it is clear that something is wrong.
ENOUGH = 20
#: How many visits one process makes, as long as it doesn't crash.
TOGETHER = 10


def attack(seed: int) -> Result:
    """Hurt each message in each way, in both directions."""
    chance = random.Random(seed)
    every = often(10, 1)
    disturbances = [
        Disturbance(action, at, from_daemon, chance.randrange(2**32))
        for action in ACTIONS
        for at in range(1, MESSAGES + 1, every)
        for from_daemon in (False, True)
    ]
    # What is garbled differs each time.
    disturbances += [
        Disturbance("garble", at, from_daemon, chance.randrange(2**32))
        for _ in range(often(0, 4))
        for at in range(1, MESSAGES + 1)
        for from_daemon in (False, True)
    ]
    result = Result()
    with Daemon() as daemon:
        for at in range(0, len(disturbances), TOGETHER):
            _visit(daemon, disturbances[at : at + TOGETHER], result)
            if len(result.faults) > ENOUGH:
                break
    return result


def _visit(daemon: Daemon, some: list[Disturbance], result: Result) -> None:
    """Have a process make some visits; after a fault each in a process of its own."""
    with ExitStack() as stack:
        proxies = [stack.enter_context(Proxy(daemon.socket, each)) for each in some]
        uris = [proxy.uri() for proxy in proxies]
        found = in_process(visits, uris, LIMIT, patience=20 + 5 * len(some))
    _revive(daemon, some, result)
    if found.faults and len(some) > 1:
        again = Result()
        for one in some:
            _visit(daemon, [one], again)
        if again.faults or again.theirs:
            result.add(again)
            return
    if found.faults:
        found.faults = [f"{', '.join(map(str, some))}: {each}" for each in found.faults]
    result.add(found)


def _revive(daemon: Daemon, some: list[Disturbance], result: Result) -> None:
    """Start the daemon anew if it has died of what it got."""
    try:
        Virt(uri=daemon.uri(), time_limit=10).close()
    except (Error, TimeoutError):
        result.theirs.append(f"libvirtd died of one of: {', '.join(map(str, some))}")
        daemon.kill()
        daemon.start()


# In the process that visits ------------------------------------------------------------------


def visits(uris: list[str], limit: float) -> Result:
    """Visit a daemon through each of some proxies."""
    Event.register_default()
    result = Result()
    before = None
    for uri in uris:
        _make(result, uri, limit)
        result.tries += 1
        if before is None:
            # The first one has imported what is imported late.
            before = Counts.take()
    if before is not None:
        left = before.describe_left(turn_once)
        result.check(not left, left)
    return result


def _make(result: Result, uri: str, limit: float) -> None:
    """One visit: until its end, or until the connection is broken."""
    opened: list[Virt] = []

    def do(what: str, call: Callable[[], object]) -> None:
        with result.watch(what, Error, TimeoutError, most=limit + SLACK):
            if opened:
                with opened[0].time_limit(limit):
                    call()
            else:
                call()

    do("open", lambda: opened.append(Virt(uri=uri, time_limit=limit)))
    for conn in opened:
        visit(conn, do)
        do("close", conn.close)
