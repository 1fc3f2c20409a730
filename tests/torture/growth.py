"""The same again and again: memory, descriptors, threads and the work of the collector stay flat.

A million calls inside the process, a hundred thousand over a socket, ten thousand each of opened
connections, callbacks, streams, errors and limits of time. After a tenth of them, which warms up,
the rest is watched: what the second half leaves behind is what counts.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from itertools import cycle

import attrs

from sysvirt import Domain, Error, Event, Stream, Virt
from sysvirt._core.deadlines import Deadline
from tests.campaign import often
from tests.hosts.daemon import Daemon
from tests.loop import settle
from tests.torture.child import in_process
from tests.torture.counts import Counts, resident
from tests.torture.result import Result

RELY = (
    "A program that runs for months doesn't grow by what it does with sysvirt, also where the "
    "collector is turned off."
)

URI = "test:///default"
#: What the second half may leave, in bytes of the process, blocks of Python, objects in circles.
BYTES, BLOCKS, GARBAGE = 2**20, 400, 40

Call = Callable[[], object]


def _turning(calls: Iterator[Call], every: int = 50) -> Iterator[Call]:
    """The same calls, and a loop that turns now and then."""
    Event.register_default()
    for at, call in enumerate(calls):
        yield call
        if at % every == 0:
            yield settle


def calls(uri: str) -> Iterator[Call]:
    conn = Virt(uri=uri)
    dom = conn.get_domain_by_name("test")
    return cycle(
        [
            dom.get_name,
            dom.get_info,
            dom.get_state,
            dom.get_uuid_string,
            dom.is_active,
            conn.list_all_domains,
            partial(conn.get_domain_by_name, "test"),
            partial(conn.get_all_domain_stats, 0),
            conn.get_node_info,
            dom.get_scheduler_parameters,
        ]
    )


def opens(uri: str) -> Iterator[Call]:
    # The world of the test driver lives as long as one of its connections.
    _kept.append(Virt(uri=uri))

    def close() -> None:
        with Virt(uri=uri) as conn:
            conn.get_domain_by_name("test")

    return cycle([close, lambda: Virt(uri=uri).get_domain_by_name("test")])


def registrations(uri: str) -> Iterator[Call]:
    Event.register_default()
    conn = Virt(uri=uri)
    dom = conn.get_domain_by_name("test")
    reading, _ = os.pipe()
    wanted = Domain.EVENT_ID_LIFECYCLE

    def event() -> None:
        conn.domain_event_deregister_any(conn.domain_event_register_any(dom, wanted, print))

    def lifecycle() -> None:
        conn.domain_event_register(ignore)
        conn.domain_event_deregister()

    def close_callback() -> None:
        conn.register_close_callback(ignore)
        conn.unregister_close_callback()

    def timer() -> None:
        Event.remove_timeout(Event.add_timeout(1000, ignore))

    def handle() -> None:
        Event.remove_handle(Event.add_handle(reading, Event.HANDLE_READABLE, ignore))

    return _turning(cycle([event, lifecycle, close_callback, timer, handle]))


def streams(uri: str) -> Iterator[Call]:
    Event.register_default()
    conn = Virt(uri=uri)
    dom = conn.get_domain_by_name("test")

    def receive() -> None:
        st = conn.new_stream()
        dom.screenshot(st, 0)
        st.recv_all(lambda _st, _data, nbytes: nbytes)
        st.finish()

    def call_back() -> None:
        st = conn.new_stream(Stream.NONBLOCK)
        dom.screenshot(st, 0)
        st.add_callback(Stream.EVENT_READABLE, ignore)
        st.remove_callback()
        st.abort()

    return _turning(cycle([receive, call_back, conn.new_stream]))


def errors(uri: str) -> Iterator[Call]:
    conn = Virt(uri=uri)
    dom = conn.get_domain_by_name("test")

    def fail(call: Call) -> None:
        with suppress(Error, TypeError, ValueError):
            call()

    failing: list[Call] = [
        partial(conn.get_domain_by_name, "nobody"),
        partial(conn.get_network_by_name, "nothing"),
        partial(conn.get_domain_by_name, "a\0b"),
        partial(dom.get_xml_description, 1 << 20),
        partial(dom.set_memory, 2**70),
        partial(Virt, uri="test:///nowhere"),
    ]
    return cycle([partial(fail, call) for call in failing])


def limits(uri: str) -> Iterator[Call]:
    conn = Virt(uri=uri)

    def limited() -> None:
        with conn.time_limit(3600):
            conn.get_hostname()

    return cycle([limited, lambda: Virt(uri=uri, time_limit=3600).close()])


def ignore(*_: object) -> None:
    """A callback."""


_kept: list[object] = []


@attrs.frozen
class Kind:
    """What is done, and how often: in the suite, and at full length."""

    make: Callable[[str], Iterator[Call]]
    short: int
    full: int
    remote: bool = True


KINDS = {
    "calls": Kind(calls, 20_000, 1_000_000, remote=False),
    "calls over a socket": Kind(calls, 3_000, 100_000),
    "opens": Kind(opens, 600, 10_000, remote=False),
    "opens over a socket": Kind(opens, 600, 10_000),
    "registrations": Kind(registrations, 1_500, 10_000),
    "streams": Kind(streams, 1_500, 10_000),
    "errors": Kind(errors, 3_000, 10_000, remote=False),
    "limits": Kind(limits, 1_500, 10_000),
}


def attack(_seed: int) -> Result:
    """Each kind in a process of its own; nothing here is left to chance."""
    result = Result()
    with Daemon() as daemon, ThreadPoolExecutor(2) as pool:

        def run(name: str) -> Result:
            kind = KINDS[name]
            uri = daemon.uri() if kind.remote else URI
            return in_process(grow, name, uri, often(kind.short, kind.full), patience=900)

        for found in pool.map(run, KINDS):
            result.add(found)
    return result


def grow(name: str, uri: str, number: int) -> Result:
    """Do one kind so many times, and see what is left."""
    result = Result(tries=number)
    following = KINDS[name].make(uri).__next__
    gc.disable()
    _repeat(result, following, number // 5)
    gc.collect()
    half = (number - number // 5) // 2
    _repeat(result, following, half)
    gc.collect()
    before, counts = (resident(), sys.getallocatedblocks()), Counts.take()
    _repeat(result, following, half)
    garbage = gc.collect()
    left = resident() - before[0], sys.getallocatedblocks() - before[1]
    result.figures[f"{number:,} {name}"] = f"{max(0, left[0]) / 1024:.0f} KiB, {left[1]} blocks"
    result.check(left[0] <= BYTES, f"{name}: {left[0]} bytes more after {half}")
    result.check(left[1] <= BLOCKS, f"{name}: {left[1]} blocks of Python more after {half}")
    result.check(garbage <= GARBAGE, f"{name}: {garbage} objects for the collector after {half}")
    more = counts.describe_left()
    result.check(not more, f"{name}: {more}")
    return result


def _repeat(result: Result, following: Callable[[], Call], number: int) -> None:
    slowest, now = 0.0, time.perf_counter
    for _ in range(number):
        call = following()
        begun = now()
        call()
        took = now() - begun
        if took > slowest and call is not settle:
            slowest = took
    settle_if_turning()
    forget_limits()
    result.took(slowest, "a call", 300)


def forget_limits() -> None:
    """Wait until the thread that watches limits has forgotten those that were not reached.

    On a busy machine it may be far behind.
    """
    done = threading.Event()

    def act() -> bool:
        done.set()
        return True

    Deadline(0, act).start()
    done.wait()


def settle_if_turning() -> None:
    """Let a loop do what is left to it, if there is one."""
    with suppress(Error):
        settle()
