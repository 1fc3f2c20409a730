"""Turning the default event loop in tests, and processes that have none."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sysvirt import Sys
from tests.patience import LONG

ROOT = Path(__file__).parent.parent


def turn_until(done: Callable[[], object], seconds: float = LONG) -> None:
    """Turn the loop until something is true; a timer keeps it from waiting for ever."""
    deadline = time.monotonic() + seconds
    with ticking():
        while not done():
            assert time.monotonic() < deadline, "waited in vain"
            Sys.Virt.Event.run_default()


def settle() -> None:
    """Turn the loop until nothing is left that waits for the next turn."""
    ticks: list[int] = []
    timer = Sys.Virt.Event.add_timeout(20, ticks.append)
    while len(ticks) < 2:
        Sys.Virt.Event.run_default()
    Sys.Virt.Event.remove_timeout(timer)


def open_descriptors() -> int:
    """How many descriptors the process has now."""
    return len(list(Path("/proc/self/fd").iterdir()))


def descriptors() -> int:
    """How many it has when the loop has done what was left to it."""
    gc.collect()
    Sys.Virt.Event.register_default()
    settle()
    return open_descriptors()


@contextmanager
def ticking() -> Iterator[None]:
    """A timer, so that no turn of the loop is long."""
    timer = Sys.Virt.Event.add_timeout(20, lambda _: None)
    try:
        yield
    finally:
        Sys.Virt.Event.remove_timeout(timer)


def alone(program: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a process that has no event loop yet."""
    return subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", textwrap.dedent(program)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=1200,
        check=False,
    )
