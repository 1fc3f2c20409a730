"""A call on its way through a lane."""

from __future__ import annotations

import asyncio
import logging
from _thread import allocate_lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from asyncio import Future
    from collections.abc import Callable

R = TypeVar("R")

log = logging.getLogger("sysvirt.aio")


def ignore(answer: Future[Any]) -> None:
    """For an answer that maybe nobody waits for: asyncio would report its error."""
    if not answer.cancelled():
        answer.exception()


async def outcome(waiter: Future[R]) -> R:
    """What a call gives; who is cancelled meanwhile leaves it to go on, and can wait again."""
    try:
        # To await it would be to cancel it.
        await asyncio.wait([waiter])
        return waiter.result()
    finally:
        # An error's traceback leads here, and the waiter to the error.
        del waiter


class Job(Generic[R]):
    """A call, who waits for it, and what came out.

    ``late`` is called with a result that nobody waits for any more.
    """

    __slots__ = (
        "_is_delivered",
        "_result",
        "_taking",
        "arguments",
        "error",
        "function",
        "has_ended",
        "is_abandoned",
        "is_late",
        "keywords",
        "late",
        "waiter",
    )

    _result: R

    def __init__(
        self,
        waiter: Future[R],
        function: Callable[..., R],
        arguments: tuple[Any, ...] = (),
        keywords: dict[str, Any] | None = None,
        late: Callable[[R], object] | None = None,
    ) -> None:
        self.waiter = waiter
        self.function = function
        self.arguments = arguments
        self.keywords = keywords or {}
        self.late = late
        self.error: BaseException | None = None
        self.has_ended = False
        self.is_abandoned = False
        #: Whether there is a result that nobody waits for, and that must be let go of.
        self.is_late = False
        self._is_delivered = False
        self._taking = allocate_lock()

    def take(self) -> bool:
        """Take the right to begin it, or to see to it that nobody does; only one gets it."""
        return self._taking.acquire(blocking=False)

    def run(self) -> None:
        """Do it, in a thread."""
        try:
            self._result = self.function(*self.arguments, **self.keywords)
        except BaseException as error:  # noqa: BLE001 - whoever waits gets it
            self.error = error
        # Whoever waits is to be the last who holds what went in.
        del self.function, self.arguments, self.keywords
        self.has_ended = True

    def give_up(self) -> bool:
        """Nobody waits for it any more; whether a result has come that must be let go of."""
        if not self._is_delivered:
            self.waiter.cancel()
            return False
        # Whoever waited was cancelled in the turn of the loop in which it came: before it came,
        # and it is let go of already, or afterwards.
        was_late, self.is_late = self.is_late, self.late is not None and hasattr(self, "_result")
        return self.is_late and not was_late

    def deliver(self) -> None:
        """Give what came out to whoever waits, in the loop's thread."""
        waiter, error = self.waiter, self.error
        # An error's traceback leads to the job, which leads to nothing from now on: no circle,
        # which only the collector would free.
        del self.waiter
        self._is_delivered, self.error = True, None
        try:
            if waiter.done():
                self.is_late = self.late is not None and error is None
                self._report(error)
            elif error is None:
                waiter.set_result(self._result)
            elif isinstance(error, StopIteration):
                # A future can't hold this one, which would end the generators around it.
                failure = RuntimeError("a function raised StopIteration")
                failure.__cause__ = error
                waiter.set_exception(failure)
            else:
                waiter.set_exception(error)
        finally:
            del error, waiter

    def let_go(self) -> None:
        """Let go of a result that nobody waits for, in a thread: that may take its time.

        Once: whoever gives the call up while it ends may see to it as well as its thread does.
        """
        late, self.late = self.late, None
        if late is not None and hasattr(self, "_result"):
            try:
                late(self._result)
            except Exception as error:  # noqa: BLE001 - nobody is there to be told
                self._report(error)
            # The thread that made it may hold the job for a while.
            del self._result

    def _report(self, error: BaseException | None) -> None:
        if error is not None:
            log.info("a call that was cancelled failed: %s", error)
