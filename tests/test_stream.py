"""Streams of a real daemon: what handlers get and give, never waiting, and a daemon that dies."""

from __future__ import annotations

import gc
import os
import shutil
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sysvirt import ConnectionLostError, Error, StoragePool, StorageVol, Stream, Sys, Virt
from sysvirt.stream import PIECE
from tests.hosts.daemon import Daemon
from tests.hosts.proxy import Proxy
from tests.loop import settle, turn_until
from tests.storage import directory, volume

#: A section of a file with holes: file systems know larger ones.
SECTION = 2**16
LOST = Stream.EVENT_ERROR | Stream.EVENT_HANGUP


class Disks:
    """A folder of volumes, and the transfers from and to them."""

    def __init__(self, conn: Virt, folder: Path) -> None:
        self.conn = conn
        self.folder = folder
        folder.mkdir()
        self.hand_over(folder)
        self.pool: StoragePool = conn.create_storage_pool(directory("streams", folder))

    def hand_over(self, file: Path) -> None:
        """Let the daemon have a file, whoever runs the tests."""
        if os.getuid() == 0:
            shutil.chown(file, "nobody")

    def file(self, *parts: bytes | int) -> StorageVol:
        """A volume of data and holes."""
        path = self.folder / "down.raw"
        with path.open("wb") as file:
            for part in parts:
                if isinstance(part, bytes):
                    file.write(part)
                else:
                    file.truncate(file.tell() + part)
                    file.seek(0, os.SEEK_END)
        self.hand_over(path)
        self.pool.refresh()
        return self.pool.get_volume_by_name("down.raw")

    def down(self, *parts: bytes | int, flags: int = 0, sparse: bool = False) -> Stream:
        """A stream that brings a file of data and holes."""
        st = self.conn.new_stream(flags)
        how = StorageVol.VOL_DOWNLOAD_SPARSE_STREAM if sparse else 0
        self.file(*parts).download(st, 0, 0, how)
        return st

    def up(self, size: int = 2**20, flags: int = 0, sparse: bool = False) -> Stream:
        """A stream that fills a file."""
        st = self.conn.new_stream(flags)
        how = StorageVol.VOL_UPLOAD_SPARSE_STREAM if sparse else 0
        self.pool.create_volume(volume("up.raw", size)).upload(st, 0, 0, how)
        return st

    def uploaded(self) -> bytes:
        """What the filled file begins with."""
        return (self.folder / "up.raw").read_bytes()


@pytest.fixture
def disks(daemon: Daemon) -> Iterator[Disks]:
    """A folder of the daemon."""
    with Virt(uri=daemon.uri("storage", "/session")) as conn:
        made = Disks(conn, daemon.root / "streams")
        yield made
    with Virt(uri=daemon.uri("storage", "/session")) as conn:
        pool = conn.get_storage_pool_by_name("streams")
        # Where a test left a stream open, the daemon ends it as it notices that the client is gone.
        while not stopped(pool):
            pass
        shutil.rmtree(made.folder)


def stopped(pool: StoragePool) -> bool:
    """Stop a pool, which isn't possible while a stream is still being ended."""
    try:
        pool.destroy()
    except Error as error:
        if "asynchronous jobs" not in error.message():
            raise
        return False
    return True


def is_over(st: Stream) -> bool:
    """Whether a stream has been ended, by whomever."""
    try:
        st.finish()
    except Error as error:
        return "stream is closed" in error.message()
    return False


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


def test_a_refused_callback_is_not_kept(st: Stream) -> None:
    def callback(*_: object) -> None:
        """Nothing is to be done."""

    kept = weakref.ref(callback)
    with pytest.raises(Error, match="virStreamEventAddCallback"):
        st.add_callback(Stream.EVENT_READABLE, callback)
    del callback
    gc.collect()
    assert kept() is None


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


def test_recv_replaces_the_content(disks: Disks) -> None:
    data = bytearray(b"something longer")
    st = disks.down(b"abc")
    assert st.recv(data, 1024) == 3
    assert data == b"abc"
    # At the end the content stays.
    assert st.recv(data, 1024) == 0
    assert data == b"abc"
    st.finish()


