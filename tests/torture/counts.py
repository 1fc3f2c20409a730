"""What a process has: descriptors and threads, and that it has no more of them afterwards."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

import attrs

from sysvirt import Event

#: How long what ends by itself may take, in seconds.
PATIENCE = 60.0


def resident() -> int:
    """The memory that the process holds, in bytes."""
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def turn_once() -> None:
    """Let the default loop turn, for a moment at most."""
    timer = Event.add_timeout(1, lambda _: None)
    Event.run_default()
    Event.remove_timeout(timer)


@attrs.frozen
class Counts:
    """Descriptors and threads at one moment."""

    descriptors: frozenset[str]
    threads: int

    @classmethod
    def take(cls) -> Self:
        """Count now, when all that nobody uses any more is gone."""
        gc.collect()
        return cls(frozenset(_list("fd")), len(_list("task")))

    def describe_left(self, turn: Callable[[], object] = lambda: None) -> str:
        """What there is more of now, empty if nothing; ``turn`` lets an event loop turn once."""
        deadline = time.monotonic() + PATIENCE
        while True:
            turn()
            now = self.take()
            more = now.descriptors - self.descriptors
            if not more and now.threads <= self.threads:
                return ""
            if time.monotonic() > deadline:
                threads = now.threads - self.threads
                return f"left: descriptors {sorted(map(_describe, more))}, threads {threads}"
            time.sleep(0.02)


def _list(what: str) -> list[str]:
    return [each.name for each in Path(f"/proc/self/{what}").iterdir()]


def _describe(descriptor: str) -> str:
    try:
        return f"{descriptor}: {Path(f'/proc/self/fd/{descriptor}').readlink()}"
    except OSError:
        return descriptor
