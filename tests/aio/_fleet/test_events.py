"""The events of all hosts."""

from __future__ import annotations

import asyncio
import contextlib
import random
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
    NotSupportedError,
    Secret,
    StoragePool,
)
from tests.aio.playing import in_loop, until
from tests.hosts import wire
from tests.hosts.crowd import Crowd
from tests.hosts.daemon import Daemon
from tests.hosts.proxy import Proxy

SOON = (0.05, 0.1)
#: What the daemon is asked when a callback is registered, and taken back.
REGISTER, DEREGISTER = (
    wire.FUNCTIONS[f"CONNECT_DOMAIN_EVENT_CALLBACK_{each}REGISTER_ANY"][0] for each in ("", "DE")
)


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


@pytest.mark.usefixtures("patient")
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


async def telling(events: FleetEvents, number: int) -> set[str]:
    """The hosts of the next events; nothing else may come before."""
    hosts: set[str] = set()
    for _ in range(number):
        event = await events.get()
        assert isinstance(event, tuple)
        hosts.add(event[0])
    return hosts


def register(proxy: Proxy) -> None:
    """Let registering a callback hang."""
    proxy.hold("CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY")


@in_loop
async def test_entering_is_not_delayed_by_a_host_that_hangs(proxy: Proxy, daemon: Daemon) -> None:
    hosts = {"hung": proxy.uri(), "well": daemon.uri()}
    async with Fleet(hosts, keep_alive=None) as fleet:
        await fleet.map(get_type)
        register(proxy)
        async with fleet.events() as events:
            assert await events.get() == HostUp("well")
            proxy.release()
            assert await events.get() == HostUp("hung")
            await change(fleet, "hung")
            assert await telling(events, 2) == {"hung", "well"}


@in_loop
async def test_a_host_that_hangs_while_it_registers_is_down(proxy: Proxy) -> None:
    register(proxy)
    fleet = Fleet({"hung": proxy.uri()}, open_timeout=2, keep_alive=None, backoff=SOON)
    async with fleet, fleet.events() as events:
        event = await events.get()
        assert isinstance(event, HostDown)
        # On a busy machine the opening may take longer than that, and is tried again.
        while "opened within" in str(event.error):
            event = await events.get()
            assert isinstance(event, HostDown)
        assert str(event.error) == "hung gave no answer within 2 seconds"
        assert fleet.states()["hung"].state == "down"
        proxy.release()
        while event != HostUp("hung"):
            event = await events.get()


@in_loop
async def test_events_that_are_entered_while_a_host_registers_others(proxy: Proxy) -> None:
    register(proxy)
    async with Fleet({"slow": proxy.uri()}) as fleet, fleet.events() as first:
        # The host is registering the first ones, and has looked who else there is.
        await until(lambda: REGISTER in proxy.functions)
        async with fleet.events() as second:
            proxy.release()
            assert await first.get() == await second.get() == HostUp("slow")
            await change(fleet, "slow")
            assert await telling(second, 1) == {"slow"}


@in_loop
async def test_events_that_are_left_while_a_host_registers_them(proxy: Proxy) -> None:
    register(proxy)
    async with Fleet({"slow": proxy.uri()}) as fleet:
        async with fleet.events():
            await until(lambda: REGISTER in proxy.functions)
        proxy.release()
        await fleet.host("slow")
        # Nobody would hear of it.
        await until(lambda: DEREGISTER in proxy.functions)


@in_loop
async def test_events_that_a_driver_does_not_have(crowd: Crowd) -> None:
    async with Fleet(crowd.uris) as fleet, fleet.events() as others:
        await all_up(others, crowd.names)
        async with fleet.events(Secret) as events:
            for _ in crowd.names:
                event = await events.get()
                assert isinstance(event, HostDown)
                assert isinstance(event.error, NotSupportedError)
            # It is the fault of no connection, nor when they are opened.
            crowd.kill("host003")
            while not isinstance(event := await events.get(), HostDown) or isinstance(
                event.error, NotSupportedError
            ):
                pass
            assert event.host == "host003"
        assert isinstance(await others.get(), HostDown)
    async with Fleet({"only": crowd.uris["host000"]}) as fleet, fleet.events(Secret) as events:
        event = await events.get()
        assert isinstance(event, HostDown)
        assert isinstance(event.error, NotSupportedError)
        await until(lambda: fleet.states()["only"].state == "up")


