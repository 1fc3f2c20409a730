"""An event loop on the standard library's ``selectors``, as a user may write one."""

from __future__ import annotations

import selectors
import time
from typing import Any

from sysvirt import Event, EventImpl


class SelectorLoop(EventImpl):
    """Watches, timers, and what is to be freed at the next turn."""

    def __init__(self) -> None:
        self.selector = selectors.DefaultSelector()
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
        self._select(fd)
        return watch

    def update_handle(self, watch_id: int, events: int) -> None:
        self.watches[watch_id]["events"] = events
        self._select(self.watches[watch_id]["fd"])

    def remove_handle(self, watch_id: int) -> int:
        watch = self.watches.pop(watch_id)
        self.spent.append((watch["ff"], watch["give"][1]))
        self._select(watch["fd"])
        return 0

    def _select(self, fd: int) -> None:
        """Let the selector watch for what all watches of a file descriptor want."""
        wanted = 0
        # libvirt changes the watches in other threads, too.
        for watch in list(self.watches.values()):
            if watch["fd"] == fd:
                wanted |= watch["events"] & Event.HANDLE_READABLE and selectors.EVENT_READ
                wanted |= watch["events"] & Event.HANDLE_WRITABLE and selectors.EVENT_WRITE
        if fd in self.selector.get_map():
            self.selector.unregister(fd)
        if wanted:
            self.selector.register(fd, wanted)

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

    def turn(self, most: float = 0.05) -> None:
        """Free what was removed, wait for something to happen, tell libvirt."""
        while self.spent:
            self._free_callback_opaque(*self.spent.pop())
        due = [timer["next"] for timer in list(self.timers.values()) if timer["period"] >= 0]
        wait = max(0, min([most, *(when - time.monotonic() for when in due)]))
        for key, mask in self.selector.select(wait):
            came = (mask & selectors.EVENT_READ and Event.HANDLE_READABLE) | (
                mask & selectors.EVENT_WRITE and Event.HANDLE_WRITABLE
            )
            for number, watch in list(self.watches.items()):
                if watch["fd"] == key.fd and watch["events"] & came and number in self.watches:
                    self._run_handle_callback(
                        number, key.fd, watch["events"] & came, *watch["give"]
                    )
        now = time.monotonic()
        for number, timer in list(self.timers.items()):
            if timer["period"] >= 0 and timer["next"] <= now and number in self.timers:
                timer["next"] = now + timer["period"]
                self._run_timeout_callback(number, *timer["give"])
