"""What keeps libvirt's client from forgetting a call.

Before 10.4 it loses wake-ups: while one thread waits for an answer, the call of another one on
the same connection may stay unsent until that answer comes. Any further message wakes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, TimerHandle
    from collections.abc import Callable

#: With two calls under way and none ended for so many seconds, a message is sent; then it doubles.
FIRST = 0.02
LAST = 1.0


class Nudges:
    """The messages that are sent while the calls of a connection, of all its lanes, don't end.

    ``send`` sends one in a thread of its own.
    """

    def __init__(self, loop: AbstractEventLoop) -> None:
        self.send: Callable[[], object] = bool
        self._loop = loop
        self._under_way = 0
        self._ended = 0
        self._seen = 0
        self._interval = FIRST
        self._timer: TimerHandle | None = None

    def begin(self) -> None:
        """A call is under way."""
        self._under_way += 1
        if self._under_way > 1 and self._timer is None:
            self._watch(FIRST)

    def end(self) -> None:
        """A call has ended."""
        self._under_way -= 1
        self._ended += 1

    def stop(self) -> None:
        """Send none any more."""
        self.send = bool
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _watch(self, interval: float) -> None:
        self._interval = interval
        self._seen = self._ended
        self._timer = self._loop.call_later(interval, self._look)

    def _look(self) -> None:
        self._timer = None
        if self._under_way < 2:
            return
        if self._ended == self._seen:
            self.send()
            self._watch(min(2 * self._interval, LAST))
        else:
            self._watch(FIRST)
