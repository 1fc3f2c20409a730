"""A hundred thousand events: none is lost, comes twice or out of order, whatever callbacks do.

Beside the callback that notes all of them others raise, sleep, take themselves and each other back,
register new ones, and close their connections. What each of those has got is a part of the
whole without a gap. Half of the events come by the default loop, half by one written in Python.
"""

from __future__ import annotations

import random
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs

from sysvirt import Domain, Event, Virt
from tests.campaign import often
from tests.hosts.daemon import Daemon
from tests.selector_loop import SelectorLoop
from tests.torture.child import in_process
from tests.torture.result import Result

RELY = (
    "A callback gets each event once and in order, from its registration to its end, whatever "
    "other callbacks do. What one raises goes to `sys.unraisablehook`, and harms no other."
)

LIFECYCLE = Domain.EVENT_ID_LIFECYCLE
GUEST = "<domain type='test'><name>{}</name><memory>1024</memory><os><type>hvm</type></os></domain>"
#: How many events may be on their way.
AHEAD = 200

Seen = tuple[str, int]


def attack(seed: int) -> Result:
    """Half of them for each kind of loop."""
    number = often(1_000, 50_000)
    result = Result()
    with Daemon() as one, Daemon() as other, ThreadPoolExecutor(2) as pool:
        jobs = [("default", one.uri()), ("EventImpl", other.uri())]

        def run(job: tuple[str, str]) -> Result:
            return in_process(follow, *job, number, seed, patience=900)

        for found in pool.map(run, jobs):
            result.add(found)
    return result


class Raised(Exception):
    """What a callback raises here."""


@attrs.define(eq=False)
class Listener:
    """A callback that makes trouble, and what it has got."""

    troop: Troop
    conn: Virt
    seen: list[Seen] = attrs.field(factory=list)
    number: int = attrs.field(init=False)
    #: Whether it was taken back.
    is_over: bool = False

    def __attrs_post_init__(self) -> None:
        self.number = self.conn.domain_event_register_any(None, LIFECYCLE, self)

    def __call__(self, _conn: Virt, dom: Domain, event: int, _detail: int) -> None:
        if self.is_over:
            self.troop.result.fault("a callback was called after it had been taken back")
        self.seen.append((dom.get_name(), event))
        if self.troop.chance.random() < 0.05:
            self.troop.chance.choice(TROUBLES)(self.troop, self)

    def end(self) -> None:
        """Take it back, unless that has been done."""
        if not self.is_over:
            self.is_over = True
            self.conn.domain_event_deregister_any(self.number)


@attrs.define(eq=False)
class Troop:
    """All the callbacks that make trouble."""

    uri: str
    chance: random.Random
    conn: Virt
    result: Result
    living: list[Listener] = attrs.field(factory=list)
    gone: list[Listener] = attrs.field(factory=list)
    raised: int = 0

    def _raise(self, _listener: Listener) -> None:
        self.raised += 1
        raise Raised

    def _sleep(self, _listener: Listener) -> None:
        time.sleep(0.0005)

    def _end(self, listener: Listener) -> None:
        listener.end()
        if listener in self.living:
            self.living.remove(listener)
            self.gone.append(listener)

    def _end_other(self, _listener: Listener) -> None:
        self._end(self.chance.choice(self.living))

    def begin(self, _listener: Listener | None = None) -> None:
        if len(self.living) < 8:
            self.living.append(Listener(self, self.conn))

    def _close(self, listener: Listener) -> None:
        """Close its connection, if it has one of its own; else make such a one."""
        if listener.conn is self.conn:
            if len(self.living) < 8:
                self.living.append(Listener(self, Virt(uri=self.uri)))
            return
        listener.is_over = True
        listener.conn.close()
        if listener in self.living:
            self.living.remove(listener)
            self.gone.append(listener)


TROUBLES: list[Callable[[Troop, Listener], None]] = [
    Troop._raise,
    Troop._sleep,
    Troop._end,
    Troop._end_other,
    Troop.begin,
    Troop.begin,
    Troop._close,
    Troop._close,
]


def follow(kind: str, uri: str, number: int, seed: int) -> Result:
    """In a process of its own: events come, and all have been seen."""
    result = Result(tries=number)
    if kind == "default":
        Event.register_default()
        turn: Callable[[], object] = Event.run_default
    else:
        loop = SelectorLoop()
        Event.register(loop)
        turn = loop.turn
    reports: list[Any] = []
    sys.unraisablehook = reports.append
    conn = Virt(uri=uri)
    seen: list[Seen] = []
    moments: list[float] = []

    def note(_conn: Virt, dom: Domain, event: int, _detail: int) -> None:
        seen.append((dom.get_name(), event))
        result.took(time.monotonic() - moments[(len(seen) - 1) // 2], "an event", 300)

    conn.domain_event_register_any(None, LIFECYCLE, note)
    troop = Troop(uri, random.Random(seed), conn, result)
    for _ in range(4):
        troop.begin()
    made = threading.Thread(target=_make, args=[uri, number // 2, moments, seen], daemon=True)
    made.start()
    timer = Event.add_timeout(20, lambda _: troop.begin())
    deadline, last = time.monotonic() + 300, 0
    while len(seen) < number and time.monotonic() < deadline:
        turn()
        if len(seen) > last:
            deadline, last = time.monotonic() + 300, len(seen)
    Event.remove_timeout(timer)
    wanted = [(f"d{at}", event) for at in range(number // 2) for event in (0, 1)]
    result.check(seen == wanted, f"{kind}: {len(seen)} of {number}, or not in order")
    _check_parts(result, troop, seen)
    others = [repr(each.exc_value) for each in reports if each.exc_type is not Raised]
    result.check(not others, f"{kind}: raised {others}")
    result.check(len(reports) == troop.raised, f"{kind}: {len(reports)} of {troop.raised} reports")
    result.figures[f"{kind}: callbacks that made trouble"] = str(len(troop.gone))
    return result


def _make(uri: str, number: int, moments: list[float], seen: list[Seen]) -> None:
    """Make two events again and again, not too far ahead."""
    with Virt(uri=uri) as conn:
        for at in range(number):
            while len(moments) * 2 - len(seen) > AHEAD:
                time.sleep(0.001)
            moments.append(time.monotonic())
            conn.define_domain(GUEST.format(f"d{at}")).undefine()


def _check_parts(result: Result, troop: Troop, seen: list[Seen]) -> None:
    """What each has got has no gap."""
    places = {one: at for at, one in enumerate(seen)}
    for listener in troop.gone + troop.living:
        if listener.seen:
            first = places.get(listener.seen[0], -1)
            part = seen[first : first + len(listener.seen)]
            result.check(part == listener.seen, f"a part with a gap, from event {first} on")
