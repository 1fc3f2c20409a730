"""Turning the default event loop until a program has what it wants."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

from support.words import words
from sysvirt import Event, Virt

P = ParamSpec("P")


class Loop:
    """The event loop of a program, which its callbacks end."""

    def __init__(self) -> None:
        self._ended = False
        self._error: Exception | None = None

    def end(self) -> None:
        """Turn no more."""
        self._ended = True

    def guard(self, callback: Callable[P, object]) -> Callable[P, None]:
        """The callback, whose exception ends the loop and comes out of `run`.

        By itself an exception would only be reported, and the loop go on without end.
        """

        def guarded(*args: P.args, **named: P.kwargs) -> None:
            if self._ended:
                return
            try:
                callback(*args, **named)
            except Exception as error:  # noqa: BLE001 - whatever it is, it comes out below
                self._error = error
                self._ended = True

        return guarded

    def ends_with(self, conn: Virt) -> None:
        """Fail if the connection breaks: its streams don't hear of it, and would wait for ever."""

        def closed(_conn: Virt, reason: int) -> None:
            why = words(Virt, "CLOSE_REASON_", reason)
            raise ConnectionError(f"the connection broke off: {why}")

        conn.register_close_callback(self.guard(closed))

    def run(self) -> None:
        """Turn until the end."""
        while not self._ended:
            Event.run_default()
        if self._error is not None:
            raise self._error
