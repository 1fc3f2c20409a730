"""The socket of a connection: whom a URI leads to, and that never another socket is taken."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import libvirt
import pytest

from sysvirt import Error, Virt
from sysvirt._core.wire import find_peer
from tests.campaign import often
from tests.hosts.daemon import Daemon
from tests.hosts.forward import Forward
from tests.hosts.proxy import Proxy
from tests.loop import descriptors

UNIX = (None, None, 0)


@pytest.mark.parametrize(
    ("uri", "peer"),
    [
        ("qemu:///system", UNIX),
        ("qemu:///session", UNIX),
        ("lxc:///", UNIX),
        ("vbox:///session", UNIX),
        ("qemu+unix:///system", UNIX),
        ("qemu:///system?socket=/run/a", ("/run/a", None, 0)),
        ("qemu+unix:///system?socket=/run/a", ("/run/a", None, 0)),
        ("qemu+unix:///system?socket=/run/a%20b%2fc", ("/run/a b/c", None, 0)),
        ("qemu+unix:///system?no_verify=1&socket=/run/a&mode=direct", ("/run/a", None, 0)),
        ("qemu+unix:///system?mode=direct;socket=/run/a", ("/run/a", None, 0)),
        ("qemu+unix:///system?websocket=/run/a", UNIX),
        ("test+unix:///default?socket=/run/a", ("/run/a", None, 0)),
        ("qemu+tcp://host/system", (None, "host", 16509)),
        ("qemu+tcp://host:1234/system", (None, "host", 1234)),
        ("qemu+tcp://me@host:1234/system", (None, "host", 1234)),
        ("qemu+tcp:///system", (None, "localhost", 16509)),
        ("qemu+tcp://[::1]/system", (None, "::1", 16509)),
        ("qemu+tcp://[fd00::1]:99/system", (None, "fd00::1", 99)),
        ("qemu+tls://host/system", (None, "host", 16514)),
        ("qemu://host/system", (None, "host", 16514)),
        ("qemu://192.0.2.1:5/system", (None, "192.0.2.1", 5)),
        ("test://host/default", (None, "host", 16514)),
        ("test+tcp://host/default", (None, "host", 16509)),
    ],
)
def test_a_uri_leads_to_a_socket(uri: str, peer: tuple[Any, ...]) -> None:
    found = find_peer(uri)
    assert found is not None
    assert (found.path, found.host, found.port) == peer


@pytest.mark.parametrize(
    "uri",
    [
        "test:///default",
        "test:///path/to/node.xml",
        "openvz:///system",
        "qemu+ssh://host/system",
        "qemu+ssh:///system?socket=/run/a",
        "qemu+libssh://host/system",
        "qemu+libssh2://host/system",
        "qemu+ext:///system?command=/bin/nc",
        "qemu:///embed?root=/tmp/x",
        "esx://host/",
        "esx+tcp://host/",
        "hyperv://host/",
        "vpx://host/dc/cluster/host",
        "vmwareplayer:///session",
        "",
        "nonsense",
        "://",
        "qemu+tcp://host:port/system",
        "qemu+tcp://[::1/system",
        "\0",
    ],
)
def test_a_uri_leads_to_no_socket_of_the_process(uri: str) -> None:
    assert find_peer(uri) is None


@pytest.fixture(autouse=True)
def _settled() -> Iterator[None]:
    """Where a loop is registered, libvirt closes sockets when it turns."""
    yield
    descriptors()


# Cutting the right one -----------------------------------------------------------------------


#: How often each of the threads beside an opening does what it does.
BESIDE = 5


@contextlib.contextmanager
def running(*functions: Callable[[], object]) -> Iterator[Callable[[], None]]:
    """Threads that do something a few times whenever they are told to, beside what follows then.

    A daemon whose clients come and go without a pause is never idle, and only then it cleans up
    after them: it gets slower and slower, and at last answers nobody. What the threads raise
    comes out at the end.
    """
    errors: list[BaseException] = []
    wanted = [threading.Semaphore(0) for _ in functions]
    end = threading.Event()

    def repeat(function: Callable[[], object], again: threading.Semaphore) -> None:
        try:
            while again.acquire() and not end.is_set():
                function()
        except BaseException as error:  # noqa: BLE001 - shown by the test
            errors.append(error)

    def go() -> None:
        for each in wanted:
            each.release(BESIDE)

    pairs = zip(functions, wanted, strict=True)
    threads = [threading.Thread(target=repeat, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    try:
        yield go
    finally:
        end.set()
        go()
        for thread in threads:
            thread.join()
    assert errors == []


def foreign_socket(path: Path) -> None:
    """A socket to the same daemon, which stays connected as long as nobody cuts it."""
    with socket.socket(socket.AF_UNIX) as mine:
        mine.connect(str(path))
        time.sleep(0.001)
        mine.settimeout(0)
        with pytest.raises(BlockingIOError):
            mine.recv(1)


def foreign_port(port: int) -> None:
    """The same by TCP."""
    with socket.create_connection(("127.0.0.1", port)) as mine:
        time.sleep(0.001)
        mine.settimeout(0)
        with pytest.raises(BlockingIOError):
            mine.recv(1)


def foreign_connection(uri: str) -> None:
    """A connection of libvirt-python's to the same daemon."""
    conn = libvirt.open(uri)
    assert conn.getType() == "TEST"
    conn.close()
    time.sleep(0.002)