def test_recv_that_would_have_to_wait(proxy: Proxy, disks: Disks) -> None:
    vol = disks.file(b"abc")
    with Virt(uri=proxy.uri("storage", "/session")) as conn:
        st = conn.new_stream(Stream.NONBLOCK)
        # The proxy takes the call, and nothing ever comes.
        proxy.answer("STORAGE_VOL_DOWNLOAD")
        conn.get_storage_volume_by_path(vol.get_path()).download(st, 0, 0)
        data = bytearray(b"old")
        assert st.recv(data, 1024) == -2
        assert st.recv(data, 1024, Stream.RECV_STOP_AT_HOLE) == -2
        assert data == b"old"


def test_recv_stops_at_a_hole(disks: Disks) -> None:
    data = bytearray()
    st = disks.down(b"a" * SECTION, 2**20, b"b" * SECTION, sparse=True)
    flags = Stream.RECV_STOP_AT_HOLE
    assert [st.recv(data, SECTION, flags), st.recv(data, 9, flags)] == [SECTION, -3]
    assert st.recv_hole() == 2**20
    assert st.recv(data, 9, flags) == 9
    assert data == b"b" * 9


def test_recv_of_more_than_c_can_say(disks: Disks) -> None:
    assert disks.down(b"abc").recv(bytearray(), 2**40) == 3


@pytest.mark.parametrize("form", [bytes, bytearray, memoryview])
def test_send_takes_the_first_bytes(disks: Disks, form: Any) -> None:
    st = disks.up()
    assert st.send(form(b"abcdef"), 3) == 3
    assert st.send(form(b"ghijkl"), 2**40) == 6
    assert st.send(None, 10) == 0
    st.finish()
    assert disks.uploaded().startswith(b"abcghijkl\0")


# Everything ------------------------------------------------------------------------------


def test_recv_all_gives_pieces_and_rests(disks: Disks) -> None:
    content = os.urandom(2 * PIECE + 100)
    st = disks.down(content)
    came: list[bytes] = []

    def most(one: Stream, data: bytes, nbytes: int) -> int:
        assert (one is st, type(data), len(data)) == (True, bytes, nbytes)
        assert nbytes <= PIECE
        took = min(nbytes, 100000)
        came.append(data[:took])
        return took

    assert st.recv_all(most) is None  # type: ignore[func-returns-value]
    assert b"".join(came) == content
    assert len(came) > 3
    st.finish()


def test_a_handler_that_takes_nothing_is_asked_again(disks: Disks) -> None:
    results = [0, 0, 3]
    disks.down(b"abc").recv_all(lambda *_: results.pop(0))
    assert results == []


def test_send_all_sends_what_was_filled_in(disks: Disks) -> None:
    st = disks.up()
    pieces = [b"abc", b"d", b"efgh"]
    asked: list[int] = []

    def give(one: Stream, data: bytearray, nbytes: int) -> int:
        assert one is st
        assert data == b""
        asked.append(nbytes)
        if not pieces:
            return 0
        data += pieces.pop(0)
        # Of the last one, only three bytes count.
        return min(len(data), 3)

    assert st.send_all(give) is None  # type: ignore[func-returns-value]
    st.finish()
    assert disks.uploaded().startswith(b"abcdefg\0")
    assert asked == [PIECE] * 4


def test_a_buffer_that_the_handler_keeps_stays_its_own(disks: Disks) -> None:
    kept: list[bytearray] = []

    def give(_st: Stream, data: bytearray, _nbytes: int) -> int:
        kept.append(data)
        if len(kept) > 2:
            return 0
        data[:] = b"%d" % len(kept)
        return len(data)

    disks.up().send_all(give)
    assert kept == [b"1", b"2", b""]


def test_sparse_recv_all(disks: Disks) -> None:
    came: list[Any] = []

    def take(_st: Stream, data: bytes, nbytes: int) -> int:
        came.append(data)
        return nbytes

    def hole(_st: Stream, length: int) -> int:
        came.append(length)
        return 0

    st = disks.down(b"a" * SECTION, 2**20, b"b" * SECTION, 2**30, sparse=True)
    st.sparse_recv_all(take, hole)
    st.finish()
    assert came == [b"a" * SECTION, 2**20, b"b" * SECTION, 2**30]


