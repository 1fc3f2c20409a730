"""The events of all hosts."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from typing import Any

import pytest

from sysvirt.aio import (
    Domain,
    Error,
    EventsLost,
    Fleet,
    FleetEvents,
    HostDown,
    HostUp,
    StoragePool,
)
from tests.aio.playing import in_loop, until
from tests.hosts.crowd import Crowd
from tests.hosts.daemon import Daemon

SOON = (0.05, 0.1)


async def all_up(events: FleetEvents, names: list[str]) -> None:
    """Read until all hosts have come up."""
    missing = set(names)
    while missing:
        event = await events.get()
        if isinstance(event, HostUp):
            missing.discard(event.host)


async def change(fleet: Fleet, host: str) -> None:
    """One event, at all hosts of a crowd: they have one daemon."""
    dom = await (await fleet.host(host)).get_domain_by_name("test")
    await (dom.suspend() if (await dom.get_state())[0] == Domain.STATE_RUNNING else dom.resume())


@in_loop
async def test_each_host_tells_its_own(crowd: Crowd) -> None:
    async with Fleet(crowd.uris) as fleet, fleet.events() as events:
        await all_up(events, crowd.names)
        await change(fleet, "host000")
        seen: dict[str, Any] = {}
        while len(seen) < len(crowd.names):
            event = await events.get()
            assert isinstance(event, tuple)
            host, dom, *_ = event
            seen[host] = dom
        dom = seen["host004"]
        assert isinstance(dom, Domain)
        assert dom.get_name() == "test"
        assert dom.connection is await fleet.host("host004")


@in_loop
async def test_what_holds_now_comes_first(crowd: Crowd) -> None:
    crowd.kill("host001")
    async with Fleet(crowd.uris, backoff=(50, 60)) as fleet:
        await fleet.map(get_type)
        async with fleet.events() as events:
            first = [await events.get() for _ in crowd.names]
            assert sorted(each.host for each in first if isinstance(each, HostUp)) == [
                name for name in crowd.names if name != "host001"
            ]
            (down,) = (each for each in first if isinstance(each, HostDown))
            assert down.host == "host001"
            assert isinstance(down.error, Error)


async def get_type(conn: Any) -> Any:
    return await conn.get_type()


@in_loop
async def test_a_host_that_comes_back_is_registered_before_it_is_told(crowd: Crowd) -> None:
    async with Fleet(crowd.uris, backoff=SOON) as fleet, fleet.events() as events:
        await all_up(events, crowd.names)
        crowd.kill("host006")
        while not isinstance(event := await events.get(), HostDown):
            pass
        assert event.host == "host006"
        crowd.revive("host006")
        while event != HostUp("host006"):
            event = await events.get()
        # From here on nothing that happens there is lost.
        await change(fleet, "host006")
        while not (isinstance(event, tuple) and event[0] == "host006"):
            event = await events.get()


@in_loop
async def test_events_that_are_asked_for_while_the_hosts_open(daemon: Daemon) -> None:
    with Crowd(daemon.socket, 3, delay=0.05) as crowd:
        async with Fleet(crowd.uris) as fleet, AsyncExitStack() as stack:
            # At some time or other each of them is registered: before, meanwhile, and afterwards.
            entered = []
            for _ in range(40):
                entered.append(await stack.enter_async_context(fleet.events()))
                await asyncio.sleep(0.01)
            for events in entered:
                await all_up(events, crowd.names)


@in_loop
async def test_an_overflow_says_how_many_are_lost() -> None:
    async with Fleet({"only": "test:///default"}) as fleet:
        async with fleet.events(maxsize=2) as events:
            await all_up(events, ["only"])
            for _ in range(5):
                await change(fleet, "only")
            await until(lambda: events.lost == 3)
            with pytest.raises(EventsLost) as caught:
                await events.get()
            assert caught.value.count == 3
            assert [len(await events.get()) for _ in range(2)] == [4, 4]  # type: ignore[arg-type]
        async with fleet.events(maxsize=1, overflow="drop") as events:
            await until(lambda: not events.lost)
            for _ in range(3):
                await change(fleet, "only")
            await until(lambda: events.lost == 3)
            assert isinstance(await events.get(), tuple)


@in_loop
async def test_the_end_of_the_fleet_and_of_the_block_end_it() -> None:
    async with Fleet({"only": "test:///default"}) as fleet, fleet.events() as left:
        await all_up(left, ["only"])
        events = fleet.events()
        await events.__aenter__()
        waiting = asyncio.create_task(collect(events))
    assert await waiting == [HostUp("only")]
    with pytest.raises(Error):
        await events.get()
    with pytest.raises(Error):
        await left.get()


async def collect(events: FleetEvents) -> list[Any]:
    return [each async for each in events]


@in_loop
async def test_leaving_the_block_takes_the_callbacks_back(crowd: Crowd) -> None:
    async with Fleet(crowd.uris) as fleet:
        async with fleet.events() as events:
            await all_up(events, crowd.names)
        await change(fleet, "host000")
        async with fleet.events() as again:
            await all_up(again, crowd.names)
            with pytest.raises(Error):
                await events.get()
            await again.__aexit__(None, None, None)
            async with again:
                await all_up(again, crowd.names)
                with pytest.raises(RuntimeError, match="registered already"):
                    await again.__aenter__()


@in_loop
async def test_a_host_that_is_removed_is_down(crowd: Crowd) -> None:
    async with Fleet(crowd.uris) as fleet, fleet.events(StoragePool) as events:
        await all_up(events, crowd.names)
        await fleet.remove("host002")
        event = await events.get()
        assert isinstance(event, HostDown)
        assert event.host == "host002"


@in_loop
async def test_nobody_waits_for_ever() -> None:
    async with Fleet({}) as fleet, fleet.events() as events:
        with pytest.raises(TimeoutError):
            await events.get(timeout=0.01)


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        ({"cls": int}, ValueError),
        ({"event": "0"}, TypeError),
        ({"maxsize": 0}, ValueError),
        ({"overflow": "ignore"}, ValueError),
    ],
)
@in_loop
async def test_what_makes_no_sense_is_refused(wanted: Any, error: type[Exception]) -> None:
    (name,) = wanted
    async with Fleet({}) as fleet:
        with pytest.raises(error, match=name):
            fleet.events(**wanted)
