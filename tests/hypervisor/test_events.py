"""Events of a real host: what comes over a socket, from a real guest, and when all ends."""

from __future__ import annotations

import gc
import socket
import threading
import weakref
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

import libvirt
import pytest

from sysvirt import Domain, Error, Event, Secret, Sys, Virt
from tests.hosts import Guest, Host, running
from tests.loop import alone, open_descriptors, settle, ticking, turn_until
from tests.patience import LONG

FAILED = (Domain.EVENT_STOPPED, Domain.EVENT_STOPPED_FAILED)
UUID = "8d2f6a3c-0000-4000-8000-00000000000"
SECRET = (
    f"<secret ephemeral='yes' private='no'><uuid>{UUID}{{}}</uuid>"
    "<usage type='ceph'><name>event {}</name></usage></secret>"
)


def connected(host: Host) -> Iterator[Virt]:
    Event.register_default()
    with Sys.Virt.new(uri=host.uri) as connection:
        yield connection
    settle()


@pytest.fixture
def conn(host: Host) -> Iterator[Virt]:
    """A connection to the host, with an event loop behind it."""
    yield from connected(host)


@pytest.fixture
def own_conn(own_host: Host) -> Iterator[Virt]:
    """A connection to a host whose daemon may be stopped."""
    yield from connected(own_host)


class Noting:
    """A callback that keeps what it is told."""

    def __init__(self) -> None:
        self.came: list[tuple[Any, ...]] = []

    def __call__(self, *values: Any) -> None:
        self.came.append(values)


def test_secrets(conn: Virt) -> None:
    life, value = Noting(), Noting()
    everything = conn.secret_event_register_any(None, Secret.EVENT_ID_LIFECYCLE, life)
    secret = conn.define_secret(SECRET.format(1, 1))
    try:
        other = conn.define_secret(SECRET.format(2, 2))
        changed = conn.secret_event_register_any(secret, Secret.EVENT_ID_VALUE_CHANGED, value)
        other.set_value(b"not told")
        secret.set_value(b"told")
        other.undefine()
    finally:
        secret.undefine()
    turn_until(lambda: len(life.came) == 4 and value.came)
    assert value.came == [(conn, secret)]
    assert value.came[0][0] is conn
    assert type(value.came[0][1]) is Secret
    assert life.came == [
        (conn, secret, Secret.EVENT_DEFINED, 0),
        (conn, other, Secret.EVENT_DEFINED, 0),
        (conn, other, Secret.EVENT_UNDEFINED, 0),
        (conn, secret, Secret.EVENT_UNDEFINED, 0),
    ]
    for number in (everything, changed):
        conn.secret_event_deregister_any(number)
        with pytest.raises(Error):
            conn.secret_event_deregister_any(number)


def test_many_callbacks_for_one_event(conn: Virt) -> None:
    callbacks = [Noting() for _ in range(20)]
    numbers = [
        conn.secret_event_register_any(None, Secret.EVENT_ID_LIFECYCLE, callback)
        for callback in callbacks
    ]
    conn.define_secret(SECRET.format(3, 3)).undefine()
    turn_until(lambda: all(len(callback.came) == 2 for callback in callbacks))
    for number in numbers[::2]:
        conn.secret_event_deregister_any(number)
    conn.define_secret(SECRET.format(3, 3)).undefine()
    turn_until(lambda: all(len(callback.came) == 4 for callback in callbacks[1::2]))
    settle()
    assert [len(callback.came) for callback in callbacks] == [2, 4] * 10


def test_a_guest_that_is_saved_or_killed(conn: Virt, host: Host) -> None:
    life, job = Noting(), Noting()
    guest = Guest(name="eventful", kvm=host.kvm)
    conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, life)
    conn.domain_event_register_any(None, Domain.EVENT_ID_JOB_COMPLETED, job)
    file = host.root / "eventful.saved"
    raw = libvirt.open(host.uri)
    try:
        with running(raw, guest):
            dom = conn.get_domain_by_name(guest.name)
            dom.save(str(file))
            turn_until(lambda: job.came)
        with running(raw, guest):
            host.kill_guest(guest.name)
            turn_until(lambda: FAILED in [came[2:] for came in life.came])
    finally:
        raw.close()
        file.unlink(missing_ok=True)
    ((owner, about, params),) = job.came
    assert owner is conn
    assert about == dom
    assert type(params) is dict
    assert params["operation"] == Domain.JOB_OPERATION_SAVE
    assert all(type(key) is str and type(value) in (int, bool) for key, value in params.items())
    assert params["time_elapsed"] >= 0
    told = [came[2:] for came in life.came if came[1] == dom]
    assert (Domain.EVENT_STARTED, Domain.EVENT_STARTED_BOOTED) in told
    assert (Domain.EVENT_STOPPED, Domain.EVENT_STOPPED_SAVED) in told