def test_sparse_send_all(disks: Disks) -> None:
    large = os.urandom(PIECE + 1)
    sections = Sections(b"ab", 4096, large, 2**20)
    st = disks.up(2**22, sparse=True)
    st.sparse_send_all(sections.give, sections.where, sections.skip)
    st.finish()
    assert disks.uploaded()[: 4098 + len(large)] == b"ab" + bytes(4096) + large
    assert sections.skipped == [4096, 2**20]
    # A section is asked for once; the end is a question for nothing.
    assert sections.asked == [2, PIECE, 1, 0]


def negative(*_: object) -> int:
    return -1


def data(*_: object) -> tuple[bool, int]:
    return True, 5


def gap(*_: object) -> tuple[bool, int]:
    return False, 5


def transfer(disks: Disks, direction: str) -> Stream:
    """One that brings 3 bytes and a hole, or one that takes what comes."""
    if direction == "down":
        return disks.down(b"abc", 2**20, sparse=True)
    if direction == "down without holes":
        return disks.down(b"abc")
    return disks.up(sparse=direction == "up with holes")


def took(_st: Stream, _data: bytes, nbytes: int) -> int:
    return nbytes


def direction(call: str) -> str:
    """The transfer that a method is for."""
    return {
        "recv_all": "down without holes",
        "send_all": "up",
        "sparse_recv_all": "down",
        "sparse_send_all": "up with holes",
    }[call]


FAILING: list[tuple[str, str, tuple[Any, ...]]] = [
    ("recv handler", "recv_all", (negative,)),
    ("send handler", "send_all", (negative,)),
    ("recv handler", "sparse_recv_all", (negative, print)),
    ("recv holeHandler", "sparse_recv_all", (took, negative)),
    ("send handler", "sparse_send_all", (negative, data, print)),
    ("send skipHandler", "sparse_send_all", (print, gap, negative)),
]


@pytest.mark.parametrize(("what", "method", "handlers"), FAILING)
def test_a_negative_result_aborts_and_is_an_error(
    disks: Disks, what: str, method: str, handlers: tuple[Any, ...]
) -> None:
    st = transfer(disks, direction(method))
    with pytest.raises(Error) as caught:
        getattr(st, method)(*handlers)
    assert caught.value.code() == Error.ERR_SYSTEM_ERROR
    assert caught.value.domain() == Error.FROM_STREAMS
    assert caught.value.message() == f"{what} failed: Input/output error"
    assert is_over(st)


class Broken(BaseException):
    """What a handler raises here; worse than an exception."""


def broken(*_: object) -> Any:
    raise Broken


RAISING: list[tuple[str, tuple[Any, ...]]] = [
    ("recv_all", (broken,)),
    ("send_all", (broken,)),
    ("sparse_recv_all", (broken, print)),
    ("sparse_recv_all", (took, broken)),
    ("sparse_send_all", (broken, data, print)),
    ("sparse_send_all", (print, broken, print)),
    ("sparse_send_all", (print, gap, broken)),
]


@pytest.mark.parametrize(("method", "handlers"), RAISING)
def test_what_a_handler_raises_aborts_and_comes_out(
    disks: Disks, method: str, handlers: tuple[Any, ...]
) -> None:
    st = transfer(disks, direction(method))
    with pytest.raises(Broken):
        getattr(st, method)(*handlers)
    assert is_over(st)


def test_what_a_handler_raises_comes_out_though_nothing_can_be_aborted(disks: Disks) -> None:
    st = disks.down(b"abc")

    def close(*_: object) -> int:
        disks.conn.close()
        raise Broken

    with pytest.raises(Broken):
        st.recv_all(close)


def test_stop_iteration_comes_out_as_it_is(disks: Disks) -> None:
    def ended(*_: object) -> int:
        return next(iter([]))

    st = disks.up()
    with pytest.raises(StopIteration):
        st.send_all(ended)
    assert is_over(st)


def give_back(value: Any) -> Callable[..., Any]:
    """A handler with this result."""
    return lambda *_: value


