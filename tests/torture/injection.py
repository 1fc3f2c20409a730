"""An exception at each step of registering, opening and closing; each libvirt call fails once.

The exception comes at each step of Python's, or where Python looks for signals, and afterwards
nothing is called any more, nothing is left, and all can be closed. A libvirt call fails as its C
function gives failure, and as the daemon answers with an error: libvirt's own error comes out.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from typing import Any

from sysvirt import Error, Event, Virt
from tests._libvirt import test_registration
from tests.campaign import often
from tests.hosts.daemon import Daemon
from tests.hosts.disturbance import REFUSED, Disturbance
from tests.hosts.proxy import Proxy
from tests.loop import settle
from tests.torture.child import in_process
from tests.torture.counts import Counts
from tests.torture.failures import fail_each
from tests.torture.programs import Program, run_tests
from tests.torture.result import Result
from tests.torture.session import visit
from tests.torture.steps import ACTIONS, interrupt

RELY = (
    "Whatever a signal handler raises while something is opened, closed or registered leaves no "
    "callback and no descriptor behind. Each failure of libvirt's comes out as its own `Error`."
)

#: Tests of failures beside the collector, signals and threads, and of closing beside threads.
ROOMS = ("tests/_libvirt/test_errors.py", "tests/_core/test_objects.py")
#: How many answers of a daemon are refused, one in each visit.
ANSWERS = 60


def attack(_seed: int) -> Result:
    """Steps, then failures; nothing here is left to chance."""
    kinds = list(test_registration.KINDS)
    # The suite has all kinds in the tests of their room.
    programs = [
        Program(
            f"an exception at each step of registering: {kind}",
            test_registration.program(kind, test_registration.STEPS),
            (),
            "True ",
        )
        for kind in kinds[: often(1, len(kinds))]
    ]
    result = Result()
    with Daemon() as daemon, ThreadPoolExecutor(2) as pool:
        every = often(9, 1)
        calls: list[Callable[[], Result]] = [each.run for each in programs]
        calls += [partial(in_process, interrupt, what, daemon.uri(), every) for what in ACTIONS]
        calls += [partial(in_process, fail_each), partial(_refuse_each, daemon, often(10, 1))]
        if often(0, 1):
            # The suite has them among the tests of their rooms.
            calls += [partial(run_tests, room) for room in ROOMS]
        for found in pool.map(lambda call: call(), calls):
            result.add(found)
    return result


def _refuse_each(daemon: Daemon, every: int) -> Result:
    """One answer of each visit is an error."""
    disturbances = [Disturbance("refuse", at, True) for at in range(1, ANSWERS + 1, every)]
    with ExitStack() as stack:
        proxies = [stack.enter_context(Proxy(daemon.socket, each)) for each in disturbances]
        return in_process(visit_refused, [proxy.uri() for proxy in proxies])


def visit_refused(uris: list[str]) -> Result:
    """In a process of its own: each visit meets one error at most, and goes on after it."""
    Event.register_default()
    result = Result()
    before = None
    for at, uri in enumerate(uris):
        # An error that is kept keeps, by its traceback, what it is about.
        errors: list[tuple[int, str]] = []

        def do(what: str, call: Callable[[], object], errors: Any = errors) -> None:
            with result.watch(what):
                try:
                    call()
                except Error as error:
                    errors.append((error.code(), str(error)))

        opened: list[Virt] = []
        do("open", lambda uri=uri, opened=opened: opened.append(Virt(uri=uri)))  # type: ignore[misc]
        for conn in opened:
            visit(conn, do)
            do("close", conn.close)
        others = [each for each in errors[1:] if each[0] != Error.ERR_NO_SUPPORT]
        # A stream that wasn't begun has no transfer.
        refused = not errors or errors[0][0] == REFUSED
        result.check(refused and not others, f"answer {at} refused: {errors}")
        result.tries += 1
        before = before or Counts.take()
    if before is not None:
        left = before.describe_left(settle)
        result.check(not left, left)
    return result
