"""The way from threads into an asyncio loop."""

from __future__ import annotations

from asyncio import get_running_loop
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable


class LoopCalls:
    """Calls that threads leave for a loop: it is woken once for all that have come meanwhile."""

    def __init__(self, loop: AbstractEventLoop) -> None:
        self.loop = loop
        self._calls: deque[Callable[[], object]] = deque()
        self._is_woken = False

    def check(self) -> None:
        """Refuse what comes from another loop, or from none."""
        if get_running_loop() is not self.loop:
            raise RuntimeError("this connection belongs to another event loop")

    def add(self, function: Callable[[], object]) -> bool:
        """Have a function called in the loop; ``False`` when the loop is closed."""
        self._calls.append(function)
        if self.loop.is_closed():
            # It may have been closed after it was woken.
            self._calls.clear()
            return False
        # Two threads may both see that it sleeps; to be woken twice does it no harm.
        if not self._is_woken:
            self._is_woken = True
            try:
                self.loop.call_soon_threadsafe(self._run)
            except RuntimeError:
                self._is_woken = False
                self._calls.clear()
                return False
        return True

    def _run(self) -> None:
        # Before the first is taken: what comes from now on may have to wake it again.
        self._is_woken = False
        try:
            for _ in range(len(self._calls)):
                self._call(self._calls.popleft())
        finally:
            # A KeyboardInterrupt ends the loop, which may run again.
            if self._calls and not self._is_woken:
                self._is_woken = True
                self.loop.call_soon(self._run)

    def _call(self, function: Callable[[], object]) -> None:
        try:
            function()
        except Exception as error:  # noqa: BLE001 - the others are called all the same
            context = {"message": f"{function!r} failed", "exception": error}
            self.loop.call_exception_handler(context)
