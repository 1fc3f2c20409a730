"""What a worker does, without a cluster around it."""

from __future__ import annotations

import asyncio
import pickle
from typing import Any

import pytest

from sysvirt.aio import Domain, HostUp, Virt
from sysvirt.aio._cluster import share as module
from sysvirt.aio._cluster.messages import Answered, Broken, Down, Left, Told
from sysvirt.aio._cluster.packing import unpack, unpack_error
from sysvirt.aio._cluster.share import Share
from sysvirt.aio._fleet import feed
from tests.aio.playing import in_loop
from tests.patience import LONG

HOW = pickle.dumps({"uri": "test:///default"})


async def get_type(conn: Virt) -> Any:
    return await conn.get_type()


async def much(conn: Virt) -> bytes:
    del conn
    return bytes(1000)


async def taken(share: Share, number: int) -> list[Any]:
    """So many messages."""
    found: list[Any] = []
    while len(found) < number:
        found += await share.take(60)
    return found


@in_loop
async def test_it_answers_in_batches() -> None:
    share = Share({})
    await share.open()
    assert await share.take(0.01) == []
    await share.add({"a": HOW, "b": HOW})
    await share.begin(7, pickle.dumps(get_type), ["a", "b"], 30.0, False)
    found = await taken(share, 2)
    assert all(isinstance(each, Answered) and each.sweep == 7 for each in found)
    assert sorted(each.packed.host for each in found) == ["a", "b"]
    assert [unpack(each.packed.value) for each in found] == ["TEST"] * 2
    states = await share.states()
    assert {host: each.read().state for host, each in states.items()} == {"a": "up", "b": "up"}
    await share.close()
    # Whoever waits is let go.
    assert await share.take(60) == []


@in_loop
async def test_a_batch_is_no_larger_than_it_has_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BATCH", 1500)
    share = Share({})
    await share.open()
    await share.add({str(at): HOW for at in range(5)})
    await share.begin(1, pickle.dumps(much), [str(at) for at in range(5)], 30.0, False)
    found, sizes = 0, []
    while found < 5:
        batch = await share.take(60)
        sizes.append(len(batch))
        found += len(batch)
    assert max(sizes) <= 2
    await share.close()


@in_loop
async def test_a_sweep_that_cannot_be_made_is_told() -> None:
    share = Share({})
    await share.open()
    await share.begin(3, pickle.dumps(get_type), ["nobody"], 30.0, False)
    (broken,) = await taken(share, 1)
    assert isinstance(broken, Broken)
    assert broken.sweep == 3
    assert "'nobody' is not in the fleet" in str(unpack_error(broken.failure))
    await share.close()


@in_loop
async def test_what_a_host_told_comes_before_that_it_has_left() -> None:
    share = Share({})
    await share.open()
    await share.watch(5, "Domain", Domain.EVENT_ID_LIFECYCLE, 100)
    await share.add({"a": HOW})
    (told,) = await taken(share, 1)
    assert told == Told(5, [HostUp("a")], 0)
    await share.remove(["a"])
    # Nothing was read meanwhile.
    down, left = await taken(share, 2)
    assert isinstance(down, Told)
    (event,) = down.events
    assert isinstance(event, Down)
    assert event.host == "a"
    assert left == Left("a")
    await share.unwatch(5)
    await share.add({"a": HOW})
    await share.begin(1, pickle.dumps(get_type), ["a"], 30.0, False)
    assert [type(each) for each in await taken(share, 1)] == [Answered]
    await share.close()


@in_loop
async def test_events_without_room_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    # Whoever enters events waits until all have registered them.
    monkeypatch.setattr(feed, "GRACE", LONG)
    share = Share({})
    await share.open()
    await share.add({str(at): HOW for at in range(5)})
    await share.begin(1, pickle.dumps(get_type), [str(at) for at in range(5)], 30.0, False)
    await taken(share, 5)
    # All are up: it is told at once.
    await share.watch(5, "Domain", 0, 2)
    told, *_ = await share.take(60)
    assert isinstance(told, Told)
    assert (len(told.events), told.lost) == (2, 3)
    await share.close()


@in_loop
async def test_a_sweep_that_nobody_wants_ends() -> None:
    share = Share({})
    await share.open()
    await share.add({"a": HOW})
    await share.begin(1, pickle.dumps(sleep), ["a"], 3600.0, False)
    await share.stop(1)
    await share.stop(1)
    await share.close()
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def sleep(conn: Virt) -> None:
    del conn
    await asyncio.sleep(3600)