def alone() -> None:
    """What goes on beside, where nothing does."""


def cut_some(uri: str, number: int, go: Callable[[], None] = alone) -> tuple[int, int]:
    """Open two connections and abort one, again and again: how many were cut, how many not."""
    cut = left = 0
    for _ in range(number):
        go()
        kept, conn = Virt(uri=uri), Virt(uri=uri)
        if conn.abort():
            cut += 1
            with pytest.raises(Error):
                conn.get_type()
            assert not conn.is_alive()
        else:
            left += 1
            assert conn.get_type() == "TEST"
            assert conn.is_alive()
        assert kept.get_type() == "TEST"
        kept.close()
        conn.close()
    return cut, left


def test_alone_a_socket_is_always_found(daemon: Daemon) -> None:
    assert cut_some(daemon.uri(), 20) == (20, 0)
    with Forward(daemon.socket) as forward:
        assert cut_some(forward.uri(), 20) == (20, 0)


def test_no_foreign_unix_socket_is_cut(daemon: Daemon) -> None:
    with running(
        lambda: foreign_socket(daemon.socket),
        lambda: foreign_socket(daemon.socket),
        lambda: foreign_connection(daemon.uri()),
    ) as go:
        number = often(60, 1000)
        assert sum(cut_some(daemon.uri(), number, go)) == number


def test_no_foreign_tcp_socket_is_cut(daemon: Daemon) -> None:
    with (
        Forward(daemon.socket) as forward,
        running(
            lambda: foreign_port(forward.port),
            lambda: foreign_port(forward.port),
            lambda: foreign_connection(forward.uri()),
        ) as go,
    ):
        number = often(40, 500)
        assert sum(cut_some(forward.uri(), number, go)) == number


