"""Streams: what handlers get and give, on a stream in memory. Real ones: tests/hypervisor/."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Error, Stream, Sys, Virt
from sysvirt.stream import PIECE


class Pipe:
    """What libvirt-python's stream does, in memory: pieces that come, and what is sent."""

    # It isn't closed.
    _o = object()

    def __init__(self, *pieces: bytes | int, takes: int | None = None) -> None:
        self.pieces = list(pieces)
        self.takes = takes
        self.sent: list[bytes | int] = []
        self.asked: list[int] = []
        self.aborted = 0
        self.gone: Error | None = None

    def recv(self, nbytes: int) -> bytes | int:
        self.asked.append(nbytes)
        return self.pieces.pop(0) if self.pieces else b""

    def recvFlags(self, nbytes: int, flags: int) -> bytes | int:  # noqa: N802 - libvirt's name
        assert flags == Stream.RECV_STOP_AT_HOLE
        self.asked.append(nbytes)
        if self.pieces and isinstance(self.pieces[0], int) and self.pieces[0] >= 0:
            return -3
        return self.pieces.pop(0) if self.pieces else b""

    def recvHole(self, flags: int = 0) -> int:  # noqa: N802 - libvirt's name
        assert flags == 0
        hole = self.pieces.pop(0)
        assert isinstance(hole, int)
        return hole

    def send(self, data: bytes) -> int:
        assert type(data) is bytes
        if self.takes == -2:
            return -2
        taken = data[: self.takes]
        self.sent.append(taken)
        return len(taken)

    def sendHole(self, length: int, flags: int = 0) -> int:  # noqa: N802 - libvirt's name
        assert flags == 0
        self.sent.append(length)
        return 0

    def abort(self) -> int:
        self.aborted += 1
        if self.gone:
            raise self.gone
        return 0


class Sections:
    """Handlers for data with holes: numbers are holes, bytes are data."""

    def __init__(self, *sections: bytes | int) -> None:
        self.left = list(sections)
        self.skipped: list[int] = []
        self.asked: list[int] = []

    def where(self, _st: Stream) -> tuple[bool, int]:
        if not self.left:
            return False, 0
        first = self.left[0]
        return (False, first) if isinstance(first, int) else (True, len(first))

    def skip(self, _st: Stream, length: int) -> int:
        assert self.left.pop(0) == length
        self.skipped.append(length)
        return 0

    def give(self, _st: Stream, data: bytearray, nbytes: int) -> int:
        self.asked.append(nbytes)
        if not self.left:
            return 0
        first = self.left[0]
        assert isinstance(first, bytes)
        data[:] = first[:nbytes]
        if first[nbytes:]:
            self.left[0] = first[nbytes:]
        else:
            del self.left[0]
        return len(data)


@pytest.fixture
def st(conn: Virt) -> Stream:
    """A stream without a transfer."""
    return conn.new_stream()


def over(conn: Virt, pipe: Pipe, flags: int = 0) -> Stream:
    return Stream(conn, pipe, flags)


def test_streams_are_made_by_the_connection_and_by_the_class(conn: Virt) -> None:
    for made in (conn.new_stream(), Stream.new(conn), Sys.Virt.Stream.new(conn, Stream.NONBLOCK)):
        assert type(made) is Stream
        assert made.connection is conn
    assert conn.new_stream() != conn.new_stream()
    with pytest.raises(TypeError, match="^conn must be a Virt, not NoneType"):
        Stream.new(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="^flags must be"):
        conn.new_stream("1")  # type: ignore[arg-type]


def test_aborting_what_never_began(st: Stream) -> None:
    assert st.abort() is None  # type: ignore[func-returns-value]


@pytest.mark.parametrize(
    ("call", "function"),
    [
        (lambda st: st.finish(), "virStreamFinish"),
        (lambda st: st.recv(bytearray(), 1), "virStreamRecv"),
        (lambda st: st.recv(bytearray(), 1, Stream.RECV_STOP_AT_HOLE), "virStreamRecvFlags"),
        (lambda st: st.send(b"a", 1), "virStreamSend"),
        (lambda st: st.recv_hole(), "virStreamRecvHole"),
        (lambda st: st.send_hole(1), "virStreamSendHole"),
        (lambda st: st.recv_all(print), "virStreamRecv"),
        (lambda st: st.sparse_recv_all(print, print), "virStreamRecvFlags"),
        (lambda st: st.add_callback(1, print), "virStreamEventAddCallback"),
        (lambda st: st.update_callback(1), "virStreamEventUpdateCallback"),
        (lambda st: st.remove_callback(), "virStreamEventRemoveCallback"),
    ],
)
def test_without_a_transfer_libvirt_refuses(st: Stream, call: Any, function: str) -> None:
    with pytest.raises(Error) as caught:
        call(st)
    assert caught.value.code() == Error.ERR_NO_SUPPORT
    assert caught.value.message().endswith(f": {function}")


