"""Functions that know nothing of asyncio."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Sys, Virt
from sysvirt.aio import Sys as Awaited
from sysvirt.aio._fleet.plain import run_plain
from tests.aio.playing import in_loop


@in_loop
async def test_a_plain_function_gets_the_plain_connection() -> None:
    async with Awaited.Virt.new(uri="test:///default") as conn:
        assert await run_plain(Sys.Virt.get_type, conn) == "TEST"


@in_loop
async def test_a_coroutine_function_is_refused() -> None:
    async def ask(conn: Virt) -> str:
        return conn.get_type()

    asked: Any = ask

    async with Awaited.Virt.new(uri="test:///default") as conn:
        with pytest.raises(TypeError, match="must be an ordinary one"):
            await run_plain(asked, conn)
