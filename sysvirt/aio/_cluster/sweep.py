"""One question to many hosts, of which each is answered once."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any

from sysvirt.aio import Result

if TYPE_CHECKING:
    from sysvirt.aio._cluster.link import Link


class Sweep:
    """Who has been asked and hasn't answered, and the answers that weren't read yet."""

    def __init__(self, number: int) -> None:
        self.number = number
        #: The hosts without an answer, each with the worker that was asked.
        self.pending: dict[str, Link] = {}
        self._results: deque[Result[Any]] = deque()
        self._ready = asyncio.Event()

    def shares(self) -> dict[Link, list[str]]:
        """The hosts that each worker is asked for."""
        found: dict[Link, list[str]] = {}
        for host, link in self.pending.items():
            found.setdefault(link, []).append(host)
        return found

    def answer(self, link: Link, result: Result[Any]) -> None:
        """Take an answer in; one that nobody waits for any more is dropped."""
        if self.pending.get(result.host) is link:
            del self.pending[result.host]
            self.put(result)

    def fail(self, link: Link, error: Exception) -> None:
        """A worker gives no more answers."""
        for host in self.shares().get(link, ()):
            self.answer(link, Result(host, error=error))

    def put(self, result: Result[Any]) -> None:
        """Have a result read."""
        self._results.append(result)
        self._ready.set()

    async def next(self) -> Result[Any]:
        """The next result."""
        while not self._results:
            self._ready.clear()
            await self._ready.wait()
        return self._results.popleft()