def greet(path: str) -> None:
    """Say hello to a VNC server as a viewer does, and leave."""
    with socket.socket(socket.AF_UNIX) as viewer:
        viewer.connect(path)
        viewer.settimeout(LONG)
        assert viewer.recv(12) == b"RFB 003.008\n"
        viewer.sendall(b"RFB 003.008\n")
        assert viewer.recv(2) == b"\x01\x01"
        viewer.sendall(b"\x01")
        assert viewer.recv(4) == bytes(4)
        viewer.sendall(b"\x01")
        assert viewer.recv(4)


def test_graphics(conn: Virt, host: Host) -> None:
    noting = Noting()
    conn.domain_event_register_any(None, Domain.EVENT_ID_GRAPHICS, noting)
    raw = libvirt.open(host.uri)
    with running(raw, Guest(name="seen", kvm=host.kvm, vnc="socket")):
        dom = conn.get_domain_by_name("seen")
        listen = ET.fromstring(dom.get_xml_description()).find("devices/graphics/listen")
        assert listen is not None
        path = listen.attrib["socket"].replace("/var/lib/libvirt", f"{host.root}/lib", 1)
        # A path of such a socket may be no longer than 107 characters.
        link = host.root / "vnc"
        link.symlink_to(path)
        greet(str(link))
        link.unlink()
        turn_until(lambda: len(noting.came) == 3)
    raw.close()
    assert [came[2] for came in noting.came] == [
        Domain.EVENT_GRAPHICS_CONNECT,
        Domain.EVENT_GRAPHICS_INITIALIZE,
        Domain.EVENT_GRAPHICS_DISCONNECT,
    ]
    for owner, about, _, local, remote, scheme, identities in noting.came:
        assert owner is conn
        assert about == dom
        assert scheme in ("", "none")
        assert identities == []
        for end in (local, remote):
            assert sorted(end) == ["family", "node", "service"]
            assert end["family"] == Domain.EVENT_GRAPHICS_ADDRESS_UNIX
            assert type(end["node"]) is type(end["service"]) is str
    assert noting.came[0][3]["service"].endswith(".sock")


def test_a_daemon_that_goes(own_host: Host, own_conn: Virt) -> None:
    came: list[tuple[Any, ...]] = []

    def closed(*values: Any) -> None:
        came.append(values)

    def told(*_: Any) -> None:
        """Nothing is to be done."""

    left = weakref.ref(closed), weakref.ref(told)
    own_conn.register_close_callback(closed)
    number = own_conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, told)
    with pytest.raises(Error, match="already registered"):
        own_conn.register_close_callback(print)
    own_host.stop_daemon("libvirtd")
    turn_until(lambda: came)
    assert came == [(own_conn, Virt.CLOSE_REASON_EOF)]
    assert came[0][0] is own_conn
    assert not own_conn.is_alive()
    # The daemon can't be told any more, which is an error; here it is taken back all the same.
    with pytest.raises(Error):
        own_conn.domain_event_deregister_any(number)
    del told
    gc.collect()
    assert left[1]() is None
    own_conn.close()
    del closed
    gc.collect()
    assert left[0]() is None
    own_host.start_daemon("libvirtd")


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        ("conn.close()", "<sysvirt.Virt (closed)>"),
        ("conn.unregister_close_callback()", "no error"),
        (
            "conn.unregister_close_callback(); conn.unregister_close_callback()",
            "the close callback is being called",
        ),
        ("conn.register_close_callback(print)", "the close callback is being called"),
    ],
)
def test_a_close_callback_ends_itself(host: Host, inside: str, wanted: str) -> None:
    # libvirt calls it with a lock held that each of these takes: who waits for it never ends.
    done = alone(f"""
        import gc, os, socket, weakref
        from sysvirt import Error, Event, Virt
        from tests.loop import settle, turn_until

        def sockets():
            fds = os.listdir("/proc/self/fd")
            links = {{int(fd): f"/proc/self/fd/{{fd}}" for fd in fds}}
            found = {{fd: os.path.lexists(at) and os.readlink(at) for fd, at in links.items()}}
            return {{fd for fd, what in found.items() if str(what).startswith("socket:")}}

        def told(conn, reason):
            try:
                {inside}
                came.append(repr(conn) if "closed" in repr(conn) else "no error")
            except Error as error:
                came.append(error.message().rpartition(": ")[2])

        Event.register_default()
        before, came = sockets(), []
        conn = Virt(uri={host.uri!r})
        left = weakref.ref(conn.handle)
        conn.register_close_callback(told)
        for fd in sockets() - before:
            with socket.socket(fileno=os.dup(fd)) as end:
                end.shutdown(socket.SHUT_RDWR)
        turn_until(lambda: came)
        del conn
        settle()
        gc.collect()
        print(*came, left())
    """)
    assert (done.stdout, done.stderr) == (f"{wanted} None\n", "")


