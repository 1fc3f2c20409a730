"""``sysvirt.aio.Stream``: data on its way to or from the host, awaited."""

from __future__ import annotations

from asyncio import CancelledError
from typing import TYPE_CHECKING, Any, Self

import sysvirt
from sysvirt._core import arguments
from sysvirt.aio._events.callback import Callback
from sysvirt.aio._lane.in_loop import Handler
from sysvirt.aio._twin import Twin, sync_of
from sysvirt.constants import StreamConstants

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import TracebackType

    from sysvirt._core.arguments import Data, Flags
    from sysvirt.aio._virt.connection import Connection

    Count = int | Awaitable[int]
    Sink = Callable[["Stream", bytes, int], Count]
    Source = Callable[["Stream", bytearray, int], Count]
    HoleSink = Callable[["Stream", int], Count]
    HoleSource = Callable[["Stream"], tuple[int, int] | Awaitable[tuple[int, int]]]


def _recv(sync: sysvirt.Stream, nbytes: int, flags: Flags) -> bytes | int:
    data = bytearray()
    number = sync.recv(data, nbytes, flags)
    return number if number < 0 else bytes(data)


class Stream(Twin, StreamConstants):
    """A flow of data on a connection, which a method such as ``StorageVol.download`` starts.

    It has a thread of its own, so it never keeps other calls waiting. ``async with`` finishes it,
    or aborts it when an exception leaves the block.

    >>> async with await conn.new_stream() as st:  # doctest: +SKIP
    ...     await vol.download(st, 0, 5)
    ...     await st.recv(1024)
    b'hello'

    Perl: ``Sys::Virt::Stream``.
    """

    __slots__ = ("_aborting", "_lane")

    _sync: sysvirt.Stream

    def __init__(self, conn: Connection, sync: sysvirt.Stream) -> None:
        super().__init__(conn, sync)
        self._lane = conn._lanes.add_lane()
        # An abort may hang, beside a call that begins a transfer: it is to stop no other one.
        self._aborting = conn._lanes.add_lane()

    @classmethod
    async def new(cls, conn: Connection, flags: Flags = 0) -> Self:
        """A stream that nothing flows through yet: the same as ``await conn.new_stream(flags)``.

        >>> st = await Sys.Virt.Stream.new(conn)

        Rests on: ``virStreamNew``. Perl: ``new``.
        """
        if not isinstance(sync_of(conn), sysvirt.Virt) or conn is sync_of(conn):
            raise arguments.wrong_type(conn, "conn", "a sysvirt.aio.Virt")
        return cls(conn, await conn._call(conn._sync.new_stream, flags))

    async def abort(self) -> None:
        """Break the transfer off; what has arrived so far stays.

        >>> await (await conn.new_stream()).abort()

        Rests on: ``virStreamAbort``. Perl: ``abort``.
        """
        # Beside a call that waits for data, which this one ends.
        await self._aborting.call(self._sync.abort)

    async def finish(self) -> None:
        """End the transfer, and learn by an ``Error`` if something went wrong on the way.

        >>> st = await conn.new_stream()  # doctest: +SKIP
        >>> await vol.upload(st, 0, 5)  # doctest: +SKIP
        >>> await st.send(b"HELLO", 5)  # doctest: +SKIP
        5
        >>> await st.finish()  # doctest: +SKIP

        Rests on: ``virStreamFinish``. Perl: ``finish``.
        """
        await self._lane.call(self._sync.finish)

    async def recv(self, nbytes: int, flags: Flags = 0) -> bytes | int:
        """Receive at most ``nbytes`` bytes; ``b""`` is the end.

        A number is what Perl's ``recv`` returns in its place: -2 when a stream with ``NONBLOCK``
        would have to wait, -3 before a hole if ``flags`` has ``RECV_STOP_AT_HOLE``.

        >>> st = await conn.new_stream()  # doctest: +SKIP
        >>> await vol.download(st, 0, 5)  # doctest: +SKIP
        >>> await st.recv(1024), await st.recv(1024)  # doctest: +SKIP
        (b'hello', b'')
        >>> await st.finish()  # doctest: +SKIP

        Rests on: ``virStreamRecv``, ``virStreamRecvFlags``. Perl: ``recv``.
        """
        return await self._lane.call(_recv, self._sync, nbytes, flags)

    async def send(self, data: Data | None, nbytes: int) -> int:
        """Send the first ``nbytes`` bytes of ``data``, or all if there are fewer.

        The result is how many were sent, which may be less, or -2 when a stream with
        ``NONBLOCK`` would have to wait.

        >>> st = await conn.new_stream()  # doctest: +SKIP
        >>> await vol.upload(st, 0, 5)  # doctest: +SKIP
        >>> await st.send(b"HELLO", 5)  # doctest: +SKIP
        5
        >>> await st.finish()  # doctest: +SKIP

        Rests on: ``virStreamSend``. Perl: ``send``.
        """
        return await self._lane.call(self._sync.send, data, nbytes)

    async def recv_hole(self, flags: Flags = 0) -> int:
        """The bytes of the hole that ``recv`` stopped at; there are no ``flags`` yet.

        >>> sparse = Sys.Virt.StorageVol.VOL_DOWNLOAD_SPARSE_STREAM
        >>> st = await conn.new_stream()  # doctest: +SKIP
        >>> await vol.download(st, 0, 0, sparse)  # doctest: +SKIP
        >>> stop = Sys.Virt.Stream.RECV_STOP_AT_HOLE
        >>> while isinstance(await st.recv(4096, stop), bytes):  # doctest: +SKIP
        ...     pass
        >>> await st.recv_hole()  # doctest: +SKIP
        1044480
        >>> await st.abort()  # doctest: +SKIP

        Rests on: ``virStreamRecvHole``. Perl: ``recv_hole``.
        """
        return await self._lane.call(self._sync.recv_hole, flags)

    async def send_hole(self, length: int, flags: Flags = 0) -> None:
        """Let the other end have a hole of ``length`` bytes here; there are no ``flags`` yet.

        >>> sparse = Sys.Virt.StorageVol.VOL_UPLOAD_SPARSE_STREAM
        >>> st = await conn.new_stream()  # doctest: +SKIP
        >>> await vol.upload(st, 0, 0, sparse)  # doctest: +SKIP
        >>> await st.send_hole(4096)  # doctest: +SKIP
        >>> await st.finish()  # doctest: +SKIP

        Rests on: ``virStreamSendHole``. Perl: ``send_hole``.
        """
        await self._lane.call(self._sync.send_hole, length, flags)

    async def recv_all(self, handler: Sink) -> None:
        """Receive all that comes, in pieces that ``handler(st, data, nbytes)`` takes.

        It is called in the loop, may be a coroutine function, and returns how many bytes it took.
        When it returns a negative number or raises, the stream is aborted. Cancelled, the
        stream is aborted at the next piece.

        >>> received = bytearray()
        >>> async def keep(st, data, nbytes):
        ...     received.extend(data)
        ...     return len(data)
        >>> st = await conn.new_stream()  # doctest: +SKIP
        >>> await vol.download(st, 0, 5)  # doctest: +SKIP
        >>> await st.recv_all(keep)  # doctest: +SKIP
        >>> await st.finish()  # doctest: +SKIP
        >>> bytes(received)  # doctest: +SKIP
        b'hello'

        Rests on: ``virStreamRecv``. Perl: ``recv_all``.
        """
        await self._transfer(self._sync.recv_all, {"handler": handler})

    async def send_all(self, handler: Source) -> None:
        """Send all that ``handler(st, data, nbytes)`` puts into ``data``, piece by piece.

        It is called in the loop, may be a coroutine function, and returns how many bytes there
        are, 0 at the end. When it returns a negative number or raises, the stream is aborted.
        Afterwards ``finish`` has to be called.

        >>> pieces = [b"HELLO", b""]
        >>> def give(st, data, nbytes):
        ...     data[:] = pieces.pop(0)
        ...     return len(data)
        >>> st = await conn.new_stream()  # doctest: +SKIP
        >>> await vol.upload(st, 0, 5)  # doctest: +SKIP
        >>> await st.send_all(give)  # doctest: +SKIP
        >>> await st.finish()  # doctest: +SKIP

        Rests on: ``virStreamSend``. Perl: ``send_all``.
        """
        await self._transfer(self._sync.send_all, {"handler": handler})

    async def sparse_recv_all(self, handler: Sink, hole_handler: HoleSink) -> None:
        """Receive all that comes, with holes that aren't filled with zeros.

        ``handler`` is as in ``recv_all``. ``hole_handler(st, length)`` is called for a hole of
        ``length`` bytes, and returns 0, or a negative number to abort.

        >>> async def keep(st, data, nbytes):
        ...     return len(data)
        >>> async def skip(st, length):
        ...     print("a hole of", length, "bytes")
        ...     return 0
        >>> sparse = Sys.Virt.StorageVol.VOL_DOWNLOAD_SPARSE_STREAM
        >>> st = await conn.new_stream()  # doctest: +SKIP
        >>> await vol.download(st, 0, 0, sparse)  # doctest: +SKIP
        >>> await st.sparse_recv_all(keep, skip)  # doctest: +SKIP
        a hole of 1044480 bytes
        >>> await st.finish()  # doctest: +SKIP

        Rests on: ``virStreamRecvFlags``, ``virStreamRecvHole``. Perl: ``sparse_recv_all``.
        """
        handlers: dict[str, Callable[..., Any]] = {"handler": handler, "hole_handler": hole_handler}
        await self._transfer(self._sync.sparse_recv_all, handlers)

    async def sparse_send_all(
        self, handler: Source, hole_handler: HoleSource, skip_handler: HoleSink
    ) -> None:
        """Send all that ``handler`` gives, with holes that aren't filled with zeros.

        ``handler`` is as in ``send_all``. ``hole_handler(st)`` returns a pair, whether data comes
        now (else it is a hole) and how many bytes of it are left; a hole of 0 bytes is the end.
        ``skip_handler(st, length)`` steps over a hole. Afterwards ``finish`` has to be called.

        >>> from io import BytesIO
        >>> file, holes = BytesIO(b"HELLO"), [(True, 5), (False, 4096), (False, 0)]
        >>> def give(st, data, nbytes):
        ...     data[:] = file.read(nbytes)
        ...     return len(data)
        >>> async def where(st):
        ...     return holes.pop(0)
        >>> async def skip(st, length):
        ...     return 0
        >>> sparse = Sys.Virt.StorageVol.VOL_UPLOAD_SPARSE_STREAM
        >>> st = await conn.new_stream()  # doctest: +SKIP
        >>> await vol.upload(st, 0, 0, sparse)  # doctest: +SKIP
        >>> await st.sparse_send_all(give, where, skip)  # doctest: +SKIP
        >>> await st.finish()  # doctest: +SKIP

        Rests on: ``virStreamSend``, ``virStreamSendHole``. Perl: ``sparse_send_all``.
        """
        handlers: dict[str, Callable[..., Any]] = {
            "handler": handler,
            "hole_handler": hole_handler,
            "skip_handler": skip_handler,
        }
        await self._transfer(self._sync.sparse_send_all, handlers)

    async def add_callback(self, events: int, coderef: Callable[[Stream, int], object]) -> None:
        """Have ``coderef(st, events)`` called in the loop when data can be received or sent.

        ``events`` are ``EVENT_*``. The stream must have a transfer. There can be one callback; it
        may be a coroutine function.

        >>> st = await conn.new_stream(Sys.Virt.Stream.NONBLOCK)  # doctest: +SKIP
        >>> await vol.download(st, 0, 5)  # doctest: +SKIP
        >>> readable, came = Sys.Virt.Stream.EVENT_READABLE, asyncio.Event()
        >>> await st.add_callback(readable, lambda st, events: came.set())  # doctest: +SKIP
        >>> await came.wait()  # doctest: +SKIP
        True
        >>> await st.remove_callback()  # doctest: +SKIP
        >>> await st.abort()  # doctest: +SKIP

        Rests on: ``virStreamEventAddCallback``. Perl: ``add_callback``.
        """
        arguments.callback(coderef, "coderef")
        await self._conn._end.turn_loop()
        await self._lane.call(self._sync.add_callback, events, Callback(self, coderef))

    async def update_callback(self, events: int) -> None:
        """Change what the callback waits for: some of ``EVENT_*``.

        >>> st = await conn.new_stream(Sys.Virt.Stream.NONBLOCK)  # doctest: +SKIP
        >>> await vol.upload(st, 0, 5)  # doctest: +SKIP
        >>> await st.add_callback(0, lambda st, events: None)  # doctest: +SKIP
        >>> await st.update_callback(Sys.Virt.Stream.EVENT_ERROR)  # doctest: +SKIP
        >>> await st.remove_callback()  # doctest: +SKIP
        >>> await st.abort()  # doctest: +SKIP

        Rests on: ``virStreamEventUpdateCallback``. Perl: ``update_callback``.
        """
        await self._lane.call(self._sync.update_callback, events)

    async def remove_callback(self) -> None:
        """Take the callback back.

        >>> st = await conn.new_stream(Sys.Virt.Stream.NONBLOCK)  # doctest: +SKIP
        >>> await vol.download(st, 0, 5)  # doctest: +SKIP
        >>> await st.add_callback(0, lambda st, events: None)  # doctest: +SKIP
        >>> await st.remove_callback()  # doctest: +SKIP
        >>> await st.abort()  # doctest: +SKIP

        Rests on: ``virStreamEventRemoveCallback``. Perl: ``remove_callback``.
        """
        await self._lane.call(self._sync.remove_callback)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if error is None:
            await self.finish()
            return
        try:
            await self._aborting.finish(kind, self._sync.abort)
        except sysvirt.Error:
            # It was aborted by libvirt, or the connection is gone: the first error counts.
            return

    async def _transfer(
        self, transfer: Callable[..., None], handlers: dict[str, Callable[..., Any]]
    ) -> None:
        """Have a transfer of everything done by the stream's thread, its handlers by the loop."""
        for name, function in handlers.items():
            arguments.callback(function, name)
        made = [self._in_loop(function) for function in handlers.values()]
        try:
            await self._lane.call(transfer, *made)
        except CancelledError:
            for handler in made:
                handler.stop()
            raise

    def _in_loop(self, function: Callable[..., Any]) -> Handler:
        # The thread passes the synchronous stream.
        return Handler(self._lane.loop, lambda _sync, *values: function(self, *values))

    def __del__(self) -> None:
        for name in ("_lane", "_aborting"):
            if (lane := getattr(self, name, None)) is not None:
                lane.stop()