def test_a_refused_callback_is_not_kept(conn: Virt, st: Stream) -> None:
    with pytest.raises(Error):
        st.add_callback(Stream.EVENT_READABLE, print)
    assert conn._callbacks == {}


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda st: st.recv(b"", 1), "data"),
        (lambda st: st.recv(None, 1), "data"),
        (lambda st: st.recv(bytearray(), -1), "nbytes"),
        (lambda st: st.recv(bytearray(), None), "nbytes"),
        (lambda st: st.recv(bytearray(), 1, -1), "flags"),
        (lambda st: st.send("text", 4), "data"),
        (lambda st: st.send(b"data", -1), "nbytes"),
        (lambda st: st.recv_hole("x"), "flags"),
        (lambda st: st.send_hole(None), "length"),
        (lambda st: st.send_hole(-1), "length"),
        (lambda st: st.send_hole(2**63), "length"),
        (lambda st: st.recv_all(None), "handler"),
        (lambda st: st.send_all("x"), "handler"),
        (lambda st: st.sparse_recv_all(None, print), "handler"),
        (lambda st: st.sparse_recv_all(print, None), "hole_handler"),
        (lambda st: st.sparse_send_all(None, print, print), "handler"),
        (lambda st: st.sparse_send_all(print, None, print), "hole_handler"),
        (lambda st: st.sparse_send_all(print, print, None), "skip_handler"),
        (lambda st: st.add_callback(None, print), "events"),
        (lambda st: st.add_callback(-1, print), "events"),
        (lambda st: st.add_callback(1, None), "coderef"),
        (lambda st: st.update_callback("1"), "events"),
    ],
)
def test_wrong_arguments_name_their_parameter(st: Stream, call: Any, name: str) -> None:
    with pytest.raises((TypeError, ValueError), match=rf"^{name} must"):
        call(st)


# One piece -------------------------------------------------------------------------------


def test_recv_replaces_the_content(conn: Virt) -> None:
    data = bytearray(b"something longer")
    st = over(conn, Pipe(b"abc", b"", -2))
    assert st.recv(data, 1024) == 3
    assert data == b"abc"
    # At the end, and when it would have to wait, the content stays.
    assert st.recv(data, 1024) == 0
    assert st.recv(data, 1024) == -2
    assert data == b"abc"


def test_recv_stops_at_a_hole(conn: Virt) -> None:
    data = bytearray()
    st = over(conn, Pipe(b"abc", 4096, b"de"))
    flags = Stream.RECV_STOP_AT_HOLE
    assert [st.recv(data, 9, flags), st.recv(data, 9, flags)] == [3, -3]
    assert st.recv_hole() == 4096
    assert st.recv(data, 9, flags) == 2
    assert data == b"de"


def test_recv_of_more_than_c_can_say(conn: Virt) -> None:
    pipe = Pipe(b"abc")
    assert over(conn, pipe).recv(bytearray(), 2**40) == 3
    assert pipe.asked == [2**31 - 2]


@pytest.mark.parametrize("form", [bytes, bytearray, memoryview])
def test_send_takes_the_first_bytes(conn: Virt, form: Any) -> None:
    pipe = Pipe()
    st = over(conn, pipe)
    assert st.send(form(b"abcdef"), 3) == 3
    assert st.send(form(b"abcdef"), 2**40) == 6
    assert st.send(None, 10) == 0
    assert pipe.sent == [b"abc", b"abcdef", b""]


def test_send_tells_what_was_taken(conn: Virt) -> None:
    assert over(conn, Pipe(takes=2)).send(b"abc", 3) == 2
    assert over(conn, Pipe(takes=-2)).send(b"abc", 3) == -2


# Everything ------------------------------------------------------------------------------


def test_recv_all_gives_pieces_and_rests(conn: Virt) -> None:
    pipe = Pipe(b"abcdef", b"gh")
    st = over(conn, pipe)
    came: list[tuple[Stream, bytes, int]] = []

    def two(st: Stream, data: bytes, nbytes: int) -> int:
        came.append((st, data, nbytes))
        return min(nbytes, 4)

    assert st.recv_all(two) is None  # type: ignore[func-returns-value]
    assert [(data, nbytes) for _, data, nbytes in came] == [(b"abcdef", 6), (b"ef", 2), (b"gh", 2)]
    assert all(one is st and type(data) is bytes for one, data, _ in came)
    assert pipe.asked == [PIECE] * 3
    assert pipe.aborted == 0


