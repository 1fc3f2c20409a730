"""An event loop on the standard library's ``selectors``, as a user may write one."""

from __future__ import annotations

import selectors
import time
from typing import Any

from sysvirt import Event, EventImpl


class SelectorLoop(EventImpl):
    """Watches, timers, and what is to be freed at the next turn.

    A signal handler may raise in the middle of any method; so each changes one thing, and all that
    follows from it is worked out in each turn.
    """

    def __init__(self) -> None:
        self.watches: dict[int, dict[str, Any]] = {}
        self.timers: dict[int, dict[str, Any]] = {}
        self.spent: list[tuple[Any, Any]] = []
        self.last = 0

    def _next(self) -> int:
        self.last += 1
        return self.last

    def add_handle(self, fd: int, events: int, callback: Any, opaque: Any, ff: Any) -> int:
        watch = self._next()
        self.watches[watch] = {"fd": fd, "events": events, "give": (callback, opaque), "ff": ff}
        return watch

    def update_handle(self, watch_id: int, events: int) -> None:
        self.watches[watch_id]["events"] = events

    def remove_handle(self, watch_id: int) -> int:
        watch = self.watches.pop(watch_id)
        self.spent.append((watch["ff"], watch["give"][1]))
        return 0

    def add_timeout(self, frequency: int, callback: Any, opaque: Any, ff: Any) -> int:
        timer = self._next()
        self.timers[timer] = {"give": (callback, opaque), "ff": ff}
        self.update_timeout(timer, frequency)
        return timer

    def update_timeout(self, timer_id: int, frequency: int) -> None:
        self.timers[timer_id]["period"] = frequency / 1000
        self.timers[timer_id]["next"] = time.monotonic() + frequency / 1000

    def remove_timeout(self, timer_id: int) -> int:
        timer = self.timers.pop(timer_id)
        self.spent.append((timer["ff"], timer["give"][1]))
        return 0

    def _wait(self, seconds: float) -> list[tuple[int, int]]:
        """Wait until something happens: the file descriptors, and what happened on each."""
        wanted: dict[int, int] = {}
        for watch in self.watches.values():
            mask = (watch["events"] & Event.HANDLE_READABLE and selectors.EVENT_READ) | (
                watch["events"] & Event.HANDLE_WRITABLE and selectors.EVENT_WRITE
            )
            if mask:
                wanted[watch["fd"]] = wanted.get(watch["fd"], 0) | mask
        with selectors.PollSelector() as selector:
            for fd, mask in wanted.items():
                selector.register(fd, mask)
            return [
                (
                    key.fd,
                    (mask & selectors.EVENT_READ and Event.HANDLE_READABLE)
                    | (mask & selectors.EVENT_WRITE and Event.HANDLE_WRITABLE),
                )
                for key, mask in selector.select(seconds)
            ]

    def turn(self, most: float = 0.05) -> None:
        """Free what was removed, wait for something to happen, tell libvirt."""
        while self.spent:
            self._free_callback_opaque(*self.spent.pop())
        due = [timer["next"] for timer in self.timers.values() if timer["period"] >= 0]
        wait = max(0, min([most, *(when - time.monotonic() for when in due)]))
        for fd, came in self._wait(wait):
            for number, watch in list(self.watches.items()):
                if watch["fd"] == fd and watch["events"] & came and number in self.watches:
                    self._run_handle_callback(number, fd, watch["events"] & came, *watch["give"])
        now = time.monotonic()
        for number, timer in list(self.timers.items()):
            if timer["period"] >= 0 and timer["next"] <= now and number in self.timers:
                timer["next"] = now + timer["period"]
                self._run_timeout_callback(number, *timer["give"])
