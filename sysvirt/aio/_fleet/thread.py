"""A loop of asyncio in a thread of its own, for programs that have none."""

from __future__ import annotations

import asyncio
import os
import threading
from concurrent.futures import CancelledError
from contextlib import nullcontext, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Coroutine
    from concurrent.futures import Future

R = TypeVar("R")

#: How long what still runs at the end may take to end by itself, and when it is cancelled, in
#: seconds.
SELF, CANCELLED = 0.2, 0.5


class LoopThread:
    """The thread, from its making to ``stop``. What it does is for all other threads to ask."""

    def __init__(self, name: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._pid = os.getpid()
        #: No more is taken. The loop has its own, which is set when its turn comes.
        self._is_stopped = False
        stopping = threading.Event()
        #: Held to hand something in: whatever comes before the end gets an answer.
        self._handing_in = threading.Lock()
        # Without a reference to this, which may be dropped.
        self._thread = threading.Thread(
            target=_turn, args=(self._loop, stopping), name=name, daemon=True
        )
        self._stop = partial(_stop, self._loop, stopping)
        self._thread.start()

    @property
    def is_of_parent(self) -> bool:
        """Whether the thread stayed with the parent of this process."""
        return os.getpid() != self._pid

    @property
    def has_ended(self) -> bool:
        """Whether it takes nothing any more, since it was stopped."""
        return self._is_stopped and not self.is_of_parent

    def submit(self, coroutine: Coroutine[Any, Any, R]) -> Future[R]:
        """Have a coroutine run there; ``RuntimeError`` where that can't be."""
        # In a child process the lock may be held by a thread that isn't there.
        with nullcontext() if self.is_of_parent else self._handing_in:
            refusal = self._refusal()
            if refusal is None:
                return asyncio.run_coroutine_threadsafe(coroutine, self._loop)
        coroutine.close()
        raise refusal

    def wait(self, coroutine: Coroutine[Any, Any, R]) -> R:
        """Have a coroutine run there, and wait for what it gives."""
        return self.outcome(self.submit(coroutine))

    def outcome(self, future: Future[R]) -> R:
        """What a coroutine gives that was handed in."""
        try:
            return future.result()
        except CancelledError:
            if self._is_stopped:
                raise RuntimeError("this fleet was closed meanwhile") from None
            raise
        finally:
            # Ctrl-C ends the waiting, and so what is waited for.
            future.cancel()
            # An error's traceback leads here.
            del future

    def _refusal(self) -> RuntimeError | None:
        if self.is_of_parent:
            return RuntimeError("this fleet belongs to the parent process")
        if threading.current_thread() is self._thread:
            return RuntimeError("this is the fleet's own thread, which can't wait for itself")
        if self._is_stopped:
            return RuntimeError("this fleet isn't open any more")
        return None

    def stop(self) -> None:
        """Let the loop end, and cancel what still runs; it may be stopped twice."""
        if self.is_of_parent:
            return
        with self._handing_in:
            if not self._is_stopped:
                self._is_stopped = True
                self._loop.call_soon_threadsafe(self._stop)

    def join(self) -> None:
        """Wait until the thread has ended."""
        if not self.is_of_parent:
            self._thread.join()


def _stop(loop: AbstractEventLoop, stopping: threading.Event) -> None:
    stopping.set()
    loop.stop()


def _turn(loop: AbstractEventLoop, stopping: threading.Event) -> None:
    """What the thread does."""
    try:
        while not stopping.is_set():
            # A function's SystemExit comes out here, too. Whoever waits for it gets it.
            with suppress(SystemExit, KeyboardInterrupt):
                loop.run_forever()
        for each in (_end_all(), loop.shutdown_asyncgens()):
            with suppress(SystemExit, KeyboardInterrupt):
                loop.run_until_complete(each)
    finally:
        loop.close()


async def _end_all() -> None:
    """End what still runs: most of it ends by itself, and what is cancelled may clean up."""
    for patience, is_patient in ((SELF, True), (CANCELLED, False), (CANCELLED, False)):
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for each in left if not is_patient else ():
            each.cancel()
        if left:
            await asyncio.wait(left, timeout=patience)
