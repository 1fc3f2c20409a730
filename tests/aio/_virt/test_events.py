"""Callbacks, which are called in the loop, and what `events()` refuses."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from sysvirt.aio import Domain, Error, Network, StoragePool, Sys, Virt
from tests.aio.playing import in_loop, until
from tests.hosts.daemon import Daemon
from tests.hosts.proxy import Proxy
from tests.hosts.wire import FUNCTIONS

URI = "test:///default"
#: What registers a callback, by its number.
REGISTER, _ = FUNCTIONS["CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY"]


@in_loop
async def test_a_callback_is_called_in_the_loop_with_twins() -> None:
    came: list[tuple[Any, ...]] = []

    def note(*values: Any) -> None:
        came.append((asyncio.get_running_loop(), *values))

    async with Sys.Virt.new(uri=URI) as conn:
        dom = await conn.get_domain_by_name("test")
        number = await conn.domain_event_register_any(dom, Domain.EVENT_ID_LIFECYCLE, note)
        await dom.suspend()
        await until(lambda: came)
        loop, owner, item, event, _ = came[0]
        assert loop is asyncio.get_running_loop()
        assert owner is conn
        assert (item, type(item)) == (dom, Domain)
        assert event == Domain.EVENT_SUSPENDED
        await conn.domain_event_deregister_any(number)
        await dom.resume()
        await asyncio.sleep(0.05)
        assert len(came) == 1
        with pytest.raises(Error):
            await conn.domain_event_deregister_any(number)


@in_loop
async def test_a_coroutine_function_is_awaited_and_what_it_raises_is_reported() -> None:
    reported: list[str] = []
    asyncio.get_running_loop().set_exception_handler(
        lambda _loop, context: reported.append(repr(context["exception"]))
    )
    begun: list[str] = []

    async def fail(_conn: Virt, net: Network, *_: int) -> None:
        await asyncio.sleep(0)
        begun.append(net.get_name())
        raise ValueError("mine")

    async with Sys.Virt.new(uri=URI) as conn:
        net = await conn.get_network_by_name("default")
        await conn.network_event_register_any(None, Network.EVENT_ID_LIFECYCLE, fail)
        await net.destroy()
        await until(lambda: reported)
    assert begun == ["default"]
    assert reported == ["ValueError('mine')"]


@in_loop
async def test_the_older_form_and_the_other_kinds() -> None:
    came: list[str] = []
    async with Sys.Virt.new(uri=URI) as conn:
        dom = await conn.get_domain_by_name("test")
        pool = await conn.get_storage_pool_by_name("default-pool")
        await conn.domain_event_register(lambda *_: came.append("domain"))
        await conn.storage_pool_event_register_any(
            pool, StoragePool.EVENT_ID_REFRESH, lambda *_: came.append("pool")
        )
        await dom.suspend()
        await pool.refresh()
        await until(lambda: len(came) == 2)
        await conn.domain_event_deregister()
    assert sorted(came) == ["domain", "pool"]


@pytest.mark.parametrize(
    ("arguments", "error", "name"),
    [
        ({"cls": Virt}, ValueError, "cls"),
        ({"cls": "Domain"}, ValueError, "cls"),
        ({"event": "LIFECYCLE"}, TypeError, "event"),
        ({"item": "test"}, TypeError, "item"),
        ({"maxsize": 0}, ValueError, "maxsize"),
        ({"overflow": "forget"}, ValueError, "overflow"),
    ],
)
@in_loop
async def test_what_makes_no_sense_is_refused(
    arguments: dict[str, Any], error: type[Exception], name: str
) -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        with pytest.raises(error, match=name):
            conn.events(**arguments)
        with pytest.raises(TypeError, match="callback"):
            await conn.domain_event_register_any(None, 0, 3)  # type: ignore[arg-type]


@in_loop
async def test_the_close_callback_says_why(daemon: Daemon) -> None:
    came: list[tuple[Virt, int]] = []
    async with Sys.Virt.new(uri=daemon.uri()) as conn:
        with pytest.raises(Error):
            await conn.unregister_close_callback()
        await conn.register_close_callback(lambda *_: came.append((conn, -1)))
        # There can be one.
        await conn.register_close_callback(lambda *values: came.append(values))
        daemon.kill()
        await until(lambda: came)
        assert [(owner is conn, reason) for owner, reason in came] == [(True, await conn.closed())]
        assert came[0][1] in (Virt.CLOSE_REASON_EOF, Virt.CLOSE_REASON_ERROR)


@in_loop
async def test_a_close_callback_that_was_taken_back_is_not_called(daemon: Daemon) -> None:
    came: list[int] = []
    async with Sys.Virt.new(uri=daemon.uri()) as conn:
        await conn.register_close_callback(lambda _conn, reason: came.append(reason))
        await conn.unregister_close_callback()
        daemon.kill()
        await conn.closed()
    assert not came


@in_loop
async def test_a_registration_that_is_cancelled_is_taken_back(proxy: Proxy) -> None:
    came: list[object] = []
    async with Sys.Virt.new(uri=proxy.uri()) as conn:
        dom = await conn.get_domain_by_name("test")
        proxy.hold("CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY")
        registering = asyncio.create_task(
            conn.domain_event_register_any(None, 0, lambda *_: came.append(1))
        )
        await until(lambda: proxy.functions.count(REGISTER) == 1)
        registering.cancel()
        await asyncio.wait([registering])
        assert conn.pending == (0, 1, 1)
        proxy.release()
        await until(lambda: conn.pending == (0, 0, 0))
        await until(lambda: not conn.sync._callbacks)
        await dom.suspend()
        await dom.resume()
        await asyncio.sleep(0.05)
    assert not came
