"""Deadlines, and the one thread that watches over them."""

from __future__ import annotations

import heapq
import itertools
import os
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: As long as no more than this are cancelled before their moment comes, they don't matter.
FEW = 64
#: How often a deadline that has passed acts anew, in seconds, until it is over.
AGAIN = 0.05


class Deadline:
    """A moment, and what is done when it comes: ``act`` is called until it says that it is done."""

    __slots__ = ("_act", "_has_passed", "_right", "is_cancelled", "moment")

    def __init__(self, seconds: float, act: Callable[[], bool]) -> None:
        self.moment = time.monotonic() + seconds
        self._act = act
        # Who takes it decides: it has passed, or it never will.
        self._right = [True]
        self._has_passed = False
        self.is_cancelled = False

    def start(self) -> None:
        """Have it watched."""
        _watch.add(self)

    def cancel(self) -> bool:
        """Let nothing more be done; whether it has passed."""
        if self.is_cancelled:
            return False
        has_passed = not self._take()
        self.is_cancelled = True
        # Its moment may be far, and what it acts on is to be freed now.
        self._act = _do_nothing
        _watch.note_cancelled()
        return has_passed

    def come(self) -> bool:
        """Act, unless it was cancelled; whether that was all."""
        if not self._has_passed:
            self._has_passed = self._take()
        return self.is_cancelled or not self._has_passed or self._act()

    def _take(self) -> bool:
        try:
            return self._right.pop()
        except IndexError:
            return False


def _do_nothing() -> bool:
    return True


class _Watch:
    """The deadlines that are watched, the nearest first, and the thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: list[tuple[float, int, Deadline]] = []
        self._cancelled = 0
        self._numbers = itertools.count()
        self._thread: threading.Thread | None = None

    def add(self, deadline: Deadline) -> None:
        with self._changed:
            entry = (deadline.moment, next(self._numbers), deadline)
            heapq.heappush(self._waiting, entry)
            if self._thread is None:
                thread = threading.Thread(target=self._run, name="sysvirt", daemon=True)
                thread.start()
                self._thread = thread
            elif self._waiting[0] is entry:
                self._changed.notify()

    def note_cancelled(self) -> None:
        """Forget those that are cancelled, as soon as they are the most."""
        with self._changed:
            self._cancelled += 1
            if self._cancelled > max(FEW, len(self._waiting) // 2):
                self._waiting = [each for each in self._waiting if not each[2].is_cancelled]
                heapq.heapify(self._waiting)
                self._cancelled = 0

    def _run(self) -> None:
        while True:
            self._wait_for_next()
            for deadline in self._take_due():
                if not deadline.come():
                    deadline.moment = time.monotonic() + AGAIN
                    self.add(deadline)

    def _wait_for_next(self) -> None:
        with self._changed:
            if self._waiting:
                left = self._waiting[0][0] - time.monotonic()
                self._changed.wait(min(max(0, left), threading.TIMEOUT_MAX))
            else:
                self._changed.wait()

    def _take_due(self) -> list[Deadline]:
        due = []
        with self._changed:
            while self._waiting and self._waiting[0][0] <= time.monotonic():
                due.append(heapq.heappop(self._waiting)[2])
        return due


_watch = _Watch()


def _begin_anew() -> None:
    """Threads stay with the parent."""
    global _watch  # noqa: PLW0603 - its lock may be held by a thread that isn't there
    _watch = _Watch()


os.register_at_fork(after_in_child=_begin_anew)