def test_closing_a_connection_that_broke_raises_nothing(own_host: Host, own_conn: Virt) -> None:
    for _ in range(3):
        own_conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, Noting())
    own_conn.domain_event_register(Noting())
    own_host.stop_daemon("libvirtd")
    own_conn.close()
    settle()
    own_host.start_daemon("libvirtd")


def test_registering_while_a_thread_turns_the_loop(conn: Virt) -> None:
    stop = threading.Event()
    spent: list[weakref.ref[Noting]] = []

    def fresh() -> Noting:
        made = Noting()
        spent.append(weakref.ref(made))
        return made

    def turn() -> None:
        with ticking():
            while not stop.is_set():
                Event.run_default()

    thread = threading.Thread(target=turn)
    thread.start()
    noting = Noting()
    try:
        conn.secret_event_register_any(None, Secret.EVENT_ID_LIFECYCLE, noting)
        for _ in range(100):
            number = conn.secret_event_register_any(None, Secret.EVENT_ID_LIFECYCLE, fresh())
            conn.secret_event_deregister_any(number)
            number = conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, fresh())
            conn.get_capabilities()
            conn.domain_event_deregister_any(number)
        for _ in range(20):
            conn.define_secret(SECRET.format(4, 4)).undefine()
        for _ in range(12_000):
            if len(noting.came) == 40:
                break
            conn.is_alive()
            stop.wait(0.05)
    finally:
        stop.set()
        thread.join(LONG)
    assert len(noting.came) == 40
    conn.close()
    settle()
    gc.collect()
    assert [ref() for ref in spent] == [None] * 200


def test_a_loop_of_ones_own_carries_a_connection(host: Host) -> None:
    done = alone(
        """
        import gc, os, time, weakref
        from sysvirt import Event, Secret, Sys
        from tests.selector_loop import SelectorLoop
        loop = SelectorLoop()
        Event.register(loop)
        conn = Sys.Virt.new(uri=os.environ["HOST_URI"])
        assert loop.watches
        conn.set_keep_alive(1, 3)
        came = []
        number = conn.secret_event_register_any(
            None, Secret.EVENT_ID_LIFECYCLE, lambda *values: came.append(values)
        )
        secret = conn.define_secret(os.environ["SECRET"])
        secret.undefine()
        # Longer than the connection would live if nobody answered for it.
        until = time.monotonic() + 6
        while time.monotonic() < until:
            loop.turn()
        assert conn.is_alive()
        assert [told[2] for told in came] == [Secret.EVENT_DEFINED, Secret.EVENT_UNDEFINED]
        assert came[0][0] is conn
        conn.secret_event_deregister_any(number)
        left = weakref.ref(conn), weakref.ref(conn.handle)
        came.clear()
        del conn, secret
        gc.collect()
        for _ in range(10):
            loop.turn()
        assert left[0]() is left[1]() is None
        assert not loop.watches and not loop.timers and not loop.spent, vars(loop)
        print("well")
        """,
        HOST_URI=host.uri,
        SECRET=SECRET.format(5, 5),
    )
    assert (done.stdout, done.returncode) == ("well\n", 0), done.stderr


def test_no_file_descriptor_is_left(conn: Virt, host: Host) -> None:
    settle()
    before = open_descriptors()
    for _ in range(3):
        with Sys.Virt.new(uri=host.uri) as another:
            another.secret_event_register_any(None, Secret.EVENT_ID_LIFECYCLE, print)
    settle()
    gc.collect()
    assert open_descriptors() <= before
    assert conn.is_alive()
