"""A proxy between client and daemon cuts, delays, truncates, drops, doubles and garbles a message.

One message of each visit is hurt: the first, the second, …, in one direction and in the other.
Every call of the visit ends within its limit of time, with an answer, with ``Error`` or with
``TimeoutError``, and the connection can be closed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import attrs

from sysvirt import Error, Event, Virt
from tests.campaign import often
from tests.hosts.daemon import Daemon
from tests.hosts.disturbance import Disturbance
from tests.hosts.proxy import Proxy
from tests.patience import LONG
from tests.torture import valgrind
from tests.torture.child import in_process, program
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
    with _proxies(daemon, some) as uris:
        found = in_process(visits, daemon.uri(), uris, LIMIT, patience=LONG)
    _revive(daemon, some, result)
    if found.faults and len(some) > 1:
        again = Result()
        for one in some:
            _visit(daemon, [one], again)
        if again.faults or again.theirs:
            result.add(again)
            return
    if found.faults:
        _judge(daemon, some, found)
    result.add(found)


@contextmanager
def _proxies(daemon: Daemon, some: list[Disturbance]) -> Iterator[list[str]]:
    """A proxy for each; their URIs."""
    with ExitStack() as stack:
        # One that was used counts on.
        fresh = [attrs.evolve(each) for each in some]
        yield [stack.enter_context(Proxy(daemon.socket, each)).uri() for each in fresh]


def _judge(daemon: Daemon, some: list[Disturbance], found: Result) -> None:
    """Tell faults of libvirt's own from others: it trusts what comes over the wire."""
    what = ", ".join(map(str, some))
    mine = []
    for fault in found.faults:
        if any(each.action != "garble" for each in some):
            mine.append(fault)
        elif fault.startswith("left: "):
            found.theirs.append("an answer that makes no sense leaves a connection open")
        elif "ended with SIG" in fault and (where := _find_crash(daemon, some)):
            found.theirs.append(f"{where} crashes on an answer that makes no sense")
        else:
            mine.append(fault)
    found.faults = [f"{what}: {fault}" for fault in mine]


def _find_crash(daemon: Daemon, some: list[Disturbance]) -> str:
    """Where libvirt or libvirt-python goes beyond its memory; nothing if that is sysvirt's."""
    if not valgrind.is_there():
        return ""
    with _proxies(daemon, some) as uris:
        _, blocks = valgrind.watch(program(visits, daemon.uri(), uris, 20.0), 300)
    if not blocks or not all(map(valgrind.is_libvirts, blocks)):
        return ""
    return valgrind.name_place(blocks[0])


def _revive(daemon: Daemon, some: list[Disturbance], result: Result) -> None:
    """Start the daemon anew if it has died of what it got."""
    try:
        Virt(uri=daemon.uri(), time_limit=60).close()
    except (Error, TimeoutError):
        result.theirs.append(f"libvirtd died of one of: {', '.join(map(str, some))}")
        daemon.kill()
        daemon.start()


# In the process that visits ------------------------------------------------------------------


def visits(clean: str, uris: list[str], limit: float) -> Result:
    """Visit a daemon, undisturbed, and then through each of some proxies."""
    Event.register_default()
    result = Result()
    # This one imports what is imported late.
    _make(result, clean, 60)
    for _ in range(3):
        turn_once()
    before = Counts.take()
    for uri in uris:
        _make(result, uri, limit)
        result.tries += 1
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
