"""A console or a channel of a guest, read and written by ``await``."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Self

from sysvirt import Error
from sysvirt._core import arguments
from sysvirt._core.closing import refuse_closed

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    import sysvirt
    from sysvirt._core.arguments import Data, Flags
    from sysvirt.aio._virt.connection import Connection

#: How much is received at once, and how much is kept for whoever reads, in bytes.
PIECE = 65536
ROOM = 1024**2


class Console:
    """What :meth:`Domain.console` and :meth:`Domain.channel` give: a line to a guest.

    It is opened by ``async with``, and used inside of the block. What the guest says is kept
    until it is read, a MiB at most; then the oldest goes, and ``lost`` counts it.

    >>> async with dom.console() as tty:  # doctest: +SKIP
    ...     await tty.write(b"\\r")
    ...     await tty.read(1)
    1
    b'\\r'

    Rests on: ``virStreamRecv``, ``virStreamSend``. Perl: not there.
    """

    __module__ = "sysvirt.aio"

    def __init__(
        self, conn: Connection, opening: Callable[..., None], name: str | None, flags: Flags
    ) -> None:
        self._conn = conn
        self._opening = opening
        self._name = name
        self._flags = flags
        self._stream: sysvirt.Stream | None = None
        self._receiving = conn._lanes.add_lane(is_waited_for=False)
        self._sending = conn._lanes.add_lane()
        self._data = bytearray()
        self._lost = 0
        self._ready = asyncio.Event()
        self._has_ended = False
        self._error: BaseException | None = None

    @property
    def lost(self) -> int:
        """How many bytes were dropped since nobody read them.

        >>> dom.console().lost
        0

        Rests on: no C function. Perl: not there.
        """
        return self._lost

    async def read(self, nbytes: int) -> bytes:
        """What has come, at most ``nbytes`` bytes: it waits for the first, not for all.

        ``b""`` is the end: the guest has hung up, or the program has closed the connection.
        ``Error`` comes where the connection has broken, and outside of the block. How long it
        waits is for ``asyncio.timeout`` to say; what comes then is kept for the next one.

        >>> async with dom.console() as tty:  # doctest: +SKIP
        ...     await tty.write(b"\\r")
        ...     await tty.read(1)
        1
        b'\\r'

        Rests on: ``virStreamRecv``. Perl: ``recv`` of the stream.
        """
        most = arguments.count(nbytes, "nbytes")
        if self._stream is None and not self._data and not self._has_ended:
            raise refuse_closed()
        while not self._data and not self._has_ended:
            self._ready.clear()
            await self._ready.wait()
        if not self._data and self._error is not None:
            raise self._error
        found = bytes(self._data[:most])
        del self._data[:most]
        return found

    async def write(self, data: Data) -> int:
        """Send bytes, all of them; the result is how many they were.

        It waits until the host has taken them. ``Error`` comes where the connection or the
        console has ended, and outside of the block. ``TypeError`` comes for ``str``: a console
        takes bytes.

        >>> async with dom.console() as tty:  # doctest: +SKIP
        ...     await tty.write(b"\\r")
        1

        Rests on: ``virStreamSend``. Perl: ``send`` of the stream.
        """
        content = arguments.data(data, "data")
        if self._stream is None:
            raise refuse_closed()
        return await self._sending.call(_send_all, self._stream, content)

    async def __aenter__(self) -> Self:
        main = self._conn._lanes.main
        self._stream = await main.call_or_undo(
            _abort, _open, self._conn._sync, self._opening, self._name, self._flags
        )
        self._conn._end.streams.add(self._stream)
        job = self._receiving.add(self._receive, (self._stream,))
        job.waiter.add_done_callback(self._end_by)
        self._conn._end.add(self)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._conn._end.listeners.discard(self)
        stream, self._stream = self._stream, None
        try:
            # It ends the thread that receives; the guest may have hung up before.
            if stream is not None and not self._has_ended:
                with suppress(Error):
                    await self._conn._lanes.express.finish(kind, stream.abort)
            # Who is cancelled hasn't waited: the connection's end may have to see to it.
            if kind is None or not issubclass(kind, asyncio.CancelledError):
                self._forget(stream)
        finally:
            self._receiving.stop()
            self._sending.stop()

    def _forget(self, stream: sysvirt.Stream | None) -> None:
        if stream is not None:
            self._conn._end.streams.discard(stream)

    def end(self, error: Error | None) -> None:
        """The connection is closed, or it broke."""
        self._end(error)

    def _receive(self, stream: sysvirt.Stream) -> None:
        """What the thread does: receive until the end."""
        data = bytearray()
        calls = self._conn._lanes.calls
        while stream.recv(data, PIECE):
            calls.add(partial(self._keep, bytes(data)))

    def _keep(self, data: bytes) -> None:
        self._data += data
        if (over := len(self._data) - ROOM) > 0:
            del self._data[:over]
            self._lost += over
        self._ready.set()

    def _end_by(self, job: asyncio.Future[Any]) -> None:
        self._end(None if job.cancelled() else job.exception())

    def _end(self, error: BaseException | None) -> None:
        if not self._has_ended:
            self._has_ended = True
            self._error = error
        self._ready.set()


def _open(
    conn: sysvirt.Virt, opening: Callable[..., None], name: str | None, flags: Flags
) -> sysvirt.Stream:
    stream = conn.new_stream()
    opening(stream, name, flags)
    return stream


def _abort(stream: sysvirt.Stream) -> None:
    with suppress(Error):
        stream.abort()


def _send_all(stream: sysvirt.Stream, content: bytes) -> int:
    left = memoryview(content)
    while left:
        left = left[stream.send(left, len(left)) :]
    return len(content)
