"""Events as an iterator: order, overflow, and every kind of end."""

from __future__ import annotations

import asyncio

import pytest

from sysvirt.aio import (
    ConnectionLostError,
    Domain,
    Error,
    EventsLost,
    InvalidStateError,
    Network,
    Sys,
)
from tests.aio.playing import in_loop, until
from tests.hosts.daemon import Daemon
from tests.hosts.proxy import Proxy

URI = "test:///default"


@in_loop
async def test_events_come_in_their_order() -> None:
    wanted = [Domain.EVENT_SUSPENDED, Domain.EVENT_RESUMED] * 10
    async with Sys.Virt.new(uri=URI) as conn, conn.events() as events:
        dom = await conn.get_domain_by_name("test")
        for _ in range(10):
            await dom.suspend()
            await dom.resume()
        came = []
        async for item, event, _ in events:
            assert item == dom
            came.append(event)
            if len(came) == len(wanted):
                break
    assert came == wanted
    assert events.lost == 0


@in_loop
async def test_one_object_and_another_class() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        net = await conn.get_network_by_name("default")
        dom = await conn.get_domain_by_name("test")
        async with conn.events(Network, item=net) as events:
            await dom.suspend()
            await net.destroy()
            item, event, detail = await events.get()
            assert (item, event, detail) == (net, Network.EVENT_STOPPED, 0)
            assert type(item) is Network
            with pytest.raises(TimeoutError):
                await events.get(timeout=0.02)
            with pytest.raises(RuntimeError, match="registered already"):
                await events.__aenter__()


async def change(dom: Domain, number: int) -> None:
    """So many events."""
    for at in range(number):
        await (dom.resume() if at % 2 else dom.suspend())


@in_loop
async def test_an_overflow_says_how_many_are_lost() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        dom = await conn.get_domain_by_name("test")
        async with conn.events(maxsize=4) as events, conn.events() as all_of_them:
            await change(dom, 10)
            for _ in range(10):
                await all_of_them.get()
            with pytest.raises(EventsLost) as caught:
                await events.get()
            assert (caught.value.count, events.lost) == (6, 6)
            assert "6 events were lost" in str(caught.value)
            # The newest are there.
            left = [(await events.get())[1] for _ in range(4)]
            assert left == [Domain.EVENT_SUSPENDED, Domain.EVENT_RESUMED] * 2
            await change(dom, 2)
            await events.get()
            events.clear()


@in_loop
async def test_an_overflow_may_pass_in_silence() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        dom = await conn.get_domain_by_name("test")
        async with conn.events(maxsize=1, overflow="drop") as events:
            async with conn.events() as all_of_them:
                await change(dom, 5)
                for _ in range(5):
                    await all_of_them.get()
            assert (await events.get())[1] == Domain.EVENT_SUSPENDED
            assert events.lost == 4


@in_loop
async def test_a_broken_connection_says_so_after_what_came_before(daemon: Daemon) -> None:
    async with Sys.Virt.new(uri=daemon.uri()) as conn:
        dom = await conn.get_domain_by_name("test")
        async with conn.events() as events, conn.events() as again:
            await dom.suspend()
            await again.get()
            daemon.kill()
            with pytest.raises(ConnectionLostError):
                await again.get()
            assert (await anext(events))[1] == Domain.EVENT_SUSPENDED
            with pytest.raises(ConnectionLostError) as caught:
                await anext(events)
            error = caught.value
            assert (error.code(), error.domain()) == (Error.ERR_SYSTEM_ERROR, Error.FROM_RPC)
            with pytest.raises(ConnectionLostError):
                await events.get()


@in_loop
async def test_the_programs_own_end_ends_the_iteration() -> None:
    conn = await Sys.Virt.new(uri=URI)
    dom = await conn.get_domain_by_name("test")
    async with conn.events() as events:
        came: list[int] = []

        async def read() -> None:
            async for _, event, _ in events:
                came.append(event)

        reading = asyncio.create_task(read())
        await dom.suspend()
        await until(lambda: came)
        await conn.close()
        await reading
        assert came == [Domain.EVENT_SUSPENDED]
        with pytest.raises(InvalidStateError, match="the connection is closed"):
            await events.get()


@in_loop
async def test_an_abort_is_an_error(proxy: Proxy) -> None:
    async with Sys.Virt.new(uri=proxy.uri()) as conn, conn.events() as events:
        waiting = asyncio.create_task(events.get())
        await asyncio.sleep(0.01)
        conn.abort()
        with pytest.raises(ConnectionLostError):
            await waiting


