"""The threads that make a connection's calls."""

from __future__ import annotations

import threading
from asyncio import CancelledError
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

from sysvirt.aio._lane.job import Job, ignore, outcome

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Future, TimerHandle
    from collections.abc import Callable

    from sysvirt.aio._lane.loop import LoopCalls
    from sysvirt.aio._lane.nudges import Nudges

R = TypeVar("R")

#: When calls still wait after so many seconds, there is to be one more thread.
GROW_AFTER = 0.004
#: After so many seconds without a call a thread ends.
IDLE = 20.0


class Lane:
    """A queue of calls and the daemon threads that make them: one at first, up to ``width``.

    Calls begin in the order in which they came, and end in any. All but the threads' own part is
    for the thread of the loop.
    """

    def __init__(
        self,
        calls: LoopCalls,
        nudges: Nudges | None = None,
        width: int = 1,
        idle: float | None = None,
    ) -> None:
        self._calls = calls
        self._nudges = nudges
        self._width = width
        self._idle = IDLE if idle is None else idle
        self._queue: SimpleQueue[Job[Any] | None] = SimpleQueue()
        self._waiting: set[Job[Any]] = set()
        self._running: set[Job[Any]] = set()
        self._threads = 0
        #: Held to start a thread, and by one that is about to end.
        self._counting = threading.Lock()
        self._growing: TimerHandle | None = None
        self._refusal: Callable[[], BaseException] | None = None
        self._drained: list[Future[None]] = []

    @property
    def loop(self) -> AbstractEventLoop:
        """The loop that waits for the calls."""
        return self._calls.loop

    async def call(self, function: Callable[..., R], /, *arguments: Any, **keywords: Any) -> R:
        """Have a function called by a thread, and wait for what it gives.

        Cancelled before it has begun, it never does; afterwards its result is dropped.
        """
        return await self._wait(self.add(function, arguments, keywords))

    async def call_or_undo(
        self, undo: Callable[[R], object], function: Callable[..., R], /, *arguments: Any
    ) -> R:
        """The same; cancelled after it has begun, ``undo`` is called with its result."""
        return await self._wait(self.add(function, arguments, late=undo))

    async def _wait(self, job: Job[R]) -> R:
        """Wait for what a call gives; cancelled meanwhile, give it up."""
        try:
            return await job.waiter
        except CancelledError:
            self.give_up(job)
            raise
        finally:
            # An error's traceback leads here, and the job to the error.
            del job

    async def finish(
        self, kind: type[BaseException] | None, function: Callable[..., object], /, *arguments: Any
    ) -> None:
        """The last call for an ``async with``, made whatever becomes of whoever leaves it.

        Who leaves it cancelled, which ``kind`` tells, isn't kept waiting: the daemon may hang.
        """
        waiter = self.add(function, arguments).waiter
        waiter.add_done_callback(ignore)
        try:
            if kind is None or not issubclass(kind, CancelledError):
                await outcome(waiter)
        finally:
            del waiter

    def add(
        self,
        function: Callable[..., R],
        arguments: tuple[Any, ...] = (),
        keywords: dict[str, Any] | None = None,
        late: Callable[[R], object] | None = None,
    ) -> Job[R]:
        """Queue a call."""
        self._calls.check()
        if self._refusal is not None:
            raise self._refusal()
        waiter: Future[R] = self.loop.create_future()
        job = Job(waiter, function, arguments, keywords, late)
        self._enqueue(job)
        return job

    def _enqueue(self, job: Job[Any]) -> None:
        self._waiting.add(job)
        if self._nudges is not None:
            self._nudges.begin()
        if self._growing is None and self._threads < self._width:
            self._growing = self.loop.call_later(GROW_AFTER, self._grow)
        # From here on the thread may run beside this one, so little is left to do.
        self._queue.put(job)
        if not self._threads:
            self._start_first(job)

    def give_up(self, job: Job[Any]) -> None:
        """Let a call not begin; one that has begun keeps its thread, and its result is dropped."""
        is_to_go = job.give_up()
        if job.take():
            self._leave(job)
        else:
            job.is_abandoned = True
            if is_to_go:
                self._let_go(job)

    def count(self) -> tuple[int, int, int]:
        """How many calls wait, how many run, and how many of these nobody waits for."""
        running = self._running.copy()
        return len(self._waiting), len(running), sum(each.is_abandoned for each in running)

    def refuse(self, refusal: Callable[[], BaseException]) -> None:
        """Take no more calls; those that wait end with the same error."""
        self._refusal = refusal
        for job in self._waiting.copy():
            if job.take():
                if not job.waiter.done():
                    job.waiter.set_exception(refusal())
                self._leave(job)

    async def drain(self) -> None:
        """Wait until no call runs any more."""
        while self._running or self._waiting:
            drained: Future[None] = self.loop.create_future()
            self._drained.append(drained)
            await drained

    def stop(self) -> None:
        """Let the threads end, each after the call that it makes."""
        if self._growing is not None:
            self._growing.cancel()
        for _ in range(self._width):
            self._queue.put(None)

    def _start_first(self, job: Job[Any]) -> None:
        try:
            self._start_thread()
        except RuntimeError:
            # The system has no more threads, and this lane none that could make the call.
            self.give_up(job)
            raise

    def _grow(self) -> None:
        self._growing = None
        if self._queue.empty() or self._threads >= self._width:
            return
        try:
            self._start_thread()
        except RuntimeError:
            # The threads that there are go on.
            return
        self._growing = self.loop.call_later(GROW_AFTER, self._grow)

    def _leave(self, job: Job[Any]) -> None:
        """A call has ended, or never begins."""
        self._waiting.discard(job)
        if self._nudges is not None:
            self._nudges.end()
        if self._drained and not self._running and not self._waiting:
            for each in self._drained:
                if not each.done():
                    each.set_result(None)
            self._drained.clear()

    def _start_thread(self) -> None:
        with self._counting:
            threading.Thread(target=self._work, name="sysvirt.aio", daemon=True).start()
            self._threads += 1

    # The threads' own part -------------------------------------------------------------------

    def _work(self) -> None:
        while (job := self._next()) is not None:
            if job.take():
                self._run(job)
            # It would be held until the next one comes.
            del job

    def _next(self) -> Job[Any] | None:
        while True:
            try:
                job = self._queue.get(timeout=self._idle)
            except Empty:
                if self._end_idle():
                    return None
                continue
            if job is None:
                with self._counting:
                    self._threads -= 1
            return job

    def _end_idle(self) -> bool:
        # Whoever queues a call looks for threads afterwards, so one of the two sees the other.
        with self._counting:
            if not self._queue.empty():
                return False
            self._threads -= 1
            return True

    def _run(self, job: Job[Any]) -> None:
        self._running.add(job)
        self._waiting.discard(job)
        job.run()
        if job.is_abandoned:
            # At once: the loop may be closed before its turn comes.
            job.let_go()
        self._running.discard(job)
        # With the loop closed nobody waits for anything.
        if not self._calls.add(lambda: self._deliver(job)):
            job.let_go()

    def _deliver(self, job: Job[Any]) -> None:
        job.deliver()
        self._leave(job)
        if job.is_late:
            self._let_go(job)

    def _let_go(self, job: Job[Any]) -> None:
        # Though no more calls may be taken: what was made has to go.
        self._enqueue(Job(self.loop.create_future(), job.let_go))
