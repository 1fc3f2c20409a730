"""Programs that the tests of a room have as texts, and that campaigns run for longer."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

import attrs

from tests.campaign import often, run, run_apart
from tests.hosts.daemon import Daemon
from tests.torture.result import Result


@attrs.frozen
class Program:
    """What it is about, its text and arguments, what it prints when all is well, its tries.

    Its first argument is the URI of a daemon of its own. In the end it may print how long the
    slowest answer took or, where nobody knows before, the number of its tries.
    """

    what: str
    text: str
    arguments: tuple[object, ...]
    wanted: str
    tries: int | None = None

    def run(self) -> Result:
        """Run it in a process of its own."""
        result = Result(tries=self.tries or 0)
        try:
            with Daemon() as daemon:
                patience = often(1200, 1800)
                printed = run(self.text, daemon.uri(), *self.arguments, patience=patience)
        except AssertionError as error:
            result.fault(f"{self.what}: {str(error)[-3000:]}")
            return result
        if not printed.startswith(self.wanted):
            result.fault(f"{self.what}: {printed}")
        else:
            (last,) = printed.removeprefix(self.wanted).split() or ["0"]
            if self.tries is None:
                result.tries = int(last)
            else:
                result.slowest = float(last)
        return result


def run_tests(*files: str) -> Result:
    """The campaigns among the tests of some rooms, each a try, at the length that is set."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "campaign"]
    done = run_apart([*command, *files], 1800)
    result = Result()
    if done.status != 0:
        result.fault(f"{' '.join(files)}: {done.output[-3000:]}{done.errors[-1000:]}")
    if passed := re.search(r"(\d+) passed", done.output):
        result.tries = int(passed[1])
    return result


def run_all(some: Iterable[Program]) -> Result:
    """Run programs, two at a time."""
    result = Result()
    with ThreadPoolExecutor(2) as pool:
        for found in pool.map(Program.run, some):
            result.add(found)
    return result
