"""A loop of asyncio that turns in another thread, for programs that have none."""

from __future__ import annotations

import asyncio
import os
import threading
from concurrent.futures import CancelledError, Future
from contextlib import aclosing, nullcontext, suppress
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Task
    from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator

R = TypeVar("R")

#: What follows the last item.
_END = object()

#: How long what still runs at the end may take to end by itself, and when it is cancelled, in
#: seconds.
SELF, CANCELLED = 0.2, 0.5
#: How often whoever waits looks for signals, in seconds. Ctrl-C wakes the main thread, but not
#: where it comes in the very moment in which that begins to wait.
LOOK = 0.25


class OtherLoop:
    """A loop, until ``stop``. What is done there is for all other threads to ask."""

    def __init__(self, loop: AbstractEventLoop) -> None:
        self._loop = loop
        self._pid = os.getpid()
        #: No more is taken.
        self._is_stopped = False
        #: Held to hand something in: whatever comes before the end gets an answer.
        self._handing_in = threading.Lock()

    @property
    def is_of_parent(self) -> bool:
        """Whether the loop stayed with the parent of this process."""
        return os.getpid() != self._pid

    @property
    def has_ended(self) -> bool:
        """Whether it takes nothing any more, since it was stopped."""
        return self._is_stopped and not self.is_of_parent

    def submit(self, function: Callable[[], Awaitable[R]]) -> Future[R]:
        """Have a coroutine function run there; ``RuntimeError`` where that can't be."""
        future: Future[R] = Future()
        # In a child process the lock may be held by a thread that isn't there.
        with nullcontext() if self.is_of_parent else self._handing_in:
            refusal = self._refusal()
            if refusal is not None:
                raise refusal
            self._loop.call_soon_threadsafe(_begin, function, future)
        return future

    def wait(self, function: Callable[[], Awaitable[R]]) -> R:
        """Have a coroutine function run there, and wait for what it gives."""
        return self.outcome(self.submit(function))

    def outcome(self, future: Future[R]) -> R:
        """What a coroutine function gives that was handed in."""
        try:
            while True:
                with suppress(TimeoutError):
                    return future.result(LOOK)
                if future.done():
                    return future.result()
                self._check_turning(future)
        except CancelledError:
            if self._is_stopped:
                raise RuntimeError("this fleet was closed meanwhile") from None
            raise
        finally:
            # Ctrl-C ends the waiting, and so what is waited for.
            future.cancel()
            # An error's traceback leads here.
            del future

    def do(self, function: Callable[[], R]) -> R:
        """The same for a function that needs the loop's thread."""

        async def call() -> R:
            return function()

        return self.wait(call)

    def items(self, found: AsyncGenerator[R, None]) -> Iterator[R]:
        """What an asynchronous generator gives, as it comes; it is closed with this one."""
        items: SimpleQueue[Any] = SimpleQueue()

        async def read() -> None:
            try:
                async with aclosing(found):
                    async for item in found:
                        items.put(item)
            finally:
                items.put(_END)

        future = self.submit(read)
        try:
            while (item := self._taken(items, future)) is not _END:
                yield item
            # What was raised there, if it was more than an item can hold.
            self.outcome(future)
        finally:
            future.cancel()
            del future

    def _taken(self, items: SimpleQueue[Any], future: Future[None]) -> Any:
        """The next item, as soon as there is one."""
        while True:
            with suppress(Empty):
                return items.get(timeout=LOOK)
            self._check_turning(future)

    def _check_turning(self, future: Future[Any]) -> None:
        """Whoever the loop belongs to may have closed it: then nothing comes any more."""
        if self._loop.is_closed() and not future.done():
            raise RuntimeError("the loop of this fleet was closed meanwhile")

    def _refusal(self) -> RuntimeError | None:
        if self.is_of_parent:
            return RuntimeError("this fleet belongs to the parent process")
        if _running_loop() is self._loop:
            return RuntimeError("this is the fleet's own thread, which can't wait for itself")
        if self._is_stopped:
            return RuntimeError("this fleet isn't open any more")
        return None

    def stop(self) -> None:
        """Take nothing any more; it may be stopped twice."""
        if self.is_of_parent:
            return
        with self._handing_in:
            if not self._is_stopped:
                self._is_stopped = True
                self._end()

    def _end(self) -> None:
        """What else ends with it: nothing, where the loop is somebody else's."""


class LoopThread(OtherLoop):
    """A loop with a thread of its own. At ``stop`` it ends, and what still runs is cancelled.

    ``last`` is a coroutine function that is called there at the end, before that.
    """

    def __init__(self, name: str, last: Callable[[], Awaitable[object]] | None = None) -> None:
        super().__init__(asyncio.new_event_loop())
        # The loop has its own mark, which is set when its turn comes.
        stopping = threading.Event()
        # Without a reference to this, which may be dropped.
        self._thread = threading.Thread(
            target=_turn, args=(self._loop, stopping, last), name=name, daemon=True
        )
        self._stop = partial(_stop, self._loop, stopping)
        self._thread.start()

    def join(self) -> None:
        """Wait until the thread has ended."""
        while not self.is_of_parent and self._thread.is_alive():
            self._thread.join(LOOK)

    def _end(self) -> None:
        self._loop.call_soon_threadsafe(self._stop)


def _running_loop() -> AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


# What the thread does ------------------------------------------------------------------------


def _begin(function: Callable[[], Awaitable[R]], future: Future[R]) -> None:
    """Call a coroutine function, for whoever looks at the future.

    It is called here, for Ctrl-C could come to the other thread before the coroutine is on its
    way, and asyncio would complain that nobody awaits it.
    """
    task = asyncio.ensure_future(_call(function))
    task.add_done_callback(partial(_tell, future))
    future.add_done_callback(partial(_give_up, task))


async def _call(function: Callable[[], Awaitable[R]]) -> R:
    return await function()


def _tell(future: Future[R], task: Task[R]) -> None:
    error = None if task.cancelled() else task.exception()
    if task.cancelled():
        future.cancel()
    if not future.set_running_or_notify_cancel():
        return
    if error is not None:
        future.set_exception(error)
    else:
        future.set_result(task.result())


def _give_up(task: Task[Any], future: Future[Any]) -> None:
    """End what nobody waits for any more; in the thread that gave it up."""
    if future.cancelled():
        with suppress(RuntimeError):
            task.get_loop().call_soon_threadsafe(task.cancel)


def _stop(loop: AbstractEventLoop, stopping: threading.Event) -> None:
    stopping.set()
    loop.stop()


def _turn(
    loop: AbstractEventLoop,
    stopping: threading.Event,
    last: Callable[[], Awaitable[object]] | None,
) -> None:
    try:
        while not stopping.is_set():
            # A function's SystemExit comes out here, too. Whoever waits for it gets it.
            with suppress(SystemExit, KeyboardInterrupt):
                loop.run_forever()
        for each in (*((last,) if last else ()), _end_all, loop.shutdown_asyncgens):
            with suppress(SystemExit, KeyboardInterrupt):
                loop.run_until_complete(_call(each))
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