def test_a_handler_that_takes_nothing_is_asked_again(conn: Virt) -> None:
    results = [0, 0, 3]
    over(conn, Pipe(b"abc")).recv_all(lambda *_: results.pop(0))
    assert results == []


def test_send_all_sends_what_was_filled_in(conn: Virt) -> None:
    pipe = Pipe(takes=2)
    pieces = [b"abc", b"d", b"efgh"]
    asked: list[int] = []

    def give(st: Stream, data: bytearray, nbytes: int) -> int:
        assert type(st) is Stream
        assert data == b""
        asked.append(nbytes)
        if not pieces:
            return 0
        data += pieces.pop(0)
        # Of the last one, only three bytes count.
        return min(len(data), 3)

    assert over(conn, pipe).send_all(give) is None  # type: ignore[func-returns-value]
    assert pipe.sent == [b"ab", b"c", b"d", b"ef", b"g"]
    assert asked == [PIECE] * 4
    assert pipe.aborted == 0


def test_a_buffer_that_the_handler_keeps_stays_its_own(conn: Virt) -> None:
    pipe = Pipe()
    kept: list[bytearray] = []

    def give(_st: Stream, data: bytearray, _nbytes: int) -> int:
        kept.append(data)
        if len(kept) > 2:
            return 0
        data[:] = b"%d" % len(kept)
        return len(data)

    over(conn, pipe).send_all(give)
    assert kept == [b"1", b"2", b""]


def test_sparse_recv_all(conn: Virt) -> None:
    came: list[Any] = []

    def take(_st: Stream, data: bytes, nbytes: int) -> int:
        came.append(data)
        return nbytes

    def hole(_st: Stream, length: int) -> int:
        came.append(length)
        return 0

    pipe = Pipe(b"ab", 4096, b"c", 2**40)
    over(conn, pipe).sparse_recv_all(take, hole)
    assert came == [b"ab", 4096, b"c", 2**40]
    assert pipe.aborted == 0


def test_sparse_send_all(conn: Virt) -> None:
    pipe = Pipe()
    large = bytes(PIECE + 1)
    sections = Sections(b"ab", 4096, large, 2**40)
    over(conn, pipe).sparse_send_all(sections.give, sections.where, sections.skip)
    assert pipe.sent == [b"ab", 4096, large[:PIECE], large[PIECE:], 2**40]
    assert sections.skipped == [4096, 2**40]
    # A section is asked for once; the end is a question for nothing.
    assert sections.asked == [2, PIECE, 1, 0]
    assert pipe.aborted == 0


def negative(*_: object) -> int:
    return -1


def data(*_: object) -> tuple[bool, int]:
    return True, 5


def gap(*_: object) -> tuple[bool, int]:
    return False, 5


FAILING: list[tuple[str, Any]] = [
    ("recv handler", lambda st: st.recv_all(negative)),
    ("send handler", lambda st: st.send_all(negative)),
    ("recv handler", lambda st: st.sparse_recv_all(negative, print)),
    ("recv holeHandler", lambda st: st.sparse_recv_all(lambda *_: 3, negative)),
    ("send handler", lambda st: st.sparse_send_all(negative, data, print)),
    ("send skipHandler", lambda st: st.sparse_send_all(print, gap, negative)),
]


@pytest.mark.parametrize(("what", "call"), FAILING)
def test_a_negative_result_aborts_and_is_an_error(conn: Virt, what: str, call: Any) -> None:
    pipe = Pipe(b"abc", 7)
    with pytest.raises(Error) as caught:
        call(over(conn, pipe))
    assert caught.value.code() == Error.ERR_SYSTEM_ERROR
    assert caught.value.domain() == Error.FROM_STREAMS
    assert caught.value.message() == f"{what} failed: Input/output error"
    assert pipe.aborted == 1


class Broken(BaseException):
    """What a handler raises here; worse than an exception."""


def broken(*_: object) -> Any:
    raise Broken


RAISING: list[Any] = [
    lambda st: st.recv_all(broken),
    lambda st: st.send_all(broken),
    lambda st: st.sparse_recv_all(broken, print),
    lambda st: st.sparse_recv_all(lambda *_: 3, broken),
    lambda st: st.sparse_send_all(broken, data, print),
    lambda st: st.sparse_send_all(print, broken, print),
    lambda st: st.sparse_send_all(print, gap, broken),
]


