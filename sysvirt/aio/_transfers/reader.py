"""A volume's content, fetched range by range.

libvirt's streams can't be held back while an event loop turns: what nobody reads piles up in the
client. So a volume is fetched in ranges, each by a stream of its own, and only so many ahead.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from sysvirt._core import arguments
from sysvirt.aio._lane.job import ignore, outcome

if TYPE_CHECKING:
    from asyncio import Future
    from types import TracebackType

    import sysvirt
    from sysvirt.aio._lane.job import Job
    from sysvirt.aio._virt.connection import Connection

MIB = 1024**2
#: The bytes of a range.
SEGMENT = 16 * MIB
#: How many ranges are fetched before they are read.
AHEAD = 3


class Hole(NamedTuple):
    """So many bytes that aren't stored, and read as zeros.

    >>> len(Hole(4096).zeros())
    4096

    Rests on: ``virStreamRecvHole``. Perl: not there.
    """

    length: int

    def zeros(self) -> bytes:
        """The bytes that it stands for.

        >>> Hole(3).zeros()
        b'\\x00\\x00\\x00'

        Rests on: no C function. Perl: not there.
        """
        return bytes(self.length)


Piece = bytes | Hole


def _size(pieces: list[Piece]) -> int:
    return sum(piece.length if isinstance(piece, Hole) else len(piece) for piece in pieces)


def fetch(vol: sysvirt.StorageVol, offset: int, length: int, *, sparse: bool) -> list[Piece]:
    """A range of a volume, in a thread."""
    pieces: list[Piece] = []

    def keep(_stream: sysvirt.Stream, data: bytes, nbytes: int) -> int:
        pieces.append(data)
        return nbytes

    def skip(_stream: sysvirt.Stream, length: int) -> int:
        pieces.append(Hole(length))
        return 0

    stream = vol.connection.new_stream()
    flags = vol.VOL_DOWNLOAD_SPARSE_STREAM if sparse else 0
    vol.download(stream, offset, length, flags)
    if sparse:
        stream.sparse_recv_all(keep, skip)
    else:
        stream.recv_all(keep)
    stream.finish()
    return pieces


class Reader:
    """What :meth:`StorageVol.reader` gives: a volume's content, in order.

    ``async for`` gives pieces as they come: ``bytes``, and :class:`Hole` where it was asked for.

    >>> async with vol.reader(0, 0) as reader:
    ...     [piece async for piece in reader]
    []

    Rests on: ``virStorageVolDownload``. Perl: not there.
    """

    __module__ = "sysvirt.aio"

    def __init__(
        self,
        conn: Connection,
        vol: sysvirt.StorageVol,
        span: tuple[int, int | None],
        *,
        segment: int,
        ahead: int,
        sparse: bool,
    ) -> None:
        self._lane = conn._lanes.add_lane(width=ahead)
        self._vol = vol
        self._next, self._left = span
        self._segment = segment
        self._ahead = ahead
        self._sparse = sparse
        self._jobs: deque[tuple[int, Job[list[Piece]], Future[list[Piece]]]] = deque()
        self._pieces: deque[Piece] = deque()
        self._is_at_end = False

    async def read(self, nbytes: int = -1) -> bytes:
        """The next ``nbytes`` bytes, or fewer at the end, where it is ``b""``; -1: all the rest.

        It waits until so many are there. Holes come as zeros. ``Error`` comes when the host
        refuses, or the connection breaks.

        >>> async with vol.reader(0, 0) as reader:
        ...     await reader.read(512)
        b''

        Rests on: ``virStorageVolDownload``, ``virStreamRecv``. Perl: ``recv`` of the stream.
        """
        number = arguments.llong(nbytes, "nbytes")
        found = bytearray()
        try:
            while number < 0 or len(found) < number:
                piece = await self._next_piece()
                if piece is None:
                    break
                data = memoryview(piece.zeros() if isinstance(piece, Hole) else piece)
                wanted = len(data) if number < 0 else number - len(found)
                found += data[:wanted]
                if len(data) > wanted:
                    self._pieces.appendleft(bytes(data[wanted:]))
        except BaseException:
            # Nobody has got it: the next one who reads does.
            if found:
                self._pieces.appendleft(bytes(found))
            raise
        return bytes(found)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Piece:
        piece = await self._next_piece()
        if piece is None:
            raise StopAsyncIteration
        return piece

    async def _next_piece(self) -> Piece | None:
        while not self._pieces:
            self._fetch_ahead()
            if not self._jobs:
                return None
            wanted = self._jobs[0][0]
            pieces = await outcome(self._jobs[0][2])
            self._jobs.popleft()
            if _size(pieces) < wanted:
                # The volume ends there, and so does what was fetched beyond.
                self._is_at_end = True
                self._give_up()
            self._pieces.extend(pieces)
            self._fetch_ahead()
        return self._pieces.popleft()

    def _fetch_ahead(self) -> None:
        """Have the next ranges fetched, as far as there is room."""
        while len(self._jobs) < self._ahead and not self._is_at_end and self._left != 0:
            length = self._segment if self._left is None else min(self._segment, self._left)
            span: tuple[Any, ...] = (self._vol, self._next, length)
            job = self._lane.add(fetch, span, {"sparse": self._sparse})
            job.waiter.add_done_callback(ignore)
            self._jobs.append((length, job, job.waiter))
            self._next += length
            if self._left is not None:
                self._left -= length

    def _give_up(self) -> None:
        for _, job, _ in self._jobs:
            self._lane.give_up(job)
        self._jobs.clear()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._is_at_end = True
        self._give_up()
        self._pieces.clear()
        self._lane.stop()
