"""The callback of a stream: called by the loop, freed at the end, called for a dead daemon."""

from __future__ import annotations

import gc
import weakref
from typing import Any

import pytest

from sysvirt import Event, Stream, Virt
from sysvirt._libvirt.registration import held
from sysvirt._libvirt.stream import StreamRegistration
from tests.hosts.daemon import Daemon
from tests.loop import settle, turn_until


@pytest.fixture(autouse=True)
def _loop() -> None:
    Event.register_default()


def screenshot(conn: Virt) -> Stream:
    """A stream that there is something to be read from."""
    stream = conn.new_stream(Stream.NONBLOCK)
    conn.get_domain_by_name("test").screenshot(stream, 0)
    return stream


def test_the_callback_gets_its_stream_and_what_came(conn: Virt) -> None:
    stream = screenshot(conn)
    calls: list[tuple[Any, ...]] = []
    made = StreamRegistration(stream, lambda *values: calls.append(values), conn.handle, 0)
    made.register(Stream.EVENT_READABLE)
    turn_until(lambda: calls)
    assert calls[0] == (stream, Stream.EVENT_READABLE)
    made.withdraw()
    count = len(calls)
    settle()
    assert len(calls) == count
    stream.abort()


def test_what_is_taken_back_is_freed(conn: Virt) -> None:
    stream = screenshot(conn)

    def callback(*_: object) -> None:
        """Nothing is to be done."""

    made = StreamRegistration(stream, callback, conn.handle, 0)
    made.register(Stream.EVENT_READABLE)
    left = weakref.ref(callback), weakref.ref(stream.handle)
    made.withdraw()
    del callback
    assert left[0]() is None
    settle()
    assert made not in held().values()
    stream.abort()
    del stream, made
    gc.collect()
    assert left[1]() is None


def test_a_callback_takes_itself_back(conn: Virt) -> None:
    stream = screenshot(conn)
    calls: list[int] = []

    def once(_stream: Stream, events: int) -> None:
        calls.append(events)
        made.withdraw()

    made = StreamRegistration(stream, once, conn.handle, 0)
    made.register(Stream.EVENT_READABLE)
    turn_until(lambda: calls)
    settle()
    assert len(calls) == 1
    stream.abort()


def test_a_broken_connection_reaches_the_callback_once(daemon: Daemon) -> None:
    conn = Virt(uri=daemon.uri())
    stream = screenshot(conn)
    calls: list[int] = []
    made = StreamRegistration(
        stream, lambda _, events: calls.append(events), conn.handle, Stream.EVENT_ERROR
    )
    # It waits for what never comes.
    made.register(Stream.EVENT_HANGUP)
    daemon.kill()
    turn_until(lambda: Stream.EVENT_ERROR in calls)
    settle()
    assert calls.count(Stream.EVENT_ERROR) == 1
    made.release()
    conn.close()
