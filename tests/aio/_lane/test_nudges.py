"""What is sent so that libvirt's client forgets no call."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from sysvirt.aio import Sys
from sysvirt.aio._lane import nudges as module
from sysvirt.aio._lane.lane import Lane
from sysvirt.aio._lane.loop import LoopCalls
from sysvirt.aio._lane.nudges import Nudges
from tests.aio.playing import Clock, in_loop, until
from tests.hosts.proxy import Proxy

#: What is asked: the version of the daemon's library.
QUESTION = 157


def counted(clock: Any) -> tuple[Nudges, list[int]]:
    """Nudges by a clock, and those that were sent."""
    nudges, sent = Nudges(clock), []
    nudges.send = lambda: sent.append(1)
    return nudges, sent


def test_they_are_sent_as_long_as_two_calls_hang() -> None:
    clock = Clock()
    nudges, sent = counted(clock)
    nudges.begin()
    assert not clock.strike()
    nudges.begin()
    for number in range(1, 9):
        assert clock.strike()
        assert len(sent) == number
    # Ever more seldom, up to once a second.
    assert clock.intervals == [module.FIRST * 2**n for n in range(6)] + [module.LAST] * 3
    nudges.end()
    assert clock.strike()
    assert not clock.strike()
    assert len(sent) == 8


def test_calls_that_end_need_none() -> None:
    clock = Clock()
    nudges, sent = counted(clock)
    nudges.begin()
    for _ in range(50):
        nudges.begin()
        nudges.end()
        nudges.begin()
        assert clock.strike()
        nudges.end()
    assert not sent
    assert {*clock.intervals} == {module.FIRST}


def test_none_is_sent_once_they_are_stopped() -> None:
    clock = Clock()
    nudges, _ = counted(clock)
    nudges.begin()
    nudges.begin()
    nudges.stop()
    assert not clock.strike()


@pytest.mark.parametrize("way", ["express", "stream"])
@in_loop
async def test_all_lanes_count(proxy: Proxy, way: str) -> None:
    """One hung call, and one of another lane."""
    async with Sys.Virt.new(uri=proxy.uri(), keep_alive=None) as conn:
        dom = await conn.get_domain_by_name("test")
        proxy.hold("DOMAIN_GET_STATE")
        proxy.hold("DOMAIN_ABORT_JOB")
        proxy.hold("DOMAIN_ABORT_JOB_FLAGS")
        tasks: list[asyncio.Task[object]] = [asyncio.create_task(dom.get_state())]
        await until(lambda: conn.pending[1] == 1)
        number = proxy.functions.count(QUESTION)
        if way == "express":
            tasks.append(asyncio.create_task(dom.abort_job()))
        else:
            # Kept: one that is dropped makes no more calls.
            stream = await conn.new_stream()
            tasks.append(asyncio.create_task(stream._lane.call(dom.sync.get_state)))
        await until(lambda: proxy.functions.count(QUESTION) >= number + 2)
        assert not any(task.done() for task in tasks)
        proxy.release()
        await asyncio.gather(*tasks, return_exceptions=True)


@in_loop
async def test_questions_without_an_answer_are_followed_by_others(proxy: Proxy) -> None:
    """libvirt's client may have forgotten them as well."""
    async with Sys.Virt.new(uri=proxy.uri(), keep_alive=None) as conn:
        dom = await conn.get_domain_by_name("test")
        proxy.hold("DOMAIN_GET_STATE")
        proxy.hold("CONNECT_GET_LIB_VERSION")
        number = proxy.functions.count(QUESTION)
        tasks = [asyncio.create_task(dom.get_state()) for _ in range(2)]
        await until(lambda: proxy.functions.count(QUESTION) >= number + 4)
        proxy.release()
        await asyncio.gather(*tasks)


@in_loop
async def test_what_is_let_go_of_counts_as_well() -> None:
    """Else two calls that hang would be taken for one."""
    loop = asyncio.get_running_loop()
    nudges, sent, going = Nudges(loop), [], threading.Event()
    nudges.send = lambda: sent.append(1)
    lane = Lane(LoopCalls(loop), nudges, 2)
    let_go: list[bool] = []
    task = asyncio.create_task(lane.call_or_undo(let_go.append, going.wait))
    await until(lambda: lane.count() == (0, 1, 0))
    task.cancel()
    await asyncio.wait([task])
    going.set()
    await until(lambda: let_go == [True] and lane.count() == (0, 0, 0))
    await asyncio.sleep(0)
    going.clear()
    hung = [asyncio.create_task(lane.call(going.wait)) for _ in range(2)]
    await until(lambda: sent)
    going.set()
    await asyncio.gather(*hung)
    lane.stop()
