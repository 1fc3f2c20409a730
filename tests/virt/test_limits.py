"""Calls that end: ``abort`` and limits of time, with a daemon that is stopped."""

from __future__ import annotations

import math
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import libvirt
import pytest

from sysvirt import Error, Event, Stream, Sys, Virt
from tests.hosts.daemon import Daemon
from tests.hosts.proxy import Proxy
from tests.interruption import interrupted_in
from tests.loop import descriptors, turn_until
from tests.patience import LONG


@pytest.fixture
def stopped(daemon: Daemon) -> Iterator[Callable[[], None]]:
    """A function that makes the daemon pause, until the end of the test."""
    yield lambda: daemon.signal(signal.SIGSTOP)
    daemon.signal(signal.SIGCONT)


def wait_for_end(conn: Virt) -> None:
    """Wait until a connection is cut, without calling the daemon."""
    while conn.is_alive():
        time.sleep(0.01)


def is_cut(error: Any) -> bool:
    """Whether an error is that of a connection that was cut."""
    return (error.code(), error.domain()) == (Error.ERR_SYSTEM_ERROR, Error.FROM_RPC)


def in_thread(function: Callable[[], object]) -> Callable[[], BaseException | None]:
    """Run something in a thread; the result waits for its end, and gives what it raised."""
    raised: list[BaseException] = []

    def run() -> None:
        try:
            function()
        except BaseException as error:  # noqa: BLE001 - looked at by the test
            raised.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()

    def wait() -> BaseException | None:
        thread.join(LONG)
        assert not thread.is_alive()
        return raised[0] if raised else None

    return wait


# Limits --------------------------------------------------------------------------------------


def test_eight_threads_on_one_connection_end_by_their_limits(
    daemon: Daemon, stopped: Callable[[], None]
) -> None:
    before = descriptors()
    conn = Virt(uri=daemon.uri())
    dom = conn.get_domain_by_name("test")
    stopped()

    def call() -> None:
        with conn.time_limit(0.3):
            conn.get_hostname()

    waits = [in_thread(call) for _ in range(8)]
    errors = [wait() for wait in waits]
    for error in errors:
        assert type(error) is TimeoutError
        assert str(error) == "it took longer than 0.3 s"
        assert is_cut(error.__cause__)
    later: list[Callable[[], object]] = [conn.get_hostname, dom.get_info, conn.list_all_domains]
    for call_late in later:
        with pytest.raises(Error, match="the connection was aborted") as caught:
            call_late()
        assert is_cut(caught.value)
        del caught
    assert conn.is_alive() is False
    conn.close()
    with pytest.raises(Error, match="the connection is closed"):
        conn.is_alive()
    del error, errors, waits
    assert descriptors() <= before


def test_a_limit_that_is_not_reached_does_nothing(daemon: Daemon) -> None:
    with Virt(uri=daemon.uri()) as conn:
        limit = conn.time_limit(LONG)
        for _ in range(3):
            with limit, limit:
                assert conn.get_type() == "TEST"
        with conn.time_limit(2):
            pass
        time.sleep(2.5)
        assert conn.is_alive()
        assert conn.get_type() == "TEST"


def test_threads_share_a_limit_and_each_has_its_own_end(daemon: Daemon) -> None:
    conn = Virt(uri=daemon.uri())
    limit = conn.time_limit(5)
    entered, left = threading.Event(), threading.Event()

    def leave_early() -> None:
        with limit:
            entered.wait(LONG)
        left.set()

    def stay() -> None:
        with limit:
            entered.set()
            left.wait(LONG)
            wait_for_end(conn)

    early = in_thread(leave_early)
    began = time.monotonic()
    time.sleep(0.5)
    late = in_thread(stay)
    assert early() is None
    assert type(late()) is TimeoutError
    # The end of the second one, not that of the first one, which was cancelled.
    assert time.monotonic() >= began + 5.5


@pytest.mark.parametrize(("outer", "inner"), [(0.3, LONG), (LONG, 0.3)])
def test_of_limits_inside_each_other_the_nearest_counts(
    daemon: Daemon, stopped: Callable[[], None], outer: float, inner: float
) -> None:
    conn = Virt(uri=daemon.uri())
    stopped()
    with (
        pytest.raises(TimeoutError, match=r"it took longer than 0\.3 s"),
        conn.time_limit(outer),
        conn.time_limit(inner),
    ):
        conn.get_hostname()


def test_a_limit_that_was_not_reached_keeps_no_connection_open(daemon: Daemon) -> None:
    before = descriptors()
    conn = Virt(uri=daemon.uri())
    for _ in range(3):
        with conn.time_limit(LONG):
            assert conn.get_type() == "TEST"
    del conn
    assert descriptors() <= before
    conn = Virt(uri=daemon.uri(), time_limit=LONG)
    del conn
    assert descriptors() <= before


