"""The actor, without a cluster around it."""

from __future__ import annotations

import asyncio
import gc
import pickle
import threading
from typing import Any

import pytest

from sysvirt.aio._cluster.packing import unpack_error
from sysvirt.aio._cluster.seat import Seat
from tests.aio.playing import in_loop, until
from tests.clusters import THREAD
from tests.hosts.crowd import Crowd
from tests.hosts.daemon import Daemon

HOW = pickle.dumps({"uri": "test:///default"})


def threads() -> int:
    return [each.name for each in threading.enumerate()].count(THREAD)


@in_loop
async def test_it_answers_and_its_thread_ends_with_it() -> None:
    seat = Seat({"readonly": True})
    assert threads() == 1
    assert (await seat.add({"a": HOW})).failure is None
    states = (await seat.states()).value
    assert list(states) == ["a"]
    waiting = asyncio.ensure_future(seat.take(60))
    await asyncio.sleep(0)
    await seat.close()
    assert (await waiting).value == []
    await until(lambda: not threads())


@in_loop
async def test_errors_are_told() -> None:
    seat = Seat({})
    for failed in (
        await seat.remove(["nobody"]),
        await seat.add({"a": b"nothing"}),
        await seat.begin(1, b"nothing", ["a"], 1.0, False),
        await seat.watch(1, "Nothing", 0, 1),
    ):
        assert failed.failure is not None
    failed = await seat.remove(["nobody"])
    assert failed.failure is not None
    assert isinstance(unpack_error(failed.failure), ValueError)
    for done in (await seat.stop(5), await seat.unwatch(5)):
        assert done.failure is None
    await seat.close()
    # And afterwards, nothing hangs.
    assert (await seat.states()).failure is not None or threads()
    await until(lambda: not threads())


def test_what_a_seat_that_nobody_wants_has_open_is_closed(daemon: Daemon) -> None:
    with Crowd(daemon.socket, 3) as crowd:

        async def use() -> None:
            seat = Seat({})
            hows = {name: pickle.dumps({"uri": uri}) for name, uri in crowd.uris.items()}
            await seat.add(hows)
            await until(lambda: crowd.clients() == 3)

        asyncio.run(use())
        gc.collect()

        async def see() -> None:
            await until(lambda: not crowd.clients())
            await until(lambda: not threads())

        asyncio.run(see())


def test_options_that_make_no_sense_and_no_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="at_once"):
        Seat({"at_once": 0})

    def fail() -> Any:
        raise OSError("no more files")

    monkeypatch.setattr(asyncio, "new_event_loop", fail)
    with pytest.raises(OSError, match="no more files"):
        Seat({})
