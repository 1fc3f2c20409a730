"""The end of a connection, for whoever waits for it."""

from __future__ import annotations

import asyncio

import pytest

import sysvirt
from sysvirt.aio import Error, Sys
from tests.aio.playing import in_loop
from tests.hosts.daemon import Daemon


@in_loop
async def test_closed_waits_for_every_kind_of_end(own_daemon: Daemon) -> None:
    conn = await Sys.Virt.new(uri=own_daemon.uri())
    waiting = [asyncio.create_task(conn.closed()) for _ in range(3)]
    waiting[0].cancel()
    await asyncio.sleep(0.05)
    assert not any(task.done() for task in waiting[1:])
    own_daemon.kill()
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
async def test_a_program_with_its_own_callback_is_told_all_the_same(own_daemon: Daemon) -> None:
    """There can be one callback of libvirt's: the program's own is left where it is."""
    sysvirt.Event.register_default()
    came: list[int] = []
    with sysvirt.Virt(uri=own_daemon.uri()) as sync:
        sync.register_close_callback(lambda _conn, reason: came.append(reason))
        conn = Sys.Virt.of(sync)
        async with conn.events() as events:
            own_daemon.kill()
            with pytest.raises(Error):
                await events.get()
        assert await conn.closed() == conn.CLOSE_REASON_ERROR
        await conn.close()


@in_loop
async def test_a_daemon_that_comes_back_can_be_used_again(own_daemon: Daemon) -> None:
    for _ in range(2):
        async with Sys.Virt.new(uri=own_daemon.uri()) as conn:
            assert await conn.get_hostname()
            ended = asyncio.create_task(conn.closed())
            await asyncio.sleep(0.01)
            own_daemon.kill()
            await ended
            with pytest.raises(Error):
                await conn.get_hostname()
        own_daemon.start()