def test_a_block_that_took_too_long_without_a_call_is_late_too(daemon: Daemon) -> None:
    conn = Virt(uri=daemon.uri())

    def wait() -> None:
        with conn.time_limit(0.1):
            wait_for_end(conn)

    with pytest.raises(TimeoutError) as caught:
        wait()
    assert caught.value.__cause__ is None


class OtherError(Exception):
    """What a block raises here."""


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("kind", [OtherError, KeyboardInterrupt, GeneratorExit])
def test_another_exception_passes(daemon: Daemon, kind: type[BaseException], late: bool) -> None:
    error = kind()
    conn = Virt(uri=daemon.uri())

    def fail() -> None:
        with conn.time_limit(0.1 if late else LONG):
            if late:
                wait_for_end(conn)
            raise error

    with pytest.raises(kind) as caught:
        fail()
    assert caught.value is error
    assert conn.is_alive() is not late


def test_an_error_within_the_limit_passes(daemon: Daemon) -> None:
    conn = Virt(uri=daemon.uri())
    with pytest.raises(Error) as caught, conn.time_limit(LONG):
        conn.get_domain_by_name("nobody")
    assert caught.value.code() == Error.ERR_NO_DOMAIN


def test_a_limit_whose_block_could_not_be_left_does_nothing(daemon: Daemon) -> None:
    conn = Virt(uri=daemon.uri())
    with interrupted_in("TimeLimit.__exit__"), conn.time_limit(2):
        pass
    time.sleep(2.5)
    assert conn.is_alive()
    assert conn.get_type() == "TEST"


BAD = [
    (0, ValueError),
    (-1, ValueError),
    (math.nan, ValueError),
    (math.inf, ValueError),
    (-math.inf, ValueError),
    (10**400, ValueError),
    ("2", TypeError),
    (None, TypeError),
    ([2], TypeError),
    (2j, TypeError),
]


@pytest.mark.parametrize(("seconds", "error"), BAD)
def test_bad_seconds_are_named(conn: Virt, seconds: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="seconds"):
        conn.time_limit(seconds)
    if seconds is not None:
        with pytest.raises(error, match="time_limit"):
            Virt(uri="test:///default", time_limit=seconds)


def test_without_a_socket_a_limit_is_refused_when_the_block_is_entered(conn: Virt) -> None:
    limit = conn.time_limit(2)
    with pytest.raises(Error, match="test:///default.*no socket") as caught, limit:
        pytest.fail("entered")
    assert caught.value.code() == Error.ERR_NO_SUPPORT
    with pytest.raises(Error, match="no socket") as caught:
        Virt(uri="test:///default", time_limit=2)
    assert caught.value.code() == Error.ERR_NO_SUPPORT
    assert conn.abort() is False
    assert conn.is_alive()


def test_of_a_closed_connection_there_is_nothing_to_limit(daemon: Daemon) -> None:
    conn = Virt(uri=daemon.uri())
    conn.close()
    assert conn.abort() is False
    with pytest.raises(Error, match="the connection is closed"), conn.time_limit(2):
        pytest.fail("entered")


def test_closing_ends_by_its_limit(daemon: Daemon, stopped: Callable[[], None]) -> None:
    Event.register_default()
    before = descriptors()
    conn = Virt(uri=daemon.uri())
    dom = conn.get_domain_by_name("test")
    conn.domain_event_register_any(dom, Sys.Virt.Domain.EVENT_ID_LIFECYCLE, print)
    stopped()

    def close() -> None:
        with conn.time_limit(0.3):
            conn.close()

    error = in_thread(close)()
    assert type(error) is TimeoutError
    with pytest.raises(Error, match="the connection is closed"):
        dom.get_name()
    assert conn.abort() is False
    del error
    assert descriptors() <= before


def test_a_limit_holds_when_the_connection_is_closed_meanwhile(
    daemon: Daemon, stopped: Callable[[], None]
) -> None:
    conn = Virt(uri=daemon.uri())
    inside = threading.Event()
    stopped()

    def call() -> None:
        with conn.time_limit(1):
            inside.set()
            conn.get_hostname()

    wait = in_thread(call)
    inside.wait(LONG)
    wait_for_close = in_thread(conn.close)
    # It may have been closed before the call began, which says so at once.
    assert type(error := wait()) is TimeoutError or "the connection is closed" in str(error)
    assert wait_for_close() is None


# abort ---------------------------------------------------------------------------------------


