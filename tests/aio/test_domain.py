"""What an awaited domain has by itself: waiting for a state."""

from __future__ import annotations

import asyncio

import pytest

from sysvirt.aio import Domain, Error, Sys
from tests.aio.playing import in_loop
from tests.hosts.daemon import Daemon

URI = "test:///default"
TRANSIENT = """<domain type='test'><name>passing</name><memory>1024</memory>
<os><type>hvm</type></os></domain>"""


@in_loop
async def test_a_state_that_is_there_is_not_waited_for() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        dom = await conn.get_domain_by_name("test")
        assert await dom.wait_for(Domain.STATE_RUNNING) == Domain.STATE_RUNNING


@in_loop
async def test_a_state_that_comes_is_waited_for() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        dom = await conn.get_domain_by_name("test")
        states = (Domain.STATE_PAUSED, Domain.STATE_SHUTOFF)
        waiting = asyncio.create_task(dom.wait_for(*states))
        await asyncio.sleep(0.05)
        assert not waiting.done()
        await dom.suspend()
        assert await waiting == Domain.STATE_PAUSED


@in_loop
async def test_a_domain_that_is_gone_is_shut_off() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        dom = await conn.create_domain(TRANSIENT)
        waiting = asyncio.create_task(dom.wait_for(Domain.STATE_SHUTOFF))
        await asyncio.sleep(0.05)
        await dom.destroy()
        assert await waiting == Domain.STATE_SHUTOFF
        with pytest.raises(Error):
            await dom.wait_for(Domain.STATE_RUNNING)


@in_loop
async def test_it_ends_by_its_limit_and_with_the_connection(daemon: Daemon) -> None:
    async with Sys.Virt.new(uri=daemon.uri()) as conn:
        dom = await conn.get_domain_by_name("test")
        with pytest.raises(TimeoutError):
            await dom.wait_for(Domain.STATE_SHUTOFF, timeout=0.05)
        waiting = asyncio.create_task(dom.wait_for(Domain.STATE_SHUTOFF))
        await asyncio.sleep(0.05)
        daemon.kill()
        with pytest.raises(Error):
            await waiting


@in_loop
async def test_states_are_numbers() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        dom = await conn.get_domain_by_name("test")
        with pytest.raises(ValueError, match="states"):
            await dom.wait_for()
        with pytest.raises(TypeError, match="states"):
            await dom.wait_for("running")  # type: ignore[arg-type]


@in_loop
async def test_a_limit_is_a_number() -> None:
    async with Sys.Virt.new(uri="test:///default") as conn:
        dom = await conn.get_domain_by_name("test")
        with pytest.raises(TypeError, match="timeout"):
            await dom.wait_for(dom.STATE_RUNNING, timeout="1")  # type: ignore[arg-type]