NONSENSE: list[tuple[str, tuple[Any, ...], type[Exception], str]] = [
    ("recv_all", (give_back(None),), TypeError, "the result of handler must be an int"),
    ("recv_all", (give_back("3"),), TypeError, "the result of handler"),
    ("recv_all", (give_back(4),), ValueError, "returned 4, but it was asked for 3 bytes"),
    ("recv_all", (give_back(2**70),), ValueError, "the result of handler"),
    ("send_all", (give_back(None),), TypeError, "the result of handler must be an int"),
    ("send_all", (give_back(b"abc"),), TypeError, "the result of handler"),
    ("send_all", (give_back(3),), ValueError, "returned 3, but data has 0 bytes"),
    ("send_all", (give_back(PIECE + 1),), ValueError, f"asked for {PIECE} bytes"),
    (
        "sparse_recv_all",
        (took, give_back(None)),
        TypeError,
        "the result of hole_handler must be an int",
    ),
    (
        "sparse_send_all",
        (print, gap, give_back(None)),
        TypeError,
        "the result of skip_handler must be an int",
    ),
    ("sparse_send_all", (print, give_back(None), print), TypeError, "must be a pair"),
    ("sparse_send_all", (print, give_back((1, 2, 3)), print), TypeError, "a pair"),
    ("sparse_send_all", (print, give_back("ab"), print), TypeError, "a pair"),
    (
        "sparse_send_all",
        (print, give_back((1, "2")), print),
        TypeError,
        "section_len of hole_handler must be an int",
    ),
    (
        "sparse_send_all",
        (print, give_back((0, -5)), print),
        ValueError,
        "section_len of hole_handler must not be negative",
    ),
]


@pytest.mark.parametrize(("method", "handlers", "kind", "words"), NONSENSE)
def test_a_result_that_makes_no_sense_aborts_and_is_an_exception(
    disks: Disks, method: str, handlers: tuple[Any, ...], kind: type[Exception], words: str
) -> None:
    st = transfer(disks, direction(method))
    with pytest.raises(kind, match=words):
        getattr(st, method)(*handlers)
    assert is_over(st)


WHOLE: list[tuple[str, str, tuple[Any, ...]]] = [
    ("sinks", "recv_all", (print,)),
    ("sources", "send_all", (print,)),
    ("sinks", "sparse_recv_all", (print, print)),
    ("sources", "sparse_send_all", (print, print, print)),
]


@pytest.mark.parametrize(("what", "method", "handlers"), WHOLE)
def test_a_stream_that_never_waits_is_refused_at_once(
    disks: Disks, what: str, method: str, handlers: tuple[Any, ...]
) -> None:
    st = disks.down(b"abc", flags=Stream.NONBLOCK)
    with pytest.raises(Error) as caught:
        getattr(st, method)(*handlers)
    assert caught.value.code() == Error.ERR_OPERATION_INVALID
    assert f"data {what} cannot be used for non-blocking streams" in caught.value.message()
    assert is_over(st)


def test_a_stream_that_turns_out_not_to_wait_is_refused_then(disks: Disks) -> None:
    # It was made by libvirt-python, and doesn't say what it is.
    handle = disks.conn.handle.newStream(Stream.NONBLOCK)
    st = Sys.Virt.from_libvirt(handle)
    assert isinstance(st, Stream)
    disks.up()
    handle = disks.pool.get_volume_by_name("up.raw").handle
    handle.upload(st.handle, 0, 0, 0)
    with pytest.raises(Error, match="cannot be used for non-blocking streams"):
        st.recv_all(took)
    assert is_over(st)


# A daemon that dies ----------------------------------------------------------------------


def begin(daemon: Daemon) -> Disks:
    """A folder of a daemon that a test may kill."""
    Sys.Virt.Event.register_default()
    conn = Virt(uri=daemon.uri("storage", "/session"))
    return Disks(conn, daemon.root / "streams")


