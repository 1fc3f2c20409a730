"""Closing really closes: objects, callbacks and descriptors, whatever other threads are doing.

The objects of a connection are those that it registers. ``tests/campaign.py`` says how to run the
campaigns at their full length: 300 connections.
"""

from __future__ import annotations

import gc
import sys
import weakref
from collections.abc import Iterator
from typing import Any

import pytest

from sysvirt import Error, Sys, Virt
from tests.campaign import often, run
from tests.hosts.daemon import Daemon
from tests.interruption import interrupted_in
from tests.loop import descriptors

URI = "test:///default"

#: One connection after the other is closed while three threads list and look up.
CLOSING = """
import os, sys, threading
from sysvirt import Error, Sys

sys.setswitchinterval(1e-5)
uri, number = sys.argv[1], int(sys.argv[2])

def descriptors():
    return set(os.listdir("/proc/self/fd"))

def answers(item):
    try:
        (item["dom"] if isinstance(item, dict) else item).get_name()
    except Error:
        return False
    return True

def look(call, found, ready):
    ready.wait()
    try:
        while True:
            found += call()
    except Error:
        pass

before = descriptors()
alive = late = 0
for at in range(number):
    conn = Sys.Virt.new(uri=uri)
    uuid = conn.get_domain_by_name("test").get_uuid()
    calls = [
        conn.list_all_domains,
        conn.list_all_networks,
        conn.list_all_storage_pools,
        lambda: [conn.get_domain_by_name("test")],
        lambda: [conn.get_domain_by_uuid(uuid)],
        lambda: [conn.get_network_by_name("default")],
        lambda: conn.get_all_domain_stats(0),
        lambda: [conn.new_stream()],
        lambda: conn.list_all_domains()[0].list_all_snapshots() + conn.list_all_domains(),
    ]
    found = []
    ready = threading.Barrier(4)
    threads = [
        threading.Thread(target=look, args=[calls[(at + shift) % len(calls)], found, ready])
        for shift in (0, 3, 6)
    ]
    for thread in threads: thread.start()
    ready.wait()
    while len(found) < 10: pass
    conn.close()
    for thread in threads: thread.join()
    named = [item for item in found if isinstance(item, dict) or hasattr(item, "get_name")]
    alive += sum(map(answers, named))
    try:
        late += conn.is_alive()
    except Error:
        pass
    # Not even when all objects that were found are still there.
    late += len(descriptors() - before)
print(alive, late)
"""


@pytest.mark.parametrize("driver", ["in the process", "behind a socket"])
def test_campaign_of_closing_while_threads_list_and_look_up(driver: str, daemon: Daemon) -> None:
    uri = URI if driver == "in the process" else daemon.uri()
    assert run(CLOSING, uri, often(40, 300)) == "0 0\n"


def test_a_look_up_that_ends_after_the_closing_brings_what_is_closed() -> None:
    conn = Sys.Virt.new(uri=URI)

    class Name(str):
        """A name that closes the connection when it is read: later than the handle is."""

        __slots__ = ()

        def isascii(self) -> bool:
            conn.close()
            return True

    dom = conn.get_domain_by_name(Name("test"))
    with pytest.raises(Error, match="the connection is closed"):
        dom.get_name()


def test_threads_that_add_at_once_lose_no_object() -> None:
    # Those that are gone are forgotten now and then; the others must not go with them.
    assert (
        run(
            """
import sys, threading
from sysvirt import Error, Sys

sys.setswitchinterval(1e-6)
alive = number = 0
for _ in range(int(sys.argv[1])):
    conn = Sys.Virt.new(uri="test:///default")
    kept = []

    def look():
        mine = []
        for at in range(1500):
            dom = conn.get_domain_by_name("test")
            if at % 7 == 0:
                kept.append(dom)
            else:
                mine.append(dom)
                if len(mine) > 50:
                    mine.clear()

    threads = [threading.Thread(target=look) for _ in range(6)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    conn.close()
    for dom in kept:
        number += 1
        try:
            dom.get_name()
            alive += 1
        except Error:
            pass
print(alive, number > 1000)
""",
            often(10, 100),
        )
        == "0 True\n"
    )


@pytest.fixture
def mine() -> Iterator[Virt]:
    """A connection to be closed."""
    # An error that another test caught may hold an object of the same world.
    gc.collect()
    with Sys.Virt.new(uri=URI) as connection:
        yield connection


def objects(conn: Virt) -> list[Any]:
    """An object of each kind that the test driver has, by each way to get one."""
    dom = conn.get_domain_by_name("test")
    pool = conn.get_storage_pool_by_name("default-pool")
    volume = "<volume><name>v</name><capacity>1</capacity></volume>"
    return [
        dom,
        conn.get_domain_by_id(1),
        conn.get_domain_by_uuid(dom.get_uuid()),
        *conn.list_domains(),
        *conn.list_all_domains(),
        *(row["dom"] for row in conn.get_all_domain_stats(0)),
        dom.create_snapshot("<domainsnapshot><name>s</name></domainsnapshot>"),
        *dom.list_all_snapshots(),
        conn.get_network_by_name("default"),
        *conn.list_all_networks(),
        pool,
        *conn.list_all_storage_pools(),
        pool.create_volume(volume),
        conn.get_interface_by_name("eth1"),
        *conn.list_node_devices(),
        conn.new_stream(),
    ]