def test_closing_that_hangs_is_ended(daemon: Daemon, stopped: Callable[[], None]) -> None:
    conn = Virt(uri=daemon.uri())
    dom = conn.get_domain_by_name("test")
    stopped()
    wait = in_thread(conn.close)

    def use() -> None:
        while True:
            dom.get_name()

    with pytest.raises(Error, match="the connection is closed"):
        use()
    assert conn.abort() is True
    assert wait() is None
    with pytest.raises(Error, match="the connection is closed"):
        dom.get_name()
    assert conn.abort() is False


def test_another_thread_aborts_again_and_again(daemon: Daemon, stopped: Callable[[], None]) -> None:
    conn = Virt(uri=daemon.uri())
    other = Virt(uri=daemon.uri())
    stopped()
    wait = in_thread(conn.get_hostname)
    time.sleep(0.2)
    assert conn.abort() is True
    assert conn.abort() is True
    assert is_cut(wait())
    assert conn.abort() is True
    daemon.signal(signal.SIGCONT)
    assert other.get_type() == "TEST"
    conn.close()
    assert conn.abort() is False


def test_another_thread_aborts_a_closing(daemon: Daemon, stopped: Callable[[], None]) -> None:
    conn = Virt(uri=daemon.uri())
    stopped()
    wait = in_thread(conn.close)
    time.sleep(0.2)
    assert conn.abort() is True
    assert wait() is None
    assert conn.abort() is False
    with pytest.raises(Error, match="the connection is closed"):
        conn.is_alive()


def test_a_signal_handler_aborts(daemon: Daemon, stopped: Callable[[], None]) -> None:
    # The main thread waits for the one that calls: there its handlers run.
    conn = Virt(uri=daemon.uri())
    stopped()
    before = signal.signal(signal.SIGALRM, lambda *_: conn.abort())
    try:
        wait = in_thread(conn.get_hostname)
        signal.setitimer(signal.ITIMER_REAL, 0.2, 0.2)
        assert is_cut(wait())
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_a_transfer_ends(daemon: Daemon) -> None:
    conn = Virt(uri=daemon.uri("storage", "/session"))
    images = daemon.root / "images"
    images.mkdir(mode=0o777)
    images.chmod(0o777)
    pool = conn.create_storage_pool(
        f"<pool type='dir'><name>p</name><target><path>{images}</path></target></pool>"
    )
    size = 64 << 20
    vol = pool.create_volume(
        f"<volume><name>v</name><capacity>{size}</capacity><allocation>0</allocation></volume>"
    )
    st = conn.new_stream()
    vol.upload(st, 0, size)
    daemon.signal(signal.SIGSTOP)

    def send() -> None:
        with conn.time_limit(0.3):
            while True:
                st.send(bytes(1 << 16), 1 << 16)

    error = in_thread(send)()
    assert type(error) is TimeoutError
    assert isinstance(error.__cause__, Error)
    with pytest.raises(Error, match="the connection was aborted"):
        st.send(b"x", 1)
    conn.close()


def test_a_loop_goes_on_and_the_close_callback_is_called(daemon: Daemon) -> None:
    Event.register_default()
    before = descriptors()
    conn, other = Virt(uri=daemon.uri()), Virt(uri=daemon.uri())
    reasons: list[int] = []
    events: list[Any] = []
    conn.register_close_callback(lambda _conn, reason: reasons.append(reason))
    conn.domain_event_register_any(None, Sys.Virt.Domain.EVENT_ID_LIFECYCLE, print)
    other.domain_event_register_any(
        None, Sys.Virt.Domain.EVENT_ID_LIFECYCLE, lambda *values: events.append(values)
    )
    assert conn.abort()
    turn_until(lambda: reasons)
    assert reasons == [Virt.CLOSE_REASON_EOF]
    dom = other.get_domain_by_name("test")
    dom.suspend()
    dom.resume()
    turn_until(lambda: len(events) == 2)
    conn.close()
    other.close()
    events.clear()
    del dom
    assert descriptors() <= before


def test_a_callback_aborts_its_connection(daemon: Daemon) -> None:
    Event.register_default()
    # The test driver's world lives as long as somebody is connected to it.
    conn, other = Virt(uri=daemon.uri()), Virt(uri=daemon.uri())
    aborted: list[bool] = []
    conn.domain_event_register_any(
        None, Sys.Virt.Domain.EVENT_ID_LIFECYCLE, lambda conn, *_: aborted.append(conn.abort())
    )
    dom = conn.get_domain_by_name("test")
    dom.suspend()
    turn_until(lambda: aborted)
    with pytest.raises(Error, match="the connection was aborted"):
        dom.resume()
    conn.close()
    other.get_domain_by_name("test").resume()
    other.close()


