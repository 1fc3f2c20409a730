"""``Sys.Virt.Stream``: data on its way to or from the host."""

from __future__ import annotations

import contextlib
from errno import EIO, EPIPE
from functools import partial
from typing import TYPE_CHECKING, Any

from sysvirt import _libvirt
from sysvirt._core import arguments
from sysvirt._core.arguments import flag_bits
from sysvirt._core.binding import virStream
from sysvirt._core.event_loop import explain_missing_loop
from sysvirt._core.objects import Connection, Resource
from sysvirt.constants import StreamConstants
from sysvirt.error import Error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sysvirt._core.arguments import Data, Flags

    Sink = Callable[["Stream", bytes, int], int]
    Source = Callable[["Stream", bytearray, int], int]
    HoleSink = Callable[["Stream", int], int]
    HoleSource = Callable[["Stream"], tuple[int, int]]


#: What ``recv`` and ``send`` give when they would have to wait, and ``recv`` before a hole.
WOULD_BLOCK = -2
HOLE = -3
#: The bytes that libvirt carries in one message, and so what handlers are asked for at a time.
PIECE = 262120


class Stream(Resource, StreamConstants):
    """A flow of data on a connection, which a method such as ``StorageVol.download`` starts.

    ``Stream.new`` or ``new_stream`` of the connection make one. It carries one transfer, in one
    direction or, for a console, in both; ``finish`` or ``abort`` ends it.

    >>> st = conn.new_stream()

    Perl: ``Sys::Virt::Stream``.
    """

    __slots__ = ("_blocking",)

    _KIND = virStream

    _handle: virStream

    def __init__(self, conn: Connection, handle: Any, flags: int = 0) -> None:
        super().__init__(conn, handle)
        self._blocking = not flags & self.NONBLOCK

    @classmethod
    def new(cls, conn: Connection, flags: Flags = 0) -> Stream:
        """A stream that nothing flows through yet: the same as ``conn.new_stream(flags)``.

        ``flags``: ``NONBLOCK`` for one that never waits. Perl's manual has this, its code not.

        >>> st = Sys.Virt.Stream.new(conn, Sys.Virt.Stream.NONBLOCK)

        Rests on: ``virStreamNew``. Perl: ``new``.
        """
        if not isinstance(conn, Connection):
            raise arguments.wrong_type(conn, "conn", "a Virt")
        bits = flag_bits(flags)
        return cls(conn, conn._handle.newStream(bits), bits)

    def abort(self) -> None:
        """Break the transfer off; what has arrived so far stays.

        >>> conn.new_stream().abort()

        Rests on: ``virStreamAbort``. Perl: ``abort``.
        """
        self._handle.abort()

    def finish(self) -> None:
        """End the transfer, and learn by an ``Error`` if something went wrong on the way.

        >>> st = conn.new_stream()  # doctest: +SKIP
        >>> vol.upload(st, 0, 5)  # doctest: +SKIP
        >>> st.send(b"HELLO", 5)  # doctest: +SKIP
        5
        >>> st.finish()  # doctest: +SKIP

        Rests on: ``virStreamFinish``. Perl: ``finish``.
        """
        self._handle.finish()

    def recv(self, data: bytearray, nbytes: int, flags: Flags = 0) -> int:
        """Receive at most ``nbytes`` bytes: they become the content of ``data``.

        The result is their number, 0 at the end, -2 when a stream with ``NONBLOCK`` would have
        to wait, -3 before a hole if ``flags`` has ``RECV_STOP_AT_HOLE``; ``data`` is changed
        only when it is above 0. Perl's manual also has -1, for what raises ``Error``.

        >>> st, data = conn.new_stream(), bytearray()  # doctest: +SKIP
        >>> vol.download(st, 0, 5)  # doctest: +SKIP
        >>> st.recv(data, 1024), bytes(data)  # doctest: +SKIP
        (5, b'hello')
        >>> st.recv(data, 1024)  # doctest: +SKIP
        0
        >>> st.finish()  # doctest: +SKIP

        Rests on: ``virStreamRecv``, ``virStreamRecvFlags``. Perl: ``recv``.
        """
        arguments.buffer(data, "data")
        # libvirt-python takes a C int, and counts one up.
        most = min(arguments.ullong(nbytes, "nbytes"), arguments.INT_MAX - 1)
        bits = flag_bits(flags)
        got = self._handle.recvFlags(most, bits) if bits else self._handle.recv(most)
        if got == WOULD_BLOCK:
            self._check_connection()
        if isinstance(got, int):
            return got
        if got:
            data[:] = got
        return len(got)

    def send(self, data: Data | None, nbytes: int) -> int:
        """Send the first ``nbytes`` bytes of ``data``, or all if there are fewer.

        The result is how many were sent, which may be less, or -2 when a stream with
        ``NONBLOCK`` would have to wait. Perl's manual also has -1, for what raises ``Error``.

        >>> st = conn.new_stream()  # doctest: +SKIP
        >>> vol.upload(st, 0, 5)  # doctest: +SKIP
        >>> st.send(b"HELLO", 5)  # doctest: +SKIP
        5
        >>> st.finish()  # doctest: +SKIP

        Rests on: ``virStreamSend``. Perl: ``send``.
        """
        content = b"" if data is None else arguments.data(data, "data")
        sent = self._handle.send(content[: arguments.ullong(nbytes, "nbytes")])
        if sent == WOULD_BLOCK:
            self._check_connection()
        return sent

    def _check_connection(self) -> None:
        """Raise where there is nothing left to wait for: libvirt's client doesn't see it."""
        if not self._conn._handle.isAlive():
            message = "Cannot transfer data: the connection is broken"
            raise Error._own(
                Error.ERR_SYSTEM_ERROR,
                message,
                origin="stream",
                domain=Error.FROM_RPC,
                number=EPIPE,
            )

    def recv_hole(self, flags: Flags = 0) -> int:
        """The bytes of the hole that ``recv`` stopped at; there are no ``flags`` yet.

        >>> st, data = conn.new_stream(), bytearray()  # doctest: +SKIP
        >>> vol.download(st, 0, 0, Sys.Virt.StorageVol.VOL_DOWNLOAD_SPARSE_STREAM)  # doctest: +SKIP
        >>> while st.recv(data, 4096, Sys.Virt.Stream.RECV_STOP_AT_HOLE) > 0:  # doctest: +SKIP
        ...     pass
        >>> st.recv_hole()  # doctest: +SKIP
        1044480
        >>> st.abort()  # doctest: +SKIP

        Rests on: ``virStreamRecvHole``. Perl: ``recv_hole``.
        """
        return self._handle.recvHole(flag_bits(flags))

    def send_hole(self, length: int, flags: Flags = 0) -> None:
        """Let the other end have a hole of ``length`` bytes here; there are no ``flags`` yet.

        The transfer has to be one that knows holes: see ``StorageVol.upload``.

        >>> st = conn.new_stream()  # doctest: +SKIP
        >>> vol.upload(st, 0, 0, Sys.Virt.StorageVol.VOL_UPLOAD_SPARSE_STREAM)  # doctest: +SKIP
        >>> st.send_hole(4096)  # doctest: +SKIP
        >>> st.finish()  # doctest: +SKIP

        Rests on: ``virStreamSendHole``. Perl: ``send_hole``.
        """
        self._handle.sendHole(_hole(length, "length"), flag_bits(flags))

    def recv_all(self, handler: Sink) -> None:
        """Receive all that comes, in pieces that ``handler`` takes.

        ``handler(st, data, nbytes)`` gets ``nbytes`` bytes in ``data``, and returns how many it
        took: it is called with the rest again. When it returns a negative number, raises, or
        returns nonsense, the stream is aborted; the first is an ``Error``, the others come out.

        >>> received = bytearray()
        >>> def keep(st, data, nbytes):
        ...     received.extend(data)
        ...     return len(data)
        >>> st = conn.new_stream()  # doctest: +SKIP
        >>> vol.download(st, 0, 5)  # doctest: +SKIP
        >>> st.recv_all(keep)  # doctest: +SKIP
        >>> st.finish()  # doctest: +SKIP
        >>> bytes(received)  # doctest: +SKIP
        b'hello'

        Rests on: ``virStreamRecv``; libvirt's ``virStreamRecvAll`` is the model.
        Perl: ``recv_all``.
        """
        arguments.callback(handler, "handler")
        with self._transfer("sinks"):
            while got := self._check_received(self._handle.recv(PIECE)):
                self._deliver(handler, got)

    def send_all(self, handler: Source) -> None:
        """Send all that ``handler`` gives, piece by piece.

        ``handler(st, data, nbytes)`` puts at most ``nbytes`` bytes into ``data``, an empty
        ``bytearray``, and returns how many, 0 at the end. When it returns a negative number,
        raises, or returns nonsense, the stream is aborted; the first is an ``Error``, the
        others come out. Afterwards ``finish`` has to be called.

        >>> pieces = [b"HELLO", b""]
        >>> def give(st, data, nbytes):
        ...     data[:] = pieces.pop(0)
        ...     return len(data)
        >>> st = conn.new_stream()  # doctest: +SKIP
        >>> vol.upload(st, 0, 5)  # doctest: +SKIP
        >>> st.send_all(give)  # doctest: +SKIP
        >>> st.finish()  # doctest: +SKIP

        Rests on: ``virStreamSend``; libvirt's ``virStreamSendAll`` is the model.
        Perl: ``send_all``.
        """
        arguments.callback(handler, "handler")
        with self._transfer("sources"):
            while self._send_piece(handler, PIECE):
                pass

    def sparse_recv_all(self, handler: Sink, hole_handler: HoleSink) -> None:
        """Receive all that comes, with holes that aren't filled with zeros.

        ``handler`` is as in ``recv_all``. ``hole_handler(st, length)`` is called for a hole of
        ``length`` bytes, and returns 0, or a negative number to abort.

        >>> received = bytearray()
        >>> def keep(st, data, nbytes):
        ...     received.extend(data)
        ...     return len(data)
        >>> def skip(st, length):
        ...     print("a hole of", length, "bytes")
        ...     return 0
        >>> st = conn.new_stream()  # doctest: +SKIP
        >>> vol.download(st, 0, 0, Sys.Virt.StorageVol.VOL_DOWNLOAD_SPARSE_STREAM)  # doctest: +SKIP
        >>> st.sparse_recv_all(keep, skip)  # doctest: +SKIP
        a hole of 1044480 bytes
        >>> st.finish()  # doctest: +SKIP

        Rests on: ``virStreamRecvFlags``, ``virStreamRecvHole``; libvirt's
        ``virStreamSparseRecvAll`` is the model. Perl: ``sparse_recv_all``.
        """
        arguments.callback(handler, "handler")
        arguments.callback(hole_handler, "hole_handler")
        with self._transfer("sinks"):
            while got := self._handle.recvFlags(PIECE, self.RECV_STOP_AT_HOLE):
                if got == HOLE:
                    length = self._handle.recvHole()
                    self._count(hole_handler(self, length), "hole_handler", "recv holeHandler")
                else:
                    self._deliver(handler, self._check_received(got))

    def sparse_send_all(
        self, handler: Source, hole_handler: HoleSource, skip_handler: HoleSink
    ) -> None:
        """Send all that ``handler`` gives, with holes that aren't filled with zeros.

        ``handler`` is as in ``send_all``. ``hole_handler(st)`` tells where the data stands: it
        returns a pair, whether data comes now (else it is a hole) and how many bytes of it are
        left; a hole of 0 bytes is the end. ``skip_handler(st, length)`` steps over a hole, and
        returns 0, or a negative number to abort. Afterwards ``finish`` has to be called.

        >>> from io import BytesIO
        >>> file, holes = BytesIO(b"HELLO"), [(True, 5), (False, 4096), (False, 0)]
        >>> def give(st, data, nbytes):
        ...     data[:] = file.read(nbytes)
        ...     return len(data)
        >>> def where(st):
        ...     return holes.pop(0)
        >>> def skip(st, length):
        ...     return 0
        >>> st = conn.new_stream()  # doctest: +SKIP
        >>> vol.upload(st, 0, 0, Sys.Virt.StorageVol.VOL_UPLOAD_SPARSE_STREAM)  # doctest: +SKIP
        >>> st.sparse_send_all(give, where, skip)  # doctest: +SKIP
        >>> st.finish()  # doctest: +SKIP

        Rests on: ``virStreamSend``, ``virStreamSendHole``; libvirt's ``virStreamSparseSendAll``
        is the model. Perl: ``sparse_send_all``.
        """
        arguments.callback(handler, "handler")
        arguments.callback(hole_handler, "hole_handler")
        arguments.callback(skip_handler, "skip_handler")
        with self._transfer("sources"):
            left = 0
            while True:
                if not left:
                    in_data, left = _section(hole_handler(self))
                    if left and not in_data:
                        self._handle.sendHole(left)
                        skipped = skip_handler(self, left)
                        self._count(skipped, "skip_handler", "send skipHandler")
                        left = 0
                        continue
                sent = self._send_piece(handler, min(left, PIECE))
                if not sent:
                    break
                left -= sent

    def add_callback(self, events: int, coderef: Callable[[Stream, int], object]) -> None:
        """Have ``coderef(st, events)`` called when data can be received or sent.

        ``events`` are ``EVENT_*``: what to wait for, and in the call, what came. When the
        connection breaks, ``EVENT_ERROR | EVENT_HANGUP`` comes within about a second. The stream
        must have a transfer, and an event loop has to run. There can be one callback; it keeps
        the stream alive until it is skipped back or the connection is closed.

        >>> st, events = conn.new_stream(Sys.Virt.Stream.NONBLOCK), []  # doctest: +SKIP
        >>> vol.download(st, 0, 5)  # doctest: +SKIP
        >>> readable = Sys.Virt.Stream.EVENT_READABLE
        >>> st.add_callback(readable, lambda st, event: events.append(event))  # doctest: +SKIP
        >>> while not events:  # doctest: +SKIP
        ...     Sys.Virt.Event.run_default()
        >>> events[0] == readable  # doctest: +SKIP
        True
        >>> st.remove_callback()  # doctest: +SKIP
        >>> st.abort()  # doctest: +SKIP

        Rests on: ``virStreamEventAddCallback``. Perl: ``add_callback``.
        """
        wanted = arguments.count(events, "events")
        arguments.callback(coderef, "coderef")
        lost = self.EVENT_ERROR | self.EVENT_HANGUP
        conn = self._conn._handle
        made = _libvirt.stream.StreamRegistration(self, coderef, conn, lost)
        with explain_missing_loop(self._handle):
            self._conn._keep(made, partial(made.register, wanted), lambda _: ("Stream", id(self)))

    def update_callback(self, events: int) -> None:
        """Change what the callback waits for: some of ``EVENT_*``.

        >>> st = conn.new_stream(Sys.Virt.Stream.NONBLOCK)  # doctest: +SKIP
        >>> vol.upload(st, 0, 5)  # doctest: +SKIP
        >>> st.add_callback(0, print)  # doctest: +SKIP
        >>> st.update_callback(Sys.Virt.Stream.EVENT_WRITABLE)  # doctest: +SKIP
        >>> st.remove_callback()  # doctest: +SKIP
        >>> st.abort()  # doctest: +SKIP

        Rests on: ``virStreamEventUpdateCallback``. Perl: ``update_callback``.
        """
        self._handle.eventUpdateCallback(arguments.count(events, "events"))

    def remove_callback(self) -> None:
        """Take the callback back.

        >>> st = conn.new_stream(Sys.Virt.Stream.NONBLOCK)  # doctest: +SKIP
        >>> vol.download(st, 0, 5)  # doctest: +SKIP
        >>> st.add_callback(Sys.Virt.Stream.EVENT_READABLE, print)  # doctest: +SKIP
        >>> st.remove_callback()  # doctest: +SKIP
        >>> st.abort()  # doctest: +SKIP

        Rests on: ``virStreamEventRemoveCallback``. Perl: ``remove_callback``.
        """
        if not self._conn._take_back(("Stream", id(self))):
            self._handle.eventRemoveCallback()

    # What the four transfers of everything share ------------------------------------------

    @contextlib.contextmanager
    def _transfer(self, what: str) -> Iterator[None]:
        """Abort the stream if anything goes wrong."""
        try:
            # Closed, it raises: a handler that has nothing to send wouldn't let that show.
            _ = self._handle._o
            self._must_wait(what)
            # Freeing one larger block tells glibc to keep memory of this size at hand. Else it
            # gives every piece back to the kernel, which costs more than the transfer.
            bytes(4 * PIECE)
            yield
        except BaseException:
            with contextlib.suppress(Error):
                self._handle.abort()
            raise

    def _must_wait(self, what: str) -> None:
        if not self._blocking:
            raise _nonblocking(what)

    def _check_received(self, got: bytes | int) -> bytes:
        if isinstance(got, int):
            # A stream that libvirt-python made: what it is shows only now.
            raise _nonblocking("sinks")
        return got

    def _deliver(self, handler: Sink, got: bytes) -> None:
        """Let a handler take everything of a piece."""
        left = len(got)
        while left:
            data = got[-left:]
            left -= self._count(handler(self, data, left), "handler", "recv handler", left)

    def _send_piece(self, handler: Source, nbytes: int) -> int:
        """Send what a handler gives; how much it was."""
        data = bytearray()
        size = self._count(handler(self, data, nbytes), "handler", "send handler", nbytes)
        if size > len(data):
            raise ValueError(f"handler returned {size}, but data has {len(data)} bytes")
        content = bytes(data)[:size]
        while content:
            sent = self._handle.send(content)
            if sent == WOULD_BLOCK:
                raise _nonblocking("sources")
            content = content[sent:]
        return size

    def _count(self, result: int, name: str, what: str, most: int = arguments.LLONG_MAX) -> int:
        """What a handler returned, if it is a number and not negative."""
        number = arguments.llong(result, f"the result of {name}")
        if number < 0:
            raise _failed(Error.ERR_SYSTEM_ERROR, f"{what} failed: Input/output error", EIO)
        if number > most:
            raise ValueError(f"{name} returned {number}, but it was asked for {most} bytes")
        return number


def _hole(value: int, name: str) -> int:
    length = arguments.llong(value, name)
    if length < 0:
        raise ValueError(f"{name} must not be negative, but is {length}")
    return length


def _section(result: Any) -> tuple[bool, int]:
    """What a hole handler returned."""
    if not isinstance(result, (tuple, list)) or len(result) != 2:
        raise TypeError("the result of hole_handler must be a pair, in_data and section_len")
    in_data, length = result
    return bool(in_data), _hole(length, "section_len of hole_handler")


def _nonblocking(what: str) -> Error:
    message = f"data {what} cannot be used for non-blocking streams"
    return _failed(Error.ERR_OPERATION_INVALID, f"Requested operation is not valid: {message}", 0)


def _failed(code: int, message: str, number: int) -> Error:
    return Error._own(code, message, origin=message, domain=Error.FROM_STREAMS, number=number)