def test_opening_in_the_middle_of_opening_does_not_wait_for_itself(
    daemon: Daemon, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As a signal handler might, while the address is looked up.
    inner: list[Virt] = []
    look_up = socket.getaddrinfo

    def look_up_and_open(*arguments: Any, **named: Any) -> Any:
        monkeypatch.undo()
        inner.append(Virt(uri=uri, time_limit=60))
        return look_up(*arguments, **named)

    with Forward(daemon.socket) as forward:
        uri = forward.uri()
        monkeypatch.setattr(socket, "getaddrinfo", look_up_and_open)
        with Virt(uri=uri) as outer, inner[0]:
            assert inner[0].abort() is True
            assert outer.get_type() == "TEST"
            assert outer.abort() is True


def test_threads_that_open_at_once_cut_each_their_own(daemon: Daemon) -> None:
    # One URI for all, and one socket by two URIs.
    uris = [daemon.uri(), daemon.uri(), daemon.uri() + "&mode=legacy"]
    cuts: list[tuple[int, int]] = []
    threads = [
        threading.Thread(target=lambda uri=uri: cuts.append(cut_some(uri, 20))) for uri in uris
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # They take turns, so that none is in doubt about the others'.
    assert cuts == [(20, 0)] * 3


def test_sockets_of_other_kinds_raise_no_doubt(daemon: Daemon) -> None:
    def open_some() -> None:
        one, other = socket.socketpair()
        datagrams = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        for each in (one, other, datagrams):
            each.close()

    with running(open_some, open_some) as go:
        assert cut_some(daemon.uri(), 20, go) == (20, 0)


def test_sockets_that_are_not_connected_yet_raise_no_doubt(daemon: Daemon) -> None:
    """Those of other threads that open other hosts."""

    def make_one() -> None:
        with socket.socket(socket.AF_UNIX):
            time.sleep(0.001)

    with running(make_one, make_one) as go:
        assert cut_some(daemon.uri(), 20, go) == (20, 0)


def test_threads_that_open_other_hosts_raise_no_doubt(daemon: Daemon) -> None:
    """They copy each other's sockets while they search, and soon close the copies."""
    cuts: list[tuple[int, int]] = []
    with contextlib.ExitStack() as hosts:
        uris = [hosts.enter_context(Proxy(daemon.socket)).uri() for _ in range(6)]
        threads = [
            threading.Thread(target=lambda uri: cuts.append(cut_some(uri, 20)), args=[uri])
            for uri in uris
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert cuts == [(20, 0)] * 6


def test_a_socket_may_have_another_name_than_the_one_that_leads_to_it(
    daemon: Daemon, tmp_path: Path
) -> None:
    """As one has that was mounted into a container."""
    other = tmp_path / "another-sock"
    other.hardlink_to(daemon.socket)
    uri = f"test+unix:///default?socket={other}"
    assert cut_some(uri, 5) == (5, 0)
    # Then nothing but its being the only new one tells it apart.
    with running(lambda: foreign_socket(daemon.socket), lambda: foreign_socket(other)) as go:
        number = often(60, 1000)
        assert sum(cut_some(uri, number, go)) == number


def test_a_uri_that_libvirt_chooses_counts_as_what_it_has_become(
    daemon: Daemon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIBVIRT_DEFAULT_URI", daemon.uri())
    with Virt() as conn:
        assert conn.abort()
    monkeypatch.setenv("LIBVIRT_DEFAULT_URI", "test:///default")
    with running(lambda: foreign_connection(daemon.uri())) as go:
        for _ in range(50):
            go()
            with Virt() as conn:
                assert not conn.abort()


# While it is opened --------------------------------------------------------------------------


def test_a_limit_of_opening_cuts_no_foreign_socket(tmp_path: Path) -> None:
    # The queue of the listener is full, so that the opening isn't connected yet.
    path = tmp_path / "socket"
    ended: list[BaseException] = []

    def open_it() -> None:
        try:
            Virt(uri=f"test+unix:///default?socket={path}", time_limit=0.3)
        except BaseException as error:  # noqa: BLE001 - looked at by the test
            ended.append(error)

    def connect() -> socket.socket | None:
        each = stack.enter_context(socket.socket(socket.AF_UNIX))
        each.settimeout(0)
        try:
            each.connect(str(path))
        except BlockingIOError:
            each.close()
            return None
        return each

    with contextlib.ExitStack() as stack:
        door = stack.enter_context(socket.socket(socket.AF_UNIX))
        door.bind(str(path))
        door.listen(1)
        while connect():
            pass
        opener = threading.Thread(target=open_it)
        opener.start()
        time.sleep(0.1)
        # One that is new since the search has begun, with the same peer.
        stranger = None
        while stranger is None:
            stack.enter_context(door.accept()[0])
            stranger = connect()
        time.sleep(0.6)
        with pytest.raises(BlockingIOError):
            stranger.recv(1)
        # Without it there is no doubt any more.
        stranger.close()
        opener.join(0.5)
        while opener.is_alive():
            door.settimeout(0.01)
            with contextlib.suppress(TimeoutError):
                stack.enter_context(door.accept()[0])
            opener.join(0.2)
        assert isinstance(ended[0], TimeoutError)


def test_a_host_that_does_not_answer_ends_by_the_limit() -> None:
    # The queue of a TCP listener is full: what comes now gets no answer for minutes.
    with contextlib.ExitStack() as stack:
        door = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        port = door.getsockname()[1]
        for _ in range(4):
            each = stack.enter_context(socket.socket())
            each.settimeout(0)
            with contextlib.suppress(BlockingIOError):
                each.connect(("127.0.0.1", port))
        begun = time.monotonic()
        with pytest.raises(TimeoutError, match=r"opening took longer than 0\.3 s"):
            Virt(uri=f"test+tcp://127.0.0.1:{port}/default", time_limit=0.3)
        assert time.monotonic() - begun < 100


def test_searching_leaves_no_descriptor_open(daemon: Daemon) -> None:
    before = descriptors()
    for _ in range(20):
        with Virt(uri=daemon.uri()):
            pass
        with pytest.raises(Error):
            Virt(uri="test+unix:///default?socket=/nowhere")
    assert descriptors() <= before
