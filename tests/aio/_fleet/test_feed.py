"""The queue that all hosts of a fleet fill."""

from __future__ import annotations

import pytest

from sysvirt.aio import Domain, EventsLost, HostDown
from sysvirt.aio._fleet.feed import Feed
from sysvirt.aio._fleet.queue import EventQueue
from tests.aio.playing import in_loop


@in_loop
async def test_the_oldest_go_and_are_counted() -> None:
    feed = Feed({}, set(), Domain, 0, EventQueue(2, raises=True))
    await feed.enter()
    error = ConnectionError("gone")
    for host in "abc":
        feed.down(host, error)
    assert feed.lost == 1
    with pytest.raises(EventsLost) as caught:
        await feed.next()
    assert caught.value.count == 1
    assert await feed.next() == HostDown("b", error)
    # What isn't registered there gives no events.
    feed.up("a")
    feed.end()
    assert await feed.next() == HostDown("c", error)
    assert await feed.next() is None


@in_loop
async def test_nothing_is_kept_outside_of_its_block() -> None:
    feed = Feed({}, set(), Domain, 0, EventQueue(2, raises=True))
    feed.down("a", ConnectionError())
    with pytest.raises(RuntimeError, match="enter them by async with"):
        await feed.next()
    await feed.enter()
    await feed.leave()
    feed.down("a", ConnectionError())
    assert await feed.next() is None