def test_what_came_from_an_aborted_connection_says_so(daemon: Daemon) -> None:
    conn = Virt(uri=daemon.uri())
    items: list[Any] = [conn.get_domain_by_name("test"), conn.get_network_by_name("default")]
    st = conn.new_stream(Stream.NONBLOCK)
    conn.abort()
    for call in (*(item.get_name for item in items), st.finish, conn.get_uri):
        with pytest.raises(Error, match="Cannot send data: the connection was aborted") as caught:
            call()
        assert is_cut(caught.value)
    assert repr(conn) == "<sysvirt.Virt (closed)>"


def test_whoever_has_aborted_beside_another_thread_finds_all_refused(daemon: Daemon) -> None:
    conn = Virt(uri=daemon.uri())
    # So many that the other thread is still at it; the last one made is its last.
    streams = [conn.new_stream() for _ in range(20_000)]
    began = threading.Event()

    def abort() -> None:
        began.set()
        conn.abort()

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        wait = in_thread(abort)
        assert began.wait(LONG)
        while conn.is_alive():
            pass
        conn.abort()
        with pytest.raises(Error, match="the connection was aborted"):
            streams[-1].finish()
    finally:
        sys.setswitchinterval(before)
    assert wait() is None


# Opening -------------------------------------------------------------------------------------


def test_opening_ends_when_the_daemon_is_stopped(
    daemon: Daemon, stopped: Callable[[], None]
) -> None:
    before = descriptors()
    stopped()
    with pytest.raises(TimeoutError, match=r"opening took longer than 0\.3 s") as caught:
        Virt.new(uri=daemon.uri(), time_limit=0.3)
    assert isinstance(caught.value.__cause__, Error)
    del caught
    assert descriptors() <= before


def test_opening_ends_when_nobody_accepts(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "socket"))
        door.listen()
        with pytest.raises(TimeoutError):
            Virt(uri=f"test+unix:///default?socket={tmp_path / 'socket'}", time_limit=0.3)


def test_opening_in_time_is_as_ever(daemon: Daemon) -> None:
    with Virt(uri=daemon.uri(), time_limit=LONG, readonly=True) as conn:
        assert conn.get_type() == "TEST"
        assert conn.abort()
    with pytest.raises(Error) as caught:
        Virt(uri="test+unix:///default?socket=/nowhere", time_limit=LONG)
    assert caught.value.code() == Error.ERR_SYSTEM_ERROR
    with Virt(uri=daemon.uri(), time_limit=None) as conn:
        assert conn.get_type() == "TEST"


def test_who_waits_for_its_turn_to_open_ends_too(
    daemon: Daemon, stopped: Callable[[], None]
) -> None:
    stopped()
    first = in_thread(lambda: Virt(uri=daemon.uri()))
    time.sleep(0.2)
    with pytest.raises(TimeoutError, match=r"opening took longer than 0\.3 s"):
        Virt(uri=daemon.uri(), time_limit=0.3)
    daemon.signal(signal.SIGCONT)
    assert first() is None
    with Virt(uri=daemon.uri(), time_limit=LONG) as conn:
        assert conn.get_type() == "TEST"


# Descriptors ---------------------------------------------------------------------------------


def test_a_connection_that_is_dropped_frees_its_descriptors(daemon: Daemon) -> None:
    Virt(uri=daemon.uri()).close()
    before = descriptors()
    for _ in range(20):
        Virt(uri=daemon.uri()).get_type()
    assert descriptors() <= before


def test_the_daemon_sees_the_end_when_the_connection_closes(daemon: Daemon) -> None:
    # The copy of the descriptor doesn't keep the socket open.
    class Watching(Proxy):
        ends = 0

        def _pass_on(self, *arguments: Any) -> None:
            super()._pass_on(*arguments)
            self.ends += 1

    with Watching(daemon.socket) as proxy:
        for at, closes in enumerate((True, False), 1):
            conn = Virt(uri=proxy.uri())
            if closes:
                conn.close()
            del conn
            descriptors()
            deadline = time.monotonic() + LONG
            while proxy.ends < 2 * at:
                assert time.monotonic() < deadline
                time.sleep(0.01)


def test_libvirt_pythons_own_connection_is_not_cut(daemon: Daemon) -> None:
    raw = libvirt.open(daemon.uri())
    conn = Virt.from_libvirt(raw)
    assert conn.abort() is False
    assert conn.get_type() == raw.getType() == "TEST"
    with pytest.raises(Error, match="no socket"), conn.time_limit(1):
        pytest.fail("entered")
