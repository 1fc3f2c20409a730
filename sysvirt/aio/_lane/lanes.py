"""The lanes of one connection."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING
from weakref import WeakSet

from sysvirt.aio._lane.job import ignore
from sysvirt.aio._lane.lane import Lane
from sysvirt.aio._lane.loop import LoopCalls
from sysvirt.aio._lane.nudges import Nudges

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable

    from sysvirt.aio._lane.job import Job

#: How many questions may be without an answer while others are sent to wake libvirt's client. On a
#: busy machine it forgets a question, too, and the next: two were all forgotten in 1 of 50 tries
#: with three hung calls, eight take more than two seconds and never were.
QUESTIONS = 8
#: Their threads end after so many seconds: sooner than the next question of a keepalive comes, or
#: each host of a fleet that is at rest would have a thread for nothing.
QUIET = 1.5


class Lanes:
    """``main`` for ordinary calls, ``express`` for those that end others, one for each stream.

    A daemon takes five calls of a client at once: so ``main`` has four threads at most, and what
    ends a hung call still gets through. The questions whether it answers have threads of their
    own, which may hang.
    """

    def __init__(self, loop: AbstractEventLoop, width: int) -> None:
        self.calls = LoopCalls(loop)
        self.nudges = Nudges(loop)
        self.main = Lane(self.calls, self.nudges, width)
        self.express = Lane(self.calls, self.nudges)
        self._questions = Lane(self.calls, self.nudges, QUESTIONS, QUIET)
        self._others: WeakSet[Lane] = WeakSet()

    @property
    def loop(self) -> AbstractEventLoop:
        """The loop that waits for the calls."""
        return self.calls.loop

    def add_lane(self, *, is_waited_for: bool = True, width: int = 1) -> Lane:
        """One more lane; whether closing waits for what runs there."""
        lane = Lane(self.calls, self.nudges, width)
        if is_waited_for:
            self._others.add(lane)
        return lane

    def nudge_by(self, question: Callable[[], object]) -> None:
        """Ask the daemon something whenever libvirt's client may have to be woken."""

        def ask() -> None:
            if sum(self._questions.count()[:2]) < QUESTIONS:
                self.ask(question)

        self.nudges.send = ask

    def ask(self, question: Callable[[], object]) -> Job[object]:
        """Ask the daemon something, beside all other calls; nobody has to wait for the answer."""
        job = self._questions.add(question)
        job.waiter.add_done_callback(ignore)
        return job

    def count(self) -> tuple[int, int, int]:
        """How many calls wait, how many run, and how many of these nobody waits for."""
        waiting, running, abandoned = zip(*(each.count() for each in self._busy()), strict=True)
        return sum(waiting), sum(running), sum(abandoned)

    def refuse(self, refusal: Callable[[], BaseException]) -> None:
        """Take no more calls; those that wait end with the same error."""
        for lane in self._busy():
            lane.refuse(refusal)

    async def drain(self) -> None:
        """Wait until no call runs any more."""
        for lane in self._busy():
            await lane.drain()

    def stop(self) -> None:
        """Send no more nudges, and let all threads end."""
        self.nudges.stop()
        for lane in (*self._busy(), self._questions):
            lane.stop()

    def _busy(self) -> list[Lane]:
        return [self.main, self.express, *self._others]


def start_thread(function: Callable[[], object]) -> None:
    """Have something done that may take its time, by a thread that nobody waits for.

    When the interpreter ends, no thread begins any more, and whoever starts one waits for ever.
    """
    if sys.is_finalizing():
        return
    try:
        threading.Thread(target=function, name="sysvirt.aio", daemon=True).start()
    except RuntimeError:
        # The system has no more of them: what the thread would have held is let go of.
        return
