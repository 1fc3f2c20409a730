"""A child process: what it has got from its parent is closed, and the parent never notices."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from typing import Any

import libvirt
import pytest

from sysvirt import Error, Event, Stream, Sys, Virt
from tests.campaign import often, run
from tests.hosts.daemon import Daemon
from tests.patience import LONG

WORDS = "the connection belongs to the parent process"


def in_child(function: Callable[[], object]) -> int:
    """Do something in a child process; its exit code is 0 when that was well."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            signal.alarm(int(LONG))
            function()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def refuses(call: Callable[[], object]) -> bool:
    """Whether a call says that the parent has it."""
    try:
        call()
    except Error as error:
        return WORDS in error.message()
    return False


def objects(conn: Virt) -> list[Any]:
    """An object of each kind that the test driver has."""
    dom = conn.get_domain_by_name("test")
    pool = conn.get_storage_pool_by_name("default-pool")
    snapshots = dom.list_all_snapshots() or [
        dom.create_snapshot("<domainsnapshot><name>s</name></domainsnapshot>")
    ]
    return [
        dom,
        conn.get_network_by_name("default"),
        pool,
        conn.get_interface_by_name("eth1"),
        *snapshots,
        *conn.list_node_devices(),
        *(row["dom"] for row in conn.get_all_domain_stats(0)),
    ]


#: What children do with what they have got; each is a process of its own.
PARENT = """
import gc, os, sys, threading, time
from sysvirt import Error, Event, Sys

uri, number = sys.argv[1], int(sys.argv[2])
turning = len(sys.argv) > 3
if turning:
    Event.register_default()
    def turn():
        while True:
            Event.run_default()
    Event.add_timeout(10, lambda _: None)
    threading.Thread(target=turn, daemon=True).start()

conn = Sys.Virt.new(uri=uri)
dom = conn.get_domain_by_name("test")
events = []
if turning:
    conn.domain_event_register_any(
        None, Sys.Virt.Domain.EVENT_ID_LIFECYCLE, lambda *values: events.append(values[2])
    )
    conn.register_close_callback(lambda *_: os._exit(9))
streams = [conn.new_stream(), conn.new_stream(Sys.Virt.Stream.NONBLOCK)]
calls = 0
ends = False

def call():
    global calls
    while not ends:
        assert dom.get_name() == "test" and conn.get_hostname()
        conn.list_all_domains()
        calls += 1

def use():
    for each in (conn.get_hostname, dom.get_info, dom.suspend, streams[0].finish):
        try:
            each()
        except Error as error:
            assert "belongs to the parent process" in error.message(), error
        else:
            os._exit(7)

def drop():
    global conn, dom, streams
    conn = dom = streams = None
    gc.collect()

def close():
    conn.close()
    conn.close()
    assert not conn.abort()

def open_own():
    with Sys.Virt.new(uri=uri) as own:
        assert own.get_domain_by_name("test").get_name() == "test"
        conn.close()
        assert own.get_hostname()

def grandchild():
    pid = os.fork()
    if pid == 0:
        use()
        sys.exit(0)
    assert os.waitpid(pid, 0)[1] == 0

ways = [use, drop, close, grandchild, gc.collect, lambda: None]
def have_children(ways):
    global ends
    for at in range(number):
        pid = os.fork()
        if pid == 0:
            ends = True
            ways[at % len(ways)]()
            if at % 3:
                sys.exit(0)
            os._exit(0)
        status = os.waitpid(pid, 0)[1]
        assert status == 0, (at % len(ways), status)
        assert conn.is_alive() and dom.get_info() and conn.get_hostname()

# Locks of libvirt and of GLib that another thread holds at the fork stay locked in the child: so
# children open their own connection only where there is no other.
have_children(ways if turning else [*ways, open_own])
thread = threading.Thread(target=call, daemon=True)
thread.start()
have_children(ways)
before = calls
while calls < before + 3: time.sleep(0.001)
ends = True
thread.join()
dom.suspend()
dom.resume()
while turning and len(events) < 2: time.sleep(0.001)
streams[0].abort()
conn.close()
print("well", *events)
os._exit(0)
"""


def test_a_parent_goes_on_after_its_children(daemon: Daemon) -> None:
    assert run(PARENT, daemon.uri(), often(50, 500)) == "well\n"


def test_a_parent_whose_loop_turns_goes_on_after_its_children(daemon: Daemon) -> None:
    assert run(PARENT, daemon.uri(), often(20, 500), "turning") == "well 3 4\n"


@pytest.mark.parametrize("driver", ["in the process", "behind a socket"])
def test_all_objects_say_whose_they_are(driver: str, daemon: Daemon) -> None:
    uri = "test:///default" if driver == "in the process" else daemon.uri()
    with Virt(uri=uri) as conn:
        items = objects(conn)
        streams = [conn.new_stream(), conn.new_stream(Stream.NONBLOCK)]

        def look() -> None:
            calls = [item.get_name for item in items]
            calls += [stream.abort for stream in streams]
            calls += [conn.get_uri, conn.list_all_domains, conn.is_alive, conn.new_stream]
            assert all(map(refuses, calls))
            assert repr(conn) == "<sysvirt.Virt (closed)>"
            assert items[0].connection is conn
            assert not conn.abort()
            conn.close()

        assert in_child(look) == 0
        assert [item.get_name() for item in items]
        assert conn.is_alive()


