"""The end of a connection, for whoever waits for it."""

from __future__ import annotations

import asyncio
import time

import pytest

import sysvirt
from sysvirt.aio import Error, Sys
from sysvirt.aio._events import end as module
from tests.aio.playing import in_loop, until
from tests.hosts.daemon import Daemon
from tests.hosts.proxy import Proxy


@in_loop
async def test_closed_waits_for_every_kind_of_end(daemon: Daemon) -> None:
    conn = await Sys.Virt.new(uri=daemon.uri())
    waiting = [asyncio.create_task(conn.closed()) for _ in range(3)]
    waiting[0].cancel()
    await asyncio.sleep(0.05)
    assert not any(task.done() for task in waiting[1:])
    daemon.kill()
    reasons = await asyncio.gather(*waiting[1:])
    assert {*reasons} <= {conn.CLOSE_REASON_EOF, conn.CLOSE_REASON_ERROR}
    await conn.close()
    # The first reason counts.
    assert await conn.closed() == reasons[0]


@in_loop
async def test_an_abort_and_a_close_are_the_clients(daemon: Daemon) -> None:
    for end in ("abort", "close"):
        conn = await Sys.Virt.new(uri=daemon.uri())
        waiting = asyncio.create_task(conn.closed())
        await asyncio.sleep(0.01)
        if end == "abort":
            assert conn.abort()
        else:
            await conn.close()
        assert await waiting == conn.CLOSE_REASON_CLIENT
        await conn.close()


@in_loop
async def test_a_program_with_its_own_callback_is_told_all_the_same(daemon: Daemon) -> None:
    """There can be one callback of libvirt's: the program's own is left where it is."""
    sysvirt.Event.register_default()
    came: list[int] = []
    with sysvirt.Virt(uri=daemon.uri()) as sync:
        sync.register_close_callback(lambda _conn, reason: came.append(reason))
        conn = Sys.Virt.of(sync)
        async with conn.events() as events:
            daemon.kill()
            with pytest.raises(Error):
                await events.get()
        assert await conn.closed() == conn.CLOSE_REASON_ERROR
        await conn.close()


@in_loop
async def test_a_daemon_that_comes_back_can_be_used_again(daemon: Daemon) -> None:
    for _ in range(2):
        async with Sys.Virt.new(uri=daemon.uri()) as conn:
            assert await conn.get_hostname()
            ended = asyncio.create_task(conn.closed())
            await asyncio.sleep(0.01)
            daemon.kill()
            await ended
            with pytest.raises(Error):
                await conn.get_hostname()
        daemon.start()


@in_loop
async def test_one_who_is_cancelled_leaves_the_watching_to_the_next(
    daemon: Daemon, proxy: Proxy
) -> None:
    conn = await Sys.Virt.new(uri=proxy.uri(), width=1, keep_alive=None)
    dom = await conn.get_domain_by_name("test")
    await conn._end.turn_loop()
    proxy.hold("DOMAIN_GET_STATE")
    hung = asyncio.create_task(dom.get_state())
    await until(lambda: conn.pending == (0, 1, 0))
    waiting = [asyncio.create_task(conn.closed()) for _ in range(2)]
    await until(lambda: conn.pending == (1, 1, 0))
    waiting[0].cancel()
    await asyncio.wait(waiting[:1])
    proxy.release()
    await hung
    daemon.kill()
    assert await waiting[1] in (conn.CLOSE_REASON_EOF, conn.CLOSE_REASON_ERROR)
    await conn.close()


@in_loop
async def test_one_that_breaks_as_it_begins_to_be_watched_is_told(
    daemon: Daemon, monkeypatch: pytest.MonkeyPatch
) -> None:
    """libvirt takes the callback of a connection that has just broken, and never calls it."""

    def register_too_late(sync: sysvirt.Virt, _callback: object) -> None:
        daemon.kill()
        while sync.is_alive():
            time.sleep(0.01)

    monkeypatch.setattr(module, "ASK", 0.01)
    monkeypatch.setattr(sysvirt.Virt, "register_close_callback", register_too_late)
    async with Sys.Virt.new(uri=daemon.uri(), keep_alive=None) as conn:
        assert await conn.closed() == conn.CLOSE_REASON_ERROR


@in_loop
async def test_who_begins_to_wait_while_it_closes_is_told(proxy: Proxy) -> None:
    conn = await Sys.Virt.new(uri=proxy.uri(), width=1)
    dom = await conn.get_domain_by_name("test")
    proxy.hold("DOMAIN_GET_STATE")
    hung = asyncio.create_task(dom.get_state())
    await until(lambda: conn.pending == (0, 1, 0))
    before = asyncio.create_task(conn.closed())
    await until(lambda: conn.pending == (1, 1, 0))
    closing = asyncio.create_task(conn.close())
    await until(lambda: conn.pending == (0, 1, 0))
    meanwhile = asyncio.create_task(conn.closed())
    await asyncio.sleep(0)
    proxy.release()
    await asyncio.gather(hung, closing)
    assert await before == await meanwhile == conn.CLOSE_REASON_CLIENT


@in_loop
async def test_who_waits_learns_that_the_synchronous_one_was_closed(daemon: Daemon) -> None:
    conn = await Sys.Virt.new(uri=daemon.uri())
    waiting = asyncio.create_task(conn.closed())
    async with conn.events() as events:
        await conn.run(sysvirt.Virt.close)
        assert [event async for event in events] == []
    assert await waiting == conn.CLOSE_REASON_CLIENT
    await conn.close()


@in_loop
async def test_closing_that_was_cancelled_with_all_tasks_begins_anew(proxy: Proxy) -> None:
    conn = await Sys.Virt.new(uri=proxy.uri())
    dom = await conn.get_domain_by_name("test")
    proxy.hold("DOMAIN_GET_STATE")
    hung = asyncio.create_task(dom.get_state())
    await until(lambda: conn.pending[1])
    before = asyncio.all_tasks()
    closing = asyncio.create_task(conn.close())
    await asyncio.sleep(0.01)
    for task in asyncio.all_tasks() - before:
        task.cancel()
    with pytest.raises(Error):
        await hung
    await asyncio.wait([closing])
    assert not conn._end.is_over()
    await conn.close()
    assert conn._end.is_over()
    assert conn._end.keep_alive is not None
    assert conn._end.keep_alive._timer is None
