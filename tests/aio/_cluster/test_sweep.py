"""Each host is answered once."""

from __future__ import annotations

import asyncio
from typing import Any

from sysvirt.aio import Result
from sysvirt.aio._cluster.sweep import Sweep
from tests.aio.playing import in_loop

ONE: Any = "one worker"
OTHER: Any = "another worker"


@in_loop
async def test_an_answer_counts_once_and_from_who_was_asked() -> None:
    sweep = Sweep(1)
    sweep.pending.update({"a": ONE, "b": ONE, "c": OTHER})
    assert sweep.shares() == {ONE: ["a", "b"], OTHER: ["c"]}
    sweep.answer(OTHER, Result("a", 1))
    sweep.answer(ONE, Result("a", 2))
    sweep.answer(ONE, Result("a", 3))
    assert await sweep.next() == Result("a", 2)
    # The answers of a worker that is lost come too late.
    error = ConnectionError()
    sweep.fail(ONE, error)
    sweep.answer(ONE, Result("b", 4))
    assert await sweep.next() == Result("b", error=error)
    assert sweep.pending == {"c": OTHER}
    waiting = asyncio.ensure_future(sweep.next())
    await asyncio.sleep(0)
    assert not waiting.done()
    sweep.put(Result("c", 5))
    assert (await waiting).value == 5
