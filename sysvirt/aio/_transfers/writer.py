"""A volume's new content, sent range by range."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Self

from sysvirt._core import arguments
from sysvirt.aio._lane.job import ignore, outcome

if TYPE_CHECKING:
    from asyncio import Future
    from types import TracebackType

    import sysvirt
    from sysvirt._core.arguments import Data
    from sysvirt.aio._lane.job import Job
    from sysvirt.aio._virt.connection import Connection

#: How many ranges may be under way.
AHEAD = 2


def send(vol: sysvirt.StorageVol, offset: int, content: bytes) -> None:
    """A range of a volume, in a thread."""
    left = memoryview(content)

    def give(_stream: sysvirt.Stream, data: bytearray, nbytes: int) -> int:
        nonlocal left
        data[:] = left[:nbytes]
        left = left[nbytes:]
        return len(data)

    stream = vol.connection.new_stream()
    vol.upload(stream, offset, len(content))
    stream.send_all(give)
    stream.finish()


class Writer:
    """What :meth:`StorageVol.writer` gives: a volume's content is written in order.

    >>> async with vol.writer(length=0) as writer:
    ...     await writer.write(b"")
    0

    Rests on: ``virStorageVolUpload``. Perl: not there.
    """

    __module__ = "sysvirt.aio"

    def __init__(
        self,
        conn: Connection,
        vol: sysvirt.StorageVol,
        offset: int,
        length: int | None,
        *,
        segment: int,
    ) -> None:
        self._lane = conn._lanes.add_lane()
        self._vol = vol
        self._next = offset
        self._left = length
        self._segment = segment
        self._data = bytearray()
        self._jobs: deque[tuple[Job[None], Future[None]]] = deque()

    async def write(self, data: Data) -> int:
        """Write more bytes; it waits until there is room for them, and tells how many they were.

        They are sent range by range, so the host may still have nothing of it: :meth:`flush` and
        the end of the block wait for that. ``Error`` comes when the host has refused what was
        written before, ``ValueError`` when there are more bytes than ``length`` allows.

        >>> async with vol.writer(length=5) as writer:  # doctest: +SKIP
        ...     await writer.write(b"hello")
        5

        Rests on: ``virStorageVolUpload``, ``virStreamSend``. Perl: ``send`` of the stream.
        """
        content = arguments.data(data, "data")
        if self._left is not None:
            if len(content) > self._left:
                raise ValueError(f"data must be at most {self._left} bytes, not {len(content)}")
            self._left -= len(content)
        self._data += content
        while len(self._data) >= self._segment:
            await self._send(self._segment)
        return len(content)

    async def flush(self) -> None:
        """Wait until the host has all that was written so far; ``Error`` if it refuses that.

        >>> async with vol.writer() as writer:  # doctest: +SKIP
        ...     await writer.write(b"hello")
        ...     await writer.flush()
        5

        Rests on: ``virStorageVolUpload``, ``virStreamFinish``. Perl: ``finish`` of the stream.
        """
        if self._data:
            await self._send(len(self._data))
        while self._jobs:
            await self._wait_for_first()

    async def _send(self, number: int) -> None:
        while len(self._jobs) >= AHEAD:
            await self._wait_for_first()
        content = bytes(self._data[:number])
        del self._data[:number]
        job = self._lane.add(send, (self._vol, self._next, content))
        job.waiter.add_done_callback(ignore)
        self._jobs.append((job, job.waiter))
        self._next += number

    async def _wait_for_first(self) -> None:
        try:
            await outcome(self._jobs[0][1])
        finally:
            # Who is cancelled leaves it to whoever waits next, who has to learn of its error.
            if self._jobs[0][1].done():
                self._jobs.popleft()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                await self.flush()
        finally:
            for job, _ in self._jobs:
                self._lane.give_up(job)
            self._jobs.clear()
            self._lane.stop()