def use(item: Any) -> Any:
    """Any call of an object."""
    return item.abort() if isinstance(item, Sys.Virt.Stream) else item.get_name()


def test_all_objects_refuse_every_use_after_the_closing(mine: Virt) -> None:
    found = objects(mine)
    assert len(found) >= 16
    for item in found:
        use(item)
    mine.close()
    for item in found:
        with pytest.raises(Error, match="the connection is closed"):
            use(item)
        assert item.connection is mine
        if not isinstance(item, Sys.Virt.Stream):
            assert repr(item) == f"<sysvirt.{type(item).__name__} (closed)>"


def test_equal_objects_are_closed_each(mine: Virt) -> None:
    doms = [mine.get_domain_by_name("test") for _ in range(500)]
    assert len(set(doms)) == 1
    mine.close()
    for dom in doms:
        with pytest.raises(Error):
            dom.get_name()


def test_frozen_objects_are_closed(mine: Virt) -> None:
    found = objects(mine)
    # They stay so: to thaw them would thaw what the whole run has frozen.
    gc.freeze()
    mine.close()
    for item in found:
        with pytest.raises(Error):
            use(item)


def test_objects_of_other_connections_stay_open(mine: Virt, conn: Virt) -> None:
    other = conn.get_domain_by_name("test")
    assert mine.get_domain_by_name("test").get_name() == "test"
    mine.close()
    assert other.get_name() == "test"


def test_what_is_underneath_is_freed_at_once(mine: Virt) -> None:
    gc.collect()
    gc.disable()
    try:
        found = objects(mine)
        handles = [weakref.ref(item.handle) for item in found] + [weakref.ref(mine.handle)]
        assert all(handle() is not None for handle in handles)
        mine.close()
        assert [handle() for handle in handles] == [None] * len(handles)
    finally:
        gc.enable()


class Witness:
    """An object that notes whoever looks at it, as a search of the heap would."""

    looks = 0

    @property
    def __class__(self) -> Any:
        Witness.looks += 1
        return Witness

    @__class__.setter
    def __class__(self, _: Any) -> None:
        raise AssertionError


def test_closing_looks_at_nothing_but_its_own(mine: Virt, monkeypatch: pytest.MonkeyPatch) -> None:
    def search(*_: object) -> Any:
        raise AssertionError("a search of the heap")

    found = objects(mine)
    others = [Witness() for _ in range(1000)]
    for name in ("get_objects", "get_referrers", "get_referents", "collect"):
        monkeypatch.setattr(gc, name, search)
    # isinstance() would look at the class of each.
    before = Witness.looks
    calls = count_calls(mine.close)
    assert Witness.looks == before
    assert len(others) == 1000
    # The same again beside more of the others: no call more.
    second = Sys.Virt.new(uri=URI)
    few = count_calls(second.close)
    more = [Witness() for _ in range(50_000)]
    third = Sys.Virt.new(uri=URI)
    assert count_calls(third.close) == few
    assert few < calls < few + 60 * len(found)
    assert len(more) == 50_000


def count_calls(function: Any) -> int:
    """How many calls of Python and C functions a call makes."""
    calls = 0

    def profile(_frame: object, event: str, _value: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        function()
    finally:
        sys.setprofile(None)
    return calls


def test_the_work_of_closing_grows_with_the_objects_alone() -> None:
    counts = []
    for number in (100, 200, 400):
        conn = Sys.Virt.new(uri=URI)
        doms = [conn.get_domain_by_name("test") for _ in range(number)]
        counts.append(count_calls(conn.close))
        assert len(doms) == number
    first, second, third = counts
    assert third - second == 2 * (second - first)


def test_objects_that_are_gone_leave_no_trace(mine: Virt) -> None:
    def look(number: int) -> None:
        for _ in range(number):
            mine.get_domain_by_name("test")
            mine.list_all_domains()

    look(1000)
    before = sys.getallocatedblocks()
    look(20_000)
    assert sys.getallocatedblocks() - before < 500


@pytest.mark.parametrize("where", ["Registration.withdraw", "Registration._take_back_once"])
def test_an_interrupted_closing_is_done_again(where: str, daemon: Daemon) -> None:
    before = descriptors()
    conn = Sys.Virt.new(uri=daemon.uri())
    conn.domain_event_register_any(None, Sys.Virt.Domain.EVENT_ID_LIFECYCLE, print)
    conn.register_close_callback(print)
    with interrupted_in(where):
        conn.close()
    conn.close()
    gone = weakref.ref(conn)
    del conn
    assert descriptors() <= before
    assert gone() is None


def test_closing_twice_does_no_harm(mine: Virt) -> None:
    dom = mine.get_domain_by_name("test")
    mine.close()
    mine.close()
    with pytest.raises(Error):
        dom.get_name()