@in_loop
async def test_a_host_that_is_removed_and_added_again_at_once(crowd: Crowd) -> None:
    async with Fleet(crowd.uris) as fleet, fleet.events() as events:
        await all_up(events, crowd.names)
        for _ in range(5):
            removing = asyncio.create_task(fleet.remove("host001"))
            await asyncio.sleep(0)
            fleet.add("host001", crowd.uris["host001"])
            event = await events.get()
            assert isinstance(event, HostDown)
            assert str(event.error) == "host001 was taken from the fleet"
            assert await events.get() == HostUp("host001")
            await removing
        await change(fleet, "host001")
        assert await telling(events, len(crowd.names)) == set(crowd.names)


@in_loop
async def test_hosts_that_come_and_go_all_the_time(crowd: Crowd) -> None:
    """Up and down take turns for each host, and in the end all give events."""
    chances = random.Random(7)
    last: dict[str, type] = dict.fromkeys(crowd.names, HostUp)
    async with Fleet(crowd.uris, backoff=(0.001, 0.01)) as fleet, fleet.events() as events:
        await all_up(events, crowd.names)
        for _ in range(25):
            some = chances.sample(crowd.names, 6)
            crowd.kill(*some[:3])
            await asyncio.sleep(chances.random() / 50)
            crowd.revive(*crowd.names)
            crowd.kill(*some[3:])
            crowd.revive(*crowd.names)
            await asyncio.sleep(chances.random() / 50)
            with contextlib.suppress(TimeoutError):
                while True:
                    note(last, await events.get(timeout=0))
        while set(last.values()) != {HostUp}:
            note(last, await events.get())
        await until(lambda: all(each.state == "up" for each in fleet.states().values()))
        await change(fleet, "host000")
        missing = set(crowd.names)
        while missing:
            event = await events.get()
            if isinstance(event, tuple):
                missing.discard(event[0])
            else:
                note(last, event)


def note(last: dict[str, type], event: Any) -> None:
    """A host that is up doesn't come up once more; one that is down may be told so again."""
    if isinstance(event, tuple):
        return
    assert isinstance(event, HostDown) or last[event.host] is HostDown
    last[event.host] = type(event)


@in_loop
async def test_events_that_were_made_before_the_fleet_was_left_and_entered() -> None:
    fleet = Fleet({"only": "test:///default"})
    events = fleet.events()
    with pytest.raises(RuntimeError, match="isn't open"):
        await events.__aenter__()
    async with fleet:
        pass
    async with fleet:
        await fleet.host("only")
        async with events:
            assert await events.get() == HostUp("only")


@pytest.mark.usefixtures("patient")
@in_loop
async def test_events_of_an_earlier_time_tell_nothing_of_a_later() -> None:
    fleet = Fleet({"only": "test:///default"})
    async with fleet:
        await fleet.host("only")
        events = await fleet.events().__aenter__()
    async with fleet:
        await fleet.host("only")
        assert [event async for event in events] == [HostUp("only")]
        await events.__aexit__(None, None, None)


@in_loop
async def test_events_have_to_be_entered() -> None:
    async with Fleet({"only": "test:///default"}) as fleet:
        with pytest.raises(RuntimeError, match="enter them by async with"):
            await fleet.events().get()
        with pytest.raises(RuntimeError, match="enter them by async with"):
            await anext(fleet.events())


@pytest.mark.parametrize(
    ("limit", "error"), [("5", TypeError), ([], TypeError), (float("nan"), ValueError)]
)
@in_loop
async def test_a_timeout_that_makes_no_sense(limit: Any, error: type[Exception]) -> None:
    async with Fleet({}) as fleet, fleet.events() as events:
        with pytest.raises(error, match="timeout"):
            await events.get(limit)
        # These do.
        with pytest.raises(TimeoutError):
            await events.get(-1)


@in_loop
async def test_cancelled_while_it_waits_it_loses_nothing() -> None:
    async with Fleet({"only": "test:///default"}) as fleet, fleet.events() as events:
        await all_up(events, ["only"])
        waiting = asyncio.create_task(events.get())
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        await change(fleet, "only")
        assert await telling(events, 1) == {"only"}
