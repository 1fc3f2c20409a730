"""The queue of what is told of hosts."""

from __future__ import annotations

import pytest

from sysvirt.aio import EventsLost, HostUp
from sysvirt.aio._fleet.queue import EventQueue
from tests.aio.playing import in_loop


@in_loop
async def test_it_is_closed_until_it_begins_and_after_its_end() -> None:
    queue = EventQueue(2, raises=True)
    queue.put(HostUp("a"))
    with pytest.raises(RuntimeError, match="enter them by async with"):
        await queue.next()
    queue.begin()
    queue.put(HostUp("a"))
    queue.end()
    queue.put(HostUp("b"))
    assert await queue.next() == HostUp("a")
    assert await queue.next() is None


@in_loop
async def test_what_others_have_lost_counts() -> None:
    queue = EventQueue(2, raises=True)
    queue.begin()
    for host in "abc":
        queue.put(HostUp(host))
    queue.lose(4)
    assert queue.lost == 5
    with pytest.raises(EventsLost) as caught:
        await queue.next()
    assert caught.value.count == 5
    assert await queue.next() == HostUp("b")


@in_loop
async def test_all_is_taken_at_once() -> None:
    came: list[None] = []
    queue = EventQueue(2, raises=False, came=lambda: came.append(None))
    queue.begin()
    for host in "abc":
        queue.put(HostUp(host))
    assert len(came) == 3
    assert queue.take() == ([HostUp("b"), HostUp("c")], 1)
    assert queue.take() == ([], 0)
    assert queue.lost == 1
