"""The questions whether the daemon still answers, with one that is stopped."""

from __future__ import annotations

import asyncio
import signal
from typing import Any

import pytest

from sysvirt.aio import ConnectionLostError, NotSupportedError, Sys
from sysvirt.aio._lane.job import Job
from sysvirt.aio._lane.keep_alive import KeepAlive
from tests.aio.playing import Clock, in_loop, until
from tests.hosts.daemon import Daemon
from tests.hosts.proxy import Proxy

#: What is asked: the version of the daemon's library.
QUESTION = 157


@in_loop
async def test_a_daemon_that_is_stopped_ends_all_calls(daemon: Daemon) -> None:
    async with Sys.Virt.new(uri=daemon.uri(), keep_alive=None) as conn:
        dom = await conn.get_domain_by_name("test")
        daemon.signal(signal.SIGSTOP)
        await conn.set_keep_alive(0.1, 2)
        answers = await asyncio.gather(*(dom.get_info() for _ in range(8)), return_exceptions=True)
        assert [type(answer) for answer in answers] == [ConnectionLostError] * 8
        assert await conn.closed() == conn.CLOSE_REASON_KEEPALIVE
        daemon.signal(signal.SIGCONT)


@in_loop
async def test_one_that_answers_is_left_alone(daemon: Daemon) -> None:
    async with Sys.Virt.new(uri=daemon.uri(), keep_alive=(0.05, 10_000)) as conn:
        for _ in range(20):
            await asyncio.sleep(0.05)
            assert await conn.get_hostname()
        # Turned off, a daemon that pauses is waited for.
        await conn.set_keep_alive(0, 0)
        daemon.signal(signal.SIGSTOP)
        call = asyncio.create_task(conn.get_hostname())
        await asyncio.sleep(0.1)
        assert not call.done()
        daemon.signal(signal.SIGCONT)
        assert await call


@in_loop
async def test_it_is_asked_from_the_opening_on(proxy: Proxy) -> None:
    async with Sys.Virt.new(uri=proxy.uri(), keep_alive=(0.01, 10_000)):
        await until(lambda: proxy.functions.count(QUESTION) >= 3)


class Questions:
    """Questions that nobody answers but the test."""

    def __init__(self) -> None:
        self.asked: list[Job[object]] = []
        self.cut = 0

    def ask(self) -> Job[object]:
        waiter: Any = None
        self.asked.append(Job(waiter, bool))
        return self.asked[-1]

    def hang_up(self) -> None:
        self.cut += 1


def test_silence_is_counted_and_an_answer_ends_it() -> None:
    clock: Any = Clock()
    questions = Questions()
    KeepAlive(clock, questions.ask, questions.hang_up, 5.0, 3)
    for _ in range(3):
        clock.strike()
    assert (len(questions.asked), questions.cut) == (1, 0)
    questions.asked[0].run()
    for _ in range(3):
        clock.strike()
    assert (len(questions.asked), questions.cut) == (2, 0)
    clock.strike()
    assert (len(questions.asked), questions.cut) == (2, 1)
    assert not clock.strike()
    assert {*clock.intervals} == {5.0}


def test_a_loop_that_was_busy_is_not_the_daemons_fault() -> None:
    """An answer counts when it is there, also where the loop hasn't come to deliver it."""
    clock: Any = Clock()
    questions = Questions()
    KeepAlive(clock, questions.ask, questions.hang_up, 5.0, 1)
    for number in range(1, 4):
        clock.strike()
        assert len(questions.asked) == number
        questions.asked[-1].run()
    assert not questions.cut


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ((5,), TypeError),
        ("55", TypeError),
        (("5", 5), TypeError),
        ((5, -1), ValueError),
        ((float("nan"), 5), ValueError),
    ],
)
@in_loop
async def test_what_makes_no_sense_is_refused(value: object, error: type[Exception]) -> None:
    with pytest.raises(error, match="keep_alive|interval|count"):
        await Sys.Virt.new(uri="test:///default", keep_alive=value)  # type: ignore[arg-type]


@in_loop
async def test_where_nothing_can_be_cut_it_is_not_promised() -> None:
    async with Sys.Virt.new(uri="test:///default") as conn:
        with pytest.raises(NotSupportedError, match="no socket that can be cut"):
            await conn.set_keep_alive(5, 5)