@pytest.mark.parametrize("call", RAISING)
@pytest.mark.parametrize("gone", [False, True])
def test_what_a_handler_raises_aborts_and_comes_out(conn: Virt, call: Any, gone: bool) -> None:
    pipe = Pipe(b"abc", 7)
    if gone:
        # That the stream can't even be aborted is no reason to lose it.
        pipe.gone = Error.unsupported("abort", "1", "0")
    with pytest.raises(Broken):
        call(over(conn, pipe))
    assert pipe.aborted == 1


def test_stop_iteration_comes_out_as_it_is(conn: Virt) -> None:
    def ended(*_: object) -> int:
        return next(iter([]))

    pipe = Pipe()
    with pytest.raises(StopIteration):
        over(conn, pipe).send_all(ended)
    assert pipe.aborted == 1


NONSENSE: list[tuple[Any, type[Exception], str]] = [
    (lambda st: st.recv_all(lambda *_: None), TypeError, "the result of handler must be an int"),
    (lambda st: st.recv_all(lambda *_: "3"), TypeError, "the result of handler"),
    (lambda st: st.recv_all(lambda *_: 4), ValueError, "returned 4, but it was asked for 3 bytes"),
    (lambda st: st.recv_all(lambda *_: 2**70), ValueError, "the result of handler"),
    (lambda st: st.send_all(lambda *_: None), TypeError, "the result of handler must be an int"),
    (lambda st: st.send_all(lambda *_: b"abc"), TypeError, "the result of handler"),
    (lambda st: st.send_all(lambda *_: 3), ValueError, "returned 3, but data has 0 bytes"),
    (lambda st: st.send_all(lambda *_: PIECE + 1), ValueError, f"asked for {PIECE} bytes"),
    (
        lambda st: st.sparse_recv_all(lambda *_: 3, lambda *_: None),
        TypeError,
        "the result of hole_handler must be an int",
    ),
    (
        lambda st: st.sparse_send_all(print, gap, lambda *_: None),
        TypeError,
        "the result of skip_handler must be an int",
    ),
    (lambda st: st.sparse_send_all(print, lambda *_: None, print), TypeError, "must be a pair"),
    (lambda st: st.sparse_send_all(print, lambda *_: (1, 2, 3), print), TypeError, "a pair"),
    (lambda st: st.sparse_send_all(print, lambda *_: "ab", print), TypeError, "a pair"),
    (
        lambda st: st.sparse_send_all(print, lambda *_: (1, "2"), print),
        TypeError,
        "section_len of hole_handler must be an int",
    ),
    (
        lambda st: st.sparse_send_all(print, lambda *_: (0, -5), print),
        ValueError,
        "section_len of hole_handler must not be negative",
    ),
]


@pytest.mark.parametrize(("call", "kind", "words"), NONSENSE)
def test_a_result_that_makes_no_sense_aborts_and_is_an_exception(
    conn: Virt, call: Any, kind: type[Exception], words: str
) -> None:
    pipe = Pipe(b"abc", 7)
    with pytest.raises(kind, match=words):
        call(over(conn, pipe))
    assert pipe.aborted == 1


WHOLE: list[tuple[str, Any]] = [
    ("sinks", lambda st: st.recv_all(print)),
    ("sources", lambda st: st.send_all(print)),
    ("sinks", lambda st: st.sparse_recv_all(print, print)),
    ("sources", lambda st: st.sparse_send_all(print, print, print)),
]


@pytest.mark.parametrize(("what", "call"), WHOLE)
def test_a_stream_that_never_waits_is_refused_at_once(conn: Virt, what: str, call: Any) -> None:
    pipe = Pipe(b"abc")
    with pytest.raises(Error) as caught:
        call(over(conn, pipe, Stream.NONBLOCK))
    assert caught.value.code() == Error.ERR_OPERATION_INVALID
    assert f"data {what} cannot be used for non-blocking streams" in caught.value.message()
    assert pipe.aborted == 1
    assert pipe.asked == pipe.sent == []


def one(_st: Stream, data: bytearray, _nbytes: int) -> int:
    data[:] = b"a"
    return 1


@pytest.mark.parametrize(
    "call",
    [
        lambda st: st.recv_all(print),
        lambda st: st.sparse_recv_all(print, print),
        lambda st: st.send_all(one),
        lambda st: st.sparse_send_all(one, data, print),
    ],
)
def test_a_stream_that_turns_out_not_to_wait_is_refused_then(conn: Virt, call: Any) -> None:
    pipe = Pipe(-2, takes=-2)
    with pytest.raises(Error, match="cannot be used for non-blocking streams"):
        call(over(conn, pipe))
    assert pipe.aborted == 1
