"""Functions that know nothing of asyncio, asked of a fleet's hosts."""

from __future__ import annotations

from inspect import iscoroutine
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    import sysvirt
    from sysvirt import aio

V = TypeVar("V")


async def run_plain(function: Callable[[sysvirt.Virt], V], conn: aio.Virt) -> V:
    """Call a function with the ordinary connection, in one of its threads."""
    value = await conn.run(function)
    if iscoroutine(value):
        value.close()
        raise TypeError("function must be an ordinary one; sysvirt.aio.Fleet takes coroutines")
    return value
