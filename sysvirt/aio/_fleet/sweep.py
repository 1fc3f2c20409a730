"""One question to many hosts."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sysvirt.aio._lane.job import ignore

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence

    from sysvirt.aio._fleet.member import Member
    from sysvirt.aio._fleet.outcomes import Result
    from sysvirt.aio.virt import Virt

V = TypeVar("V")


class Sweep(Generic[V]):
    """A function that is called for some hosts, ``at_once`` of them at one time."""

    def __init__(
        self,
        members: Sequence[Member],
        function: Callable[[Virt], Awaitable[V]],
        timeout: float,
        at_once: int,
        progress: Callable[[int, int], object] | None,
    ) -> None:
        self.members = members
        self._function = function
        self._timeout = timeout
        self._at_once = at_once
        self._progress = progress

    async def results(self) -> AsyncGenerator[Result[V], None]:
        """What it gives, as the hosts end; whoever has enough leaves nothing running."""
        turns = asyncio.Semaphore(self._at_once)
        tasks = [
            asyncio.ensure_future(each.ask(self._function, self._timeout, turns))
            for each in self.members
        ]
        try:
            for done, waited in enumerate(asyncio.as_completed(tasks), 1):
                result: Result[Any] = await waited
                if self._progress is not None:
                    self._progress(done, len(tasks))
                yield result
        finally:
            for each in tasks:
                # Nobody looks at it any more, and asyncio would report what it raised.
                each.add_done_callback(ignore)
                each.cancel()