def test_callbacks_stay_with_the_parent(daemon: Daemon) -> None:
    Event.register_default()
    with Virt(uri=daemon.uri()) as conn:
        event = Sys.Virt.Domain.EVENT_ID_LIFECYCLE
        number = conn.domain_event_register_any(None, event, print)

        def take_back() -> None:
            assert refuses(lambda: conn.domain_event_deregister_any(number))
            assert refuses(lambda: conn.domain_event_register_any(None, event, print))

        assert in_child(take_back) == 0
        conn.domain_event_deregister_any(number)


@pytest.mark.parametrize("thread", [True, False])
def test_a_loop_that_a_thread_of_the_parent_turns_is_refused(thread: bool) -> None:
    def look() -> None:
        for call in (Event.run_default, Event.register_default):
            if thread:
                with pytest.raises(Error, match="a thread of the parent process has the event"):
                    call()
            else:
                ticks: list[int] = []
                Event.add_timeout(0, ticks.append)
                while not ticks:
                    Event.run_default()

    Event.register_default()
    turned: list[int] = []
    going = threading.Event()

    def tick(timer: int) -> None:
        turned.append(timer)
        if thread and len(turned) == 2:
            going.set()
            # In the middle of a turn the other thread forks. A child has nobody who would end this.
            forked.wait(LONG)

    def turn() -> None:
        while not forked.is_set():
            Event.run_default()

    forked = threading.Event()
    timer = Event.add_timeout(1, tick)
    turner = threading.Thread(target=turn)
    if thread:
        turner.start()
        assert going.wait(LONG)
    try:
        assert in_child(look) == 0
    finally:
        forked.set()
        Event.remove_timeout(timer)
        if thread:
            turner.join()


def test_a_limit_of_the_parent_does_nothing_in_the_child(daemon: Daemon) -> None:
    with Virt(uri=daemon.uri()) as conn, conn.time_limit(LONG):

        def use() -> None:
            assert refuses(conn.get_hostname)
            with Virt(uri=daemon.uri()) as own, own.time_limit(LONG):
                assert own.get_type() == "TEST"

        assert in_child(use) == 0
        assert conn.get_type() == "TEST"


def test_a_child_opens_while_a_thread_of_the_parent_opens(daemon: Daemon) -> None:
    # That thread has its turn, and stays behind.
    daemon.signal(signal.SIGSTOP)
    opener = threading.Thread(target=lambda: Virt(uri=daemon.uri()).close())
    opener.start()

    def open_it() -> None:
        with pytest.raises(TimeoutError) as caught:
            Virt(uri=daemon.uri(), time_limit=0.5)
        # It was the daemon that didn't answer, not another one that opens.
        assert isinstance(caught.value.__cause__, Error)

    try:
        assert in_child(open_it) == 0
    finally:
        daemon.signal(signal.SIGCONT)
        opener.join()


def test_what_is_borrowed_stays_with_the_parent_too(daemon: Daemon) -> None:
    raw = libvirt.open(daemon.uri())
    conn = Virt.from_libvirt(raw)
    dom = conn.get_domain_by_name("test")

    def use() -> None:
        nonlocal dom, conn
        assert refuses(conn.get_hostname)
        assert refuses(dom.get_info)
        del dom, conn

    assert in_child(use) == 0
    assert raw.getHostname() == conn.get_hostname()
    assert dom.get_name() == "test"


# multiprocessing -----------------------------------------------------------------------------

#: What a worker has for itself, and what it may have got from its parent.
shared: Virt | None = None


def rebind(uri: str) -> None:
    """A pool's initializer: a connection of the worker's own takes the place of the parent's."""
    global shared  # noqa: PLW0603 - it is what this is about
    shared = Virt(uri=uri)


def look_up(name: str) -> str:
    """A worker's task."""
    assert shared is not None
    return shared.get_domain_by_name(name).get_name()


def inherited() -> str:
    """What a worker hears of the parent's connection."""
    if shared is None:
        return "nothing"
    try:
        return shared.get_hostname()
    except Error as error:
        return error.message()


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_a_pool_whose_initializer_rebinds_a_global_connection(method: str, daemon: Daemon) -> None:
    global shared  # noqa: PLW0603 - it is what this is about
    shared = Virt(uri=daemon.uri())
    try:
        context: Any = multiprocessing.get_context(method)
        for _ in range(2):
            with context.Pool(2, initializer=rebind, initargs=[daemon.uri()]) as pool:
                assert pool.map(look_up, ["test"] * 8) == ["test"] * 8
                pool.close()
                pool.join()
            assert shared.get_domain_by_name("test").get_name() == "test"
        with context.Pool(1) as pool:
            words = pool.apply(inherited)
        assert WORDS in words if method == "fork" else words == "nothing"
        assert shared.is_alive()
        assert shared.get_hostname()
    finally:
        shared.close()
        shared = None


SOCKETS = """
import os
import sys

from sysvirt import Virt


def sockets():
    names = (f"/proc/self/fd/{name}" for name in os.listdir("/proc/self/fd"))
    links = {os.readlink(name) for name in names if os.path.lexists(name)}
    return {link for link in links if link.startswith("socket:")}


before = sockets()
conn = Virt(uri=sys.argv[1])
mine = sockets() - before
child = os.fork()
if not child:
    os._exit(len(sockets() & mine))
print(len(mine), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


def test_a_child_has_no_socket_of_its_parent(daemon: Daemon) -> None:
    assert run(SOCKETS, daemon.uri()) == "1 0\n"
