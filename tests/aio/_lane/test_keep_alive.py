"""The questions whether the daemon still answers, with one that is stopped."""

from __future__ import annotations

import asyncio
import signal

import pytest

from sysvirt.aio import ConnectionLostError, NotSupportedError, Sys
from tests.aio.playing import in_loop
from tests.hosts.daemon import Daemon


@in_loop
async def test_a_daemon_that_is_stopped_ends_all_calls(own_daemon: Daemon) -> None:
    async with Sys.Virt.new(uri=own_daemon.uri(), keep_alive=(0.1, 2)) as conn:
        dom = await conn.get_domain_by_name("test")
        own_daemon.signal(signal.SIGSTOP)
        answers = await asyncio.gather(*(dom.get_info() for _ in range(8)), return_exceptions=True)
        assert [type(answer) for answer in answers] == [ConnectionLostError] * 8
        assert await conn.closed() == conn.CLOSE_REASON_KEEPALIVE
        own_daemon.signal(signal.SIGCONT)


@in_loop
async def test_one_that_answers_is_left_alone(own_daemon: Daemon) -> None:
    async with Sys.Virt.new(uri=own_daemon.uri(), keep_alive=(0.05, 100)) as conn:
        for _ in range(20):
            await asyncio.sleep(0.05)
            assert await conn.get_hostname()
        # Turned off, a daemon that pauses is waited for.
        await conn.set_keep_alive(0, 0)
        own_daemon.signal(signal.SIGSTOP)
        call = asyncio.create_task(conn.get_hostname())
        await asyncio.sleep(0.1)
        assert not call.done()
        own_daemon.signal(signal.SIGCONT)
        assert await call


@in_loop
async def test_a_loop_that_was_busy_is_not_the_daemons_fault(own_daemon: Daemon) -> None:
    import time

    async with Sys.Virt.new(uri=own_daemon.uri(), keep_alive=(1, 1)) as conn:
        for _ in range(2):
            await asyncio.sleep(1.1)
            time.sleep(2.5)  # noqa: ASYNC251 - that is the point
        assert await conn.get_hostname()


@in_loop
async def test_it_can_be_set_later(own_daemon: Daemon) -> None:
    async with Sys.Virt.new(uri=own_daemon.uri(), keep_alive=None) as conn:
        await conn.set_keep_alive(0.05, 1)
        own_daemon.signal(signal.SIGSTOP)
        with pytest.raises(ConnectionLostError):
            await conn.get_hostname()
        own_daemon.signal(signal.SIGCONT)


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
