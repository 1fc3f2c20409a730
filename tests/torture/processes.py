"""Children of fork and multiprocessing do what they like; interpreters end with all alive.

A child ends, drops, closes, uses and opens connections, beside threads and turning loops of its
parent, whose connection goes on. Pools of each way of multiprocessing have a connection of their
own in the place of their parent's. A process ends while threads call, loops turn, streams flow and
limits of time run.
"""

from __future__ import annotations

import multiprocessing
import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any

from sysvirt import Domain, Error, Event, Stream, Virt
from tests.campaign import often
from tests.hosts.daemon import Daemon
from tests.torture.child import in_process
from tests.torture.programs import Program, run_all
from tests.torture.result import Result
from tests.virt import test_forks

RELY = (
    "A forked child never harms its parent's connection, whatever it does; in the child that "
    "connection is a closed one. A process may end with connections, callbacks, streams and "
    "threads as they are."
)


def attack(seed: int) -> Result:
    """Forks, pools, ends."""
    forks = often(7, 250)
    programs = [
        Program("forks", test_forks.PARENT, (forks,), "well\n", 2 * forks),
        Program(
            "forks while a loop turns", test_forks.PARENT, (forks, "x"), "well 3 4\n", 2 * forks
        ),
    ]
    result = run_all(programs)
    chance = random.Random(seed)
    with Daemon() as daemon, ThreadPoolExecutor(2) as pool:
        calls: list[Callable[[], Result]] = [
            partial(in_process, pools, daemon.uri(), method, often(1, 20))
            for method in multiprocessing.get_all_start_methods()
        ]
        calls += [
            partial(in_process, end, daemon.uri(), chance.randrange(2**32))
            for _ in range(often(8, 200))
        ]
        for found in pool.map(lambda call: call(), calls):
            result.add(found)
    return result


def pools(uri: str, method: str, number: int) -> Result:
    """Pools whose initializer puts a connection in the place of the parent's."""
    result = Result()
    context: Any = multiprocessing.get_context(method)
    with Virt(uri=uri) as conn:
        test_forks.shared = conn
        for _ in range(number):
            with context.Pool(2, initializer=test_forks.rebind, initargs=[uri]) as pool:
                names = pool.map(test_forks.look_up, ["test"] * 8)
                pool.close()
                pool.join()
            result.check(names == ["test"] * 8, f"a pool by {method}: {names}")
            with result.watch(f"after a pool by {method}"):
                result.check(conn.is_alive() and conn.get_hostname(), f"dead after {method}")
            result.tries += 1
    return result


#: What lives until the end of the interpreter.
_alive: list[object] = []


def end(uri: str, seed: int) -> Result:
    """Come to the end of the interpreter in the middle of everything."""
    chance = random.Random(seed)
    Event.register_default()
    conn, other = Virt(uri=uri), Virt(uri=uri)
    dom = other.get_domain_by_name("test")
    conn.domain_event_register_any(
        None, Domain.EVENT_ID_LIFECYCLE, lambda *values: _alive.append(values)
    )
    conn.register_close_callback(lambda *_: None)
    st = conn.new_stream(Stream.NONBLOCK)
    dom.connection.get_domain_by_name("test")
    conn.get_domain_by_name("test").screenshot(st, 0)
    st.add_callback(Stream.EVENT_READABLE, lambda st, _: st.recv(bytearray(), 100))
    limit = conn.time_limit(60)
    limit.__enter__()
    Event.add_timeout(1, lambda _: None)

    def change() -> None:
        with suppress(Error):
            dom.suspend()
        with suppress(Error):
            dom.resume()

    calls = [
        Event.run_default,
        conn.list_all_domains,
        change,
        partial(conn.get_all_domain_stats, 0),
    ]
    for call in chance.sample(calls, k=chance.randint(0, len(calls))):
        threading.Thread(target=_repeat, args=[call], daemon=True).start()
    _alive.extend([conn, other, dom, st, limit, Virt(uri="test:///default")])
    if chance.random() < 0.5:
        # Circles, which the collector finds at the end.
        _alive.append(_alive)
    time.sleep(chance.random() / 20)
    return Result(tries=1)


def _repeat(call: Callable[[], object]) -> None:
    while True:
        call()
