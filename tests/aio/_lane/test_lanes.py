"""The lanes of one connection beside each other: hung calls, and what passes them."""

from __future__ import annotations

import asyncio
import contextlib
import threading

import pytest

from sysvirt.aio import ConnectionLostError, Error, Sys, Virt
from sysvirt.aio._lane import lane as lane_module
from sysvirt.aio._lane import lanes as lanes_module
from sysvirt.aio._lane.lanes import Lanes
from tests.aio.playing import in_loop, until
from tests.hosts.proxy import Proxy


async def hang(conn: Virt, proxy: Proxy, number: int) -> list[asyncio.Task[object]]:
    """Calls that get no answer."""
    proxy.hold("DOMAIN_GET_STATE")
    dom = await conn.get_domain_by_name("test")
    tasks: list[asyncio.Task[object]] = [
        asyncio.create_task(dom.get_state()) for _ in range(number)
    ]
    await until(lambda: proxy.hanging == number)
    return tasks


@pytest.mark.parametrize("number", [1, 2, 3])
@in_loop
async def test_calls_behind_hung_ones_are_answered(proxy: Proxy, number: int) -> None:
    async with Sys.Virt.new(uri=proxy.uri()) as conn:
        hung = await hang(conn, proxy, number)
        dom = await conn.get_domain_by_name("test")
        for _ in range(3):
            answers = await asyncio.gather(*(dom.get_info() for _ in range(100)))
            assert all(answer["nrVirtCpu"] == 2 for answer in answers)
        assert not any(task.done() for task in hung)
        proxy.release()
        await asyncio.gather(*hung)


@pytest.mark.parametrize("number", [1, 4])
@in_loop
async def test_what_ends_calls_passes_those_that_hang(proxy: Proxy, number: int) -> None:
    async with Sys.Virt.new(uri=proxy.uri()) as conn:
        dom = await conn.get_domain_by_name("test")
        hung = await hang(conn, proxy, number)
        for _ in range(50 if number == 1 else 1):
            # The test driver has no jobs: the daemon answers, and that is all there is to see.
            with contextlib.suppress(Error):
                await dom.abort_job()
        await dom.destroy()
        assert not any(task.done() for task in hung)
        proxy.release()
        await asyncio.gather(*hung)


@in_loop
async def test_closing_with_a_limit_cuts_what_hangs(proxy: Proxy) -> None:
    conn = await Sys.Virt.new(uri=proxy.uri())
    hung = await hang(conn, proxy, 4)
    await conn.close(timeout=0.05)
    for task in hung:
        with pytest.raises(ConnectionLostError) as caught:
            await task
        error = caught.value
        assert (error.code(), error.domain()) == (Error.ERR_SYSTEM_ERROR, Error.FROM_RPC)
    assert conn.pending == (0, 0, 0)


@in_loop
async def test_closing_waits_for_what_runs(proxy: Proxy) -> None:
    conn = await Sys.Virt.new(uri=proxy.uri())
    (hung,) = await hang(conn, proxy, 1)
    closing = asyncio.create_task(conn.close(timeout=50))
    await asyncio.sleep(0.05)
    assert not closing.done()
    proxy.release()
    await closing
    assert await hung == (1, 0)


@in_loop
async def test_what_asks_whether_a_daemon_answers_holds_no_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Others have a thread for longer, and that isn't meant.
    monkeypatch.setattr(lane_module, "IDLE", 3600.0)
    monkeypatch.setattr(lanes_module, "QUIET", 0.01)
    before = {*threading.enumerate()}
    lanes = Lanes(asyncio.get_running_loop(), 1)
    for _ in range(3):
        await lanes.ask(int).waiter
        await until(lambda: before >= {*threading.enumerate()})
    await lanes.main.call(int)
    assert len({*threading.enumerate()} - before) == 1
    lanes.stop()
