"""Whether the daemon still answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, TimerHandle
    from collections.abc import Callable

    from sysvirt.aio._lane.job import Job


class KeepAlive:
    """A question every ``interval`` seconds; after ``count`` unanswered ones, ``cut`` is called.

    libvirt's own would end one call of several, and let the others hang or crash the process.
    """

    def __init__(
        self,
        loop: AbstractEventLoop,
        ask: Callable[[], Job[object]],
        cut: Callable[[], object],
        interval: float,
        count: int,
    ) -> None:
        self._loop = loop
        self._ask = ask
        self._cut = cut
        self._interval = interval
        self._count = count
        self._question: Job[object] | None = None
        self._missed = 0
        self._timer: TimerHandle | None = None
        self._set_timer()

    def stop(self) -> None:
        """Ask no more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _set_timer(self) -> None:
        self._timer = self._loop.call_later(self._interval, self._tick)

    def _tick(self) -> None:
        self._set_timer()
        # The answer may wait for the loop, which was busy with something else.
        if self._question is None or self._question.has_ended:
            self._missed = 0
            # With a count of 0 the first silence is the end.
            self._question = self._ask()
        else:
            self._missed += 1
            if self._missed >= max(1, self._count):
                self.stop()
                self._cut()
