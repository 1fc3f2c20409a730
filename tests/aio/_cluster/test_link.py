"""The way to a worker, with what stands for Dask at its end."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext
from typing import Any

import pytest

from sysvirt.aio._cluster.link import Link
from sysvirt.aio._cluster.messages import Left, Reply
from sysvirt.aio._cluster.outcomes import WorkerLostError
from sysvirt.aio._cluster.packing import Failure
from tests.aio.playing import in_loop
from tests.fakes import Fake


class Dask:
    """A client whose actor does what a test says."""

    def __init__(self, **methods: Any) -> None:
        self.status = "finished"
        self.cancelled: list[Any] = []
        self._actor = Fake(**methods)

    def submit(self, *_: Any, **keywords: Any) -> Any:
        assert keywords["actor"]
        assert keywords["workers"] == ["tcp://there"]
        return self

    def __await__(self) -> Any:
        yield from asyncio.sleep(0).__await__()
        return self._actor

    def as_current(self) -> Any:
        return nullcontext()

    async def cancel(self, futures: list[Any]) -> None:
        self.cancelled += futures


async def reply(*_: Any) -> Reply:
    return Reply(5)


async def fail(*_: Any) -> Reply:
    return Reply(failure=Failure("ValueError: it", None))


async def hang(*_: Any) -> Reply:
    await asyncio.sleep(3600)
    return Reply()


async def lose(*_: Any) -> Reply:
    raise OSError("Unable to contact Actor's worker")


async def opened(dask: Any, patience: float = 60.0) -> Link:
    link = Link(dask, "tcp://there", patience)
    await link.open({})
    return link


@in_loop
async def test_it_calls_and_what_the_seat_raises_is_raised() -> None:
    dask = Dask(states=reply, add=fail, close=reply)
    link = await opened(dask)
    assert await link.call("states") == 5
    with pytest.raises(RuntimeError, match="it"):
        await link.call("add", {})
    assert link.error is None
    await link.close()
    assert dask.cancelled == [dask]


@in_loop
async def test_what_dask_raises_loses_it_for_ever() -> None:
    link = await opened(Dask(states=reply, add=lose))
    with pytest.raises(WorkerLostError, match="tcp://there was lost: Unable to contact"):
        await link.call("add", {})
    with pytest.raises(WorkerLostError, match="Unable to contact"):
        await link.call("states")


@in_loop
async def test_a_call_that_dask_has_forgotten_ends() -> None:
    dask = Dask(states=hang)
    link = await opened(dask)
    calling = asyncio.ensure_future(link.call("states"))
    await asyncio.sleep(0)
    dask.status = "error"
    with pytest.raises(WorkerLostError, match="Dask has given it up"):
        await calling


@in_loop
async def test_a_worker_that_says_nothing_is_given_up() -> None:
    link = await opened(Dask(states=hang), patience=0.05)
    with pytest.raises(WorkerLostError, match=r"no answer within 0\.05 seconds"):
        await link.call("states")


@in_loop
async def test_all_that_is_told_is_heard_until_it_is_lost() -> None:
    told = [[Left("a")], [], [Left("b"), Left("c")]]

    async def take(_: float) -> Reply:
        if not told:
            raise OSError("gone")
        return Reply(told.pop(0))

    heard: list[Any] = []
    lost: asyncio.Future[Link] = asyncio.get_running_loop().create_future()
    link = await opened(Dask(take=take))
    link.listen(lambda _, message: heard.append(message), lost.set_result)
    assert await lost is link
    assert heard == [Left("a"), Left("b"), Left("c")]
    await link.close()