@pytest.mark.parametrize("read", [1, PIECE, 5 * PIECE])
def test_recv_raises_after_what_had_come_when_the_daemon_dies(daemon: Daemon, read: int) -> None:
    content = os.urandom(2**24)
    disks = begin(daemon)
    st = disks.down(content, flags=Stream.NONBLOCK)
    whole = b""

    def receive() -> bool:
        nonlocal whole
        data = bytearray()
        if st.recv(data, 2**20) > 0:
            whole += data
        return len(whole) >= read

    turn_until(receive)
    daemon.kill()
    read = len(content)
    with pytest.raises(Error) as caught:
        turn_until(receive)
    assert isinstance(caught.value, ConnectionLostError)
    assert caught.value.domain() == Error.FROM_RPC
    assert content.startswith(whole)
    assert len(whole) < len(content)
    assert not disks.conn.is_alive()
    disks.conn.close()


def test_send_raises_when_the_daemon_dies(daemon: Daemon) -> None:
    disks = begin(daemon)
    st = disks.up(flags=Stream.NONBLOCK)
    assert st.send(b"abc", 3) == 3
    daemon.kill()
    with pytest.raises(Error) as caught:
        turn_until(lambda: st.send(b"abc", 3) == 0)
    assert caught.value.code() == Error.ERR_SYSTEM_ERROR
    disks.conn.close()


@pytest.mark.parametrize("end", ["remove", "abort", "close", "drop"])
def test_a_callback_hears_once_that_the_daemon_died(daemon: Daemon, end: str) -> None:
    disks = begin(daemon)
    st = disks.up(flags=Stream.NONBLOCK)
    came: list[tuple[bool, int]] = []

    def callback(one: Stream, events: int) -> None:
        came.append((type(one) is Stream and one.connection is disks.conn, events))

    kept = weakref.ref(callback)
    # Nothing is to be received here, ever.
    st.add_callback(Stream.EVENT_READABLE, callback)
    del callback
    daemon.kill()
    turn_until(lambda: came)
    with pytest.raises(Error, match="the connection is broken"):
        st.recv(bytearray(), 1)
    assert came == [(True, LOST)]
    if end == "remove":
        st.remove_callback()
    elif end == "abort":
        with pytest.raises(Error):
            st.abort()
    disks.conn.close()
    del st
    settle()
    gc.collect()
    assert kept() is None
    assert came == [(True, LOST)]


def test_a_callback_hears_no_more_after_that(daemon: Daemon) -> None:
    disks = begin(daemon)
    st = disks.up(flags=Stream.NONBLOCK)
    came: list[int] = []
    st.add_callback(Stream.EVENT_READABLE, lambda _st, events: came.append(events))
    daemon.kill()
    turn_until(lambda: came)
    # Whatever looked for the loss each second would have looked again before the second tick.
    ticks: list[int] = []
    timer = Sys.Virt.Event.add_timeout(1000, ticks.append)
    turn_until(lambda: len(ticks) == 2)
    Sys.Virt.Event.remove_timeout(timer)
    assert came == [LOST]
    disks.conn.close()


def test_a_stream_of_another_daemon_hears_nothing(disks: Disks) -> None:
    with Daemon() as other:
        hears_nothing_of(other, disks)


def hears_nothing_of(other: Daemon, disks: Disks) -> None:
    lost = begin(other)
    came: dict[str, list[int]] = {"lost": [], "living": []}
    dying, living = lost.up(flags=Stream.NONBLOCK), disks.up(flags=Stream.NONBLOCK)
    dying.add_callback(Stream.EVENT_READABLE, lambda _st, events: came["lost"].append(events))
    living.add_callback(Stream.EVENT_READABLE, lambda _st, events: came["living"].append(events))
    other.kill()
    turn_until(lambda: came["lost"])
    assert came == {"lost": [LOST], "living": []}
    assert living.recv(bytearray(), 1) == -2
    assert living.send(b"abc", 3) == 3
    living.remove_callback()
    living.finish()
    assert disks.uploaded().startswith(b"abc\0")
    lost.conn.close()


def test_a_callback_that_was_removed_hears_nothing(daemon: Daemon) -> None:
    disks = begin(daemon)
    st = disks.up(flags=Stream.NONBLOCK)
    came: list[int] = []
    st.add_callback(Stream.EVENT_READABLE, lambda _st, events: came.append(events))
    st.remove_callback()
    daemon.kill()
    turn_until(lambda: not disks.conn.is_alive())
    settle()
    assert came == []
    disks.conn.close()
