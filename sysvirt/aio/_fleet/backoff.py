"""How long to wait before a host is tried again."""

from __future__ import annotations

import random


class Backoff:
    """Pauses that double from ``first`` to ``last`` seconds.

    Each is between half of it and all of it, by chance: hosts that went down together would be
    tried together otherwise.
    """

    def __init__(self, first: float, last: float) -> None:
        self._first = first
        self._last = last
        self._next = first

    def take(self) -> float:
        """The next pause, in seconds."""
        pause, self._next = self._next, min(2 * self._next, self._last)
        return random.uniform(pause / 2, pause)  # noqa: S311 - nothing secret

    def reset(self) -> None:
        """Begin anew: the host has come up."""
        self._next = self._first
