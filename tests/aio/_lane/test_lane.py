"""The threads of a connection: order, width, cancelling, and their end."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from sysvirt import Virt as SyncVirt
from sysvirt.aio import InvalidStateError, Sys, Virt
from sysvirt.aio._lane import lane as lane_module
from sysvirt.aio._lane.lane import Lane
from sysvirt.aio._lane.loop import LoopCalls
from tests.aio.playing import in_loop, until
from tests.patience import LONG

URI = "test:///default"


class Gate:
    """Functions that run until the gate is opened."""

    def __init__(self) -> None:
        self.opened = threading.Event()
        self.begun: list[Any] = []

    def __call__(self, _conn: SyncVirt, name: object = None) -> object:
        self.begun.append(name)
        self.opened.wait()
        return name


@pytest.fixture
def gate() -> Iterator[Gate]:
    """A gate that is open after the test, also where that fails: nothing hangs any more."""
    made = Gate()
    yield made
    made.opened.set()


def threads() -> set[threading.Thread]:
    """The threads that make calls; those of tests before this one may be about to end."""
    return {thread for thread in threading.enumerate() if thread.name == "sysvirt.aio"}


@in_loop
async def test_calls_begin_in_their_order() -> None:
    begun: list[int] = []
    async with Sys.Virt.new(uri=URI, width=1) as conn:
        tasks = [asyncio.create_task(conn.run(lambda _, n: begun.append(n), n)) for n in range(100)]
        await asyncio.gather(*tasks)
    assert begun == list(range(100))


@in_loop
async def test_as_many_run_at_once_as_the_width_says(gate: Gate) -> None:
    async with Sys.Virt.new(uri=URI, width=3) as conn:
        tasks = [asyncio.create_task(conn.run(gate, n)) for n in range(5)]
        await until(lambda: len(gate.begun) == 3)
        # Each begins in a thread of its own, and these are in no order.
        assert sorted(gate.begun) == [0, 1, 2]
        assert conn.pending == (2, 3, 0)
        gate.opened.set()
        assert await asyncio.gather(*tasks) == [0, 1, 2, 3, 4]
        assert conn.pending == (0, 0, 0)


@in_loop
async def test_what_waits_is_never_begun_once_it_is_cancelled(gate: Gate) -> None:
    async with Sys.Virt.new(uri=URI, width=1) as conn:
        running = asyncio.create_task(conn.run(gate, "first"))
        await until(lambda: gate.begun)
        waiting = asyncio.create_task(conn.run(gate, "second"))
        last = asyncio.create_task(conn.run(gate, "last"))
        await until(lambda: conn.pending == (2, 1, 0))
        waiting.cancel()
        await asyncio.wait([waiting])
        assert conn.pending == (1, 1, 0)
        gate.opened.set()
        await asyncio.gather(running, last)
    assert gate.begun == ["first", "last"]


@in_loop
async def test_a_limit_of_time_leaves_at_once(gate: Gate) -> None:

    async def expire(limit: asyncio.Timeout) -> None:
        await until(lambda: gate.begun)
        limit.reschedule(0)

    async def run_limited(conn: Virt) -> None:
        async with asyncio.timeout(None) as limit, asyncio.TaskGroup() as group:
            group.create_task(expire(limit))
            await conn.run(gate)

    async with Sys.Virt.new(uri=URI) as conn:
        with pytest.raises(TimeoutError):
            await run_limited(conn)
        assert conn.pending == (0, 1, 1)
        # Its slot is taken, the others are free.
        assert await conn.get_type() == "TEST"
        gate.opened.set()


@in_loop
async def test_no_call_is_taken_once_the_connection_closes(gate: Gate) -> None:
    conn = await Sys.Virt.new(uri=URI, width=1)
    running = asyncio.create_task(conn.run(gate, "running"))
    waiting = asyncio.create_task(conn.run(gate, "waiting"))
    await until(lambda: conn.pending == (1, 1, 0))
    closing = asyncio.create_task(conn.close())
    with pytest.raises(InvalidStateError, match="the connection is closed"):
        await waiting
    with pytest.raises(InvalidStateError, match="the connection is closed"):
        await conn.get_type()
    assert not closing.done()
    gate.opened.set()
    assert await running == "running"
    await closing
    assert gate.begun == ["running"]


@in_loop
async def test_another_loop_is_refused() -> None:
    async with Sys.Virt.new(uri=URI) as conn:

        def elsewhere() -> None:
            with pytest.raises(RuntimeError, match="another event loop"):
                asyncio.run(conn.get_type())

        await asyncio.to_thread(elsewhere)


@in_loop
async def test_idle_threads_end_and_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lane_module, "IDLE", 0.01)
    before = threads()
    lane = Lane(LoopCalls(asyncio.get_running_loop()))
    for _ in range(20):
        assert await lane.call(int) == 0
        await until(lambda: threads() <= before)
    lane.stop()


@in_loop
async def test_without_threads_the_call_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    lane = Lane(LoopCalls(asyncio.get_running_loop()))
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        with pytest.raises(RuntimeError, match="can't start new thread"):
            await lane.call(int)
    assert lane.count() == (0, 0, 0)
    assert await lane.call(int) == 0
    lane.stop()


@pytest.mark.parametrize("end", [asyncio.CancelledError, KeyboardInterrupt, SystemExit])
def test_nothing_is_lost_of_what_ends_a_program(end: type[BaseException]) -> None:
    def raise_it(_conn: SyncVirt) -> None:
        raise end

    async def main() -> None:
        async with Sys.Virt.new(uri=URI) as conn:
            await conn.run(raise_it)

    with pytest.raises(end):
        asyncio.run(main())


def test_a_loop_that_ends_leaves_no_thread_behind(
    gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Idle ones end by themselves, and that isn't meant.
    monkeypatch.setattr(lane_module, "IDLE", 10 * LONG)
    before = threads()

    async def main() -> None:
        conn = Sys.Virt.of(sync, width=1)
        task = asyncio.create_task(conn.run(gate))
        await until(lambda: gate.begun)
        task.cancel()

    with SyncVirt(uri=URI) as sync:
        asyncio.run(main())
        (left,) = threads() - before
        gate.opened.set()
        left.join(LONG)
        assert not left.is_alive()


class Noted(LoopCalls):
    """Calls for the loop that tell when one is on its way."""

    def __init__(self) -> None:
        super().__init__(asyncio.get_running_loop())
        self.came = threading.Event()

    def add(self, function: Callable[[], object]) -> bool:
        added = super().add(function)
        self.came.set()
        return added


@in_loop
async def test_what_comes_in_the_turn_after_the_cancelling_is_undone_once() -> None:
    calls = Noted()
    undone: list[int] = []
    lane = Lane(calls)
    waiting = asyncio.create_task(lane.call_or_undo(undone.append, int, "3"))
    await asyncio.sleep(0)
    # The loop stands still meanwhile; in its next turn the result comes, and then the cancelling.
    calls.came.wait()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await until(lambda: lane.count() == (0, 0, 0))
    await lane.drain()
    assert undone == [3]
    lane.stop()


@in_loop
async def test_what_came_in_the_turn_of_the_cancelling_is_undone() -> None:
    calls = Noted()
    undone: list[int] = []
    lane = Lane(calls)
    waiting = asyncio.create_task(lane.call_or_undo(undone.append, int, "3"))
    await asyncio.sleep(0)
    # The loop stands still meanwhile; in its next turn the result comes, and then this.
    calls.came.wait()
    calls.loop.call_soon(waiting.cancel)
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await until(lambda: undone)
    assert undone == [3]
    lane.stop()


@in_loop
async def test_what_comes_after_the_cancelling_is_undone_without_the_loop() -> None:
    """A loop that is closed soon afterwards has no turn left for it."""
    begun, going, undone = threading.Event(), threading.Event(), threading.Event()
    let_go: list[str] = []

    def make() -> str:
        begun.set()
        going.wait()
        return "made"

    def undo(made: str) -> None:
        let_go.append(made)
        undone.set()

    lane = Lane(LoopCalls(asyncio.get_running_loop()))
    waiting = asyncio.create_task(lane.call_or_undo(undo, make))
    await until(begun.is_set)
    waiting.cancel()
    await asyncio.wait([waiting])
    going.set()
    # The loop stands still meanwhile.
    assert undone.wait(LONG)
    await until(lambda: lane.count() == (0, 0, 0))
    await lane.drain()
    # The loop doesn't do it again.
    await asyncio.sleep(0)
    assert let_go == ["made"]
    lane.stop()


@in_loop
async def test_the_last_call_is_made_whatever_becomes_of_who_waits() -> None:
    lane = Lane(LoopCalls(asyncio.get_running_loop()))
    going = threading.Event()
    made: list[int] = []
    first = asyncio.create_task(lane.call(going.wait))
    last = asyncio.create_task(lane.finish(None, made.append, 1))
    await asyncio.sleep(0)
    last.cancel()
    # Who is cancelled already isn't kept waiting.
    await lane.finish(asyncio.CancelledError, made.append, 2)
    await asyncio.wait([last])
    assert not made
    going.set()
    await first
    await until(lambda: made == [1, 2])
    lane.stop()