@in_loop
async def test_events_of_a_connection_that_is_gone_end_at_once(daemon: Daemon) -> None:
    async with Sys.Virt.new(uri=daemon.uri()) as conn:
        daemon.kill()
        with pytest.raises(Error):
            await conn.get_hostname()
        with pytest.raises(Error):
            async with conn.events() as events:
                await events.get()


@in_loop
async def test_a_registration_that_is_cancelled_is_taken_back(proxy: Proxy) -> None:
    async with Sys.Virt.new(uri=proxy.uri()) as conn:
        await conn.register_close_callback(print)
        proxy.hold("CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY")
        entering = asyncio.create_task(conn.events().__aenter__())
        await until(lambda: conn.pending[1])
        entering.cancel()
        await asyncio.wait([entering])
        assert conn.pending == (0, 1, 1)
        proxy.release()
        await until(lambda: conn.pending == (0, 0, 0))
        await until(lambda: not [key for key in conn.sync._callbacks if "Domain" in key])


@in_loop
async def test_many_events_and_many_readers() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        dom = await conn.get_domain_by_name("test")
        async with conn.events(maxsize=100_000) as events:

            def change_often(_conn: object) -> None:
                for _ in range(1000):
                    dom.sync.suspend()
                    dom.sync.resume()

            changing = asyncio.create_task(conn.run(change_often))
            came: list[int] = []

            async def read() -> None:
                async for _, event, _ in events:
                    came.append(event)

            reading = [asyncio.create_task(read()) for _ in range(2)]
            await changing
            await until(lambda: len(came) >= 2000)
        # With the block the iterations end.
        await asyncio.gather(*reading)
        # Each event went to one of them, in its order.
        assert came == [Domain.EVENT_SUSPENDED, Domain.EVENT_RESUMED] * 1000
        assert events.lost == 0


@in_loop
async def test_who_is_cancelled_does_not_wait_for_the_host(proxy: Proxy) -> None:
    async with Sys.Virt.new(uri=proxy.uri(), width=1) as conn:
        entered = asyncio.Event()

        async def wait() -> None:
            async with conn.events() as events:
                entered.set()
                await events.get()

        proxy.hold("CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY")
        waiting = asyncio.create_task(wait())
        await entered.wait()
        waiting.cancel()
        await asyncio.wait([waiting])
        # It is taken back all the same.
        await until(lambda: conn.pending == (0, 1, 0))
        proxy.release()
        await until(lambda: conn.pending == (0, 0, 0))


@in_loop
async def test_leaving_that_is_cancelled_takes_it_back(proxy: Proxy) -> None:
    async with Sys.Virt.new(uri=proxy.uri(), width=1) as conn:
        dom = await conn.get_domain_by_name("test")
        events = conn.events()
        await events.__aenter__()
        proxy.hold("DOMAIN_GET_STATE")
        hung = asyncio.create_task(dom.get_state())
        await until(lambda: conn.pending == (0, 1, 0))
        leaving = asyncio.create_task(events.__aexit__(None, None, None))
        await until(lambda: conn.pending == (1, 1, 0))
        leaving.cancel()
        await asyncio.wait([leaving])
        proxy.release()
        await hung
        await until(lambda: not any(kind == "Domain" for kind, _ in conn.sync._callbacks))


@in_loop
async def test_one_that_was_left_can_be_entered_again(daemon: Daemon) -> None:
    async with Sys.Virt.new(uri=daemon.uri()) as conn:
        dom = await conn.get_domain_by_name("test")
        events = conn.events()
        for act in (dom.suspend, dom.resume):
            async with events:
                await act()
                assert (await events.get())[0] == dom
                with pytest.raises(TypeError, match="timeout"):
                    await events.get(timeout="1")  # type: ignore[arg-type]


@in_loop
async def test_one_that_was_not_entered_says_so() -> None:
    async with Sys.Virt.new(uri="test:///default") as conn:
        events = conn.events()
        with pytest.raises(RuntimeError, match="not registered"):
            await events.get()
        with pytest.raises(RuntimeError, match="not registered"):
            async for _ in events:
                pass
        async with events:
            pass
        # After its end it is as ended as one whose connection was closed.
        assert [event async for event in events] == []
        with pytest.raises(InvalidStateError):
            await events.get()
