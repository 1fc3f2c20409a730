"""Events, whichever worker tells them."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt.aio import EventsLost, HostDown, HostUp
from sysvirt.aio._cluster.messages import Down, Told
from sysvirt.aio._cluster.packing import Failure
from sysvirt.aio._cluster.watch import Watch
from sysvirt.aio._fleet.queue import EventQueue
from tests.aio.playing import in_loop
from tests.fakes import Fake

ONE: Any = "one worker"
OTHER: Any = "another worker"


def watch() -> Watch:
    crew: Any = Fake(homes={"a": ONE, "b": OTHER, "c": None})
    queue = EventQueue(10, raises=True)
    queue.begin()
    return Watch(crew, 1, "Domain", 0, 10, queue)


@in_loop
async def test_what_another_worker_tells_of_a_host_is_dropped() -> None:
    events = watch()
    failure = Failure("Its: text", None)
    events.tell(ONE, Told(1, [HostUp("a"), HostUp("b"), ("c", 1), Down("a", failure)], 0))
    events.tell(OTHER, Told(1, [("b", "dom", 1), ("a", "dom", 1)], 0))
    assert await events.next() == HostUp("a")
    down = await events.next()
    assert isinstance(down, HostDown)
    assert (down.host, str(down.error)) == ("a", "Its: text")
    assert await events.next() == ("b", "dom", 1)
    events.queue.end()
    assert await events.next() is None


@in_loop
async def test_what_was_lost_there_is_lost_here() -> None:
    events = watch()
    events.tell(ONE, Told(1, [HostUp("a")], 3))
    assert events.lost == 3
    with pytest.raises(EventsLost) as caught:
        await events.next()
    assert caught.value.count == 3
    assert await events.next() == HostUp("a")
    error = ConnectionError()
    events.down("c", error)
    assert await events.next() == HostDown("c", error)
