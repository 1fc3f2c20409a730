"""One question to many hosts: what goes wrong in the middle of it."""

from __future__ import annotations

import asyncio
import gc
from typing import Any

import pytest

from sysvirt.aio import Fleet, Sys, Virt
from tests.aio.playing import in_loop, until
from tests.hosts.crowd import Crowd
from tests.patience import LONG

#: So that a host that is back is found soon.
SOON = (0.05, 0.1)
HERE = {"a": "test:///default", "b": "test:///default", "c": "test:///default"}


class Own(BaseException):
    """What no ``except Exception`` catches."""


async def look(conn: Virt) -> int:
    """Something that needs the daemon."""
    return len(await conn.list_all_domains())


async def sleep(conn: Virt) -> None:  # noqa: ARG001
    """What would take for ever."""
    await asyncio.sleep(3600)


@in_loop
async def test_what_is_more_than_an_exception_comes_out(caplog: pytest.LogCaptureFixture) -> None:
    async def fail(conn: Virt) -> None:
        raise Own(conn)

    async with Fleet(HERE) as fleet:
        with pytest.raises(Own):
            await fleet.map(fail)
        with pytest.raises(Own):
            await anext(fleet.each(fail))
        # It goes on, and asyncio complains of none of the other hosts'.
        assert len(await fleet.map(look)) == 3
    gc.collect()
    assert caplog.records == []


def test_what_ends_programs_ends_this_one() -> None:
    async def leave(conn: Virt) -> None:  # noqa: ARG001
        raise SystemExit(3)

    async def main() -> None:
        async with Fleet(HERE) as fleet:
            await fleet.map(leave)

    with pytest.raises(SystemExit) as caught:
        asyncio.run(main())
    assert caught.value.code == 3


@in_loop
async def test_a_function_that_is_cancelled_by_itself_is_a_result() -> None:
    async def cancelled(conn: Virt) -> str:
        if conn is bad:
            raise asyncio.CancelledError("mine")
        return "there"

    async with Fleet(HERE) as fleet:
        bad = await fleet.host("b")
        results = await fleet.map(cancelled)
        assert [results[name].value for name in "ac"] == ["there", "there"]
        assert isinstance(results["b"].error, RuntimeError)
        assert isinstance(results["b"].error.__cause__, asyncio.CancelledError)


@in_loop
async def test_an_ordinary_function_is_told_from_a_coroutine_function() -> None:
    async with Fleet(HERE) as fleet:
        wrong: Any = Sys.Virt.get_uri
        results: dict[str, Any] = await fleet.map(wrong)
        for result in results.values():
            assert isinstance(result.error, TypeError)
            assert str(result.error).startswith("function must be a coroutine function")


@in_loop
async def test_what_the_progress_raises_comes_out_and_ends_the_others() -> None:
    ended: list[str] = []

    async def wait(conn: Virt) -> None:
        if conn is not quick:
            try:
                await asyncio.sleep(3600)
            finally:
                ended.append("slow")

    def fail(done: int, total: int) -> None:
        raise KeyError(done, total)

    async with Fleet(HERE) as fleet:
        quick = await fleet.host("b")
        for _ in "ac":
            await fleet.host(_)
        with pytest.raises(KeyError) as caught:
            await fleet.map(wait, progress=fail)
        assert caught.value.args == (1, 3)
        await until(lambda: ended == ["slow", "slow"])


@in_loop
async def test_cancelled_it_leaves_nothing_running() -> None:
    running: set[Virt] = set()

    async def wait(conn: Virt) -> None:
        running.add(conn)
        try:
            await asyncio.sleep(3600)
        finally:
            running.discard(conn)

    async with Fleet(HERE) as fleet:
        sweep = asyncio.create_task(fleet.map(wait))
        await until(lambda: len(running) == 3)
        sweep.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sweep
        await until(lambda: not running)


@in_loop
async def test_a_time_limit_around_it_holds() -> None:
    async with Fleet(HERE) as fleet:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await fleet.map(sleep)


@in_loop
async def test_hosts_that_are_removed_in_the_middle() -> None:
    """One is being asked, one waits for its turn, one is answered: all have one result."""
    begun: list[Virt] = []

    async def wait(conn: Virt) -> str:
        begun.append(conn)
        if conn is last:
            return "there"
        await asyncio.sleep(3600)
        return "never"

    async with Fleet(HERE, at_once=1) as fleet:
        last = await fleet.host("c")
        sweep = asyncio.create_task(fleet.map(wait))
        await until(lambda: begun)
        await fleet.remove("b")
        await fleet.remove("a")
        results = await sweep
        assert results["c"].value == "there"
        for name in "ab":
            assert isinstance(results[name].error, ConnectionError)
            assert str(results[name].error) == f"{name} was taken from the fleet"


@in_loop
async def test_a_function_may_remove_its_host_and_add_another() -> None:
    async def move(conn: Virt) -> None:
        if conn is old:
            fleet.add("d", "test:///default")
            await fleet.remove("a")

    async with Fleet(HERE) as fleet:
        old = await fleet.host("a")
        results = await fleet.map(move)
        assert isinstance(results["a"].error, ConnectionError)
        assert results["b"].ok
        assert list(await fleet.map(look)) == ["b", "c", "d"]


@in_loop
async def test_the_end_of_the_fleet_ends_what_is_asked() -> None:
    async with Fleet(HERE) as fleet:
        for name in HERE:
            await fleet.host(name)
        sweep = asyncio.create_task(fleet.map(sleep))
        await asyncio.sleep(0)
    results = await sweep
    assert all(isinstance(each.error, ConnectionError) for each in results.values())


@in_loop
async def test_a_host_that_is_named_twice_is_asked_once() -> None:
    asked: list[Virt] = []

    async def note(conn: Virt) -> None:
        asked.append(conn)

    async with Fleet(HERE) as fleet:
        results = [each.host async for each in fleet.each(note, hosts=["b", "b", "a"])]
        assert sorted(results) == ["a", "b"]
        assert len(asked) == 2
        # An empty list is none, not all.
        assert await fleet.map(note, hosts=[]) == {}


@in_loop
async def test_a_question_inside_a_question() -> None:
    async def ask_all(conn: Virt) -> int:  # noqa: ARG001
        return sum(each.unwrap() for each in (await fleet.map(look)).values())

    async with Fleet(HERE, at_once=1) as fleet:
        assert [each.value for each in (await fleet.map(ask_all)).values()] == [3, 3, 3]


@in_loop
async def test_one_at_a_time_beside_hosts_that_hang(crowd: Crowd) -> None:
    async with Fleet(crowd.uris, at_once=1, timeout=1, keep_alive=None, backoff=SOON) as fleet:
        await fleet.map(look, timeout=LONG)
        crowd.hang("host000", "host005")
        while True:
            results = await fleet.map(look)
            hung = {name for name, each in results.items() if isinstance(each.error, TimeoutError)}
            assert hung >= {"host000", "host005"}
            # On a busy machine another one may be late, and then isn't the next time.
            if len(hung) == 2:
                break
        assert sum(each.ok for each in results.values()) == len(crowd.names) - 2


def objects() -> int:
    """How many there are, but for those that keep libvirt's latest errors, a thousand."""
    gc.collect()
    return sum(type(each) is not Exception for each in gc.get_objects())


@in_loop
async def test_many_sweeps_leave_nothing_behind() -> None:
    async def fail(conn: Virt) -> Any:
        return await conn.get_domain_by_name("nobody")

    async def sweep(number: int) -> None:
        for _ in range(number):
            await fleet.map(Sys.Virt.get_type)
            await fleet.map(fail)
            with pytest.raises(ConnectionError):
                await fleet.host("down")
            async for _ in fleet.each(look):
                break

    nowhere = "test+unix:///default?socket=/no/such/socket"
    # It stays down: a new try would bring a new error.
    async with Fleet({**HERE, "down": nowhere}, backoff=(3600, 3600)) as fleet:
        await sweep(20)
        before, tasks = objects(), len(asyncio.all_tasks())
        await sweep(500)
        # A single object of each sweep would be 500.
        assert objects() - before < 400
        await until(lambda: len(asyncio.all_tasks()) <= tasks)


@pytest.mark.parametrize(
    ("wanted", "error", "words"),
    [
        ({"function": 5}, TypeError, "function must be callable"),
        ({"hosts": "a"}, TypeError, "hosts must be an iterable of names, not str"),
        ({"hosts": b"a"}, TypeError, "hosts must be an iterable of names, not bytes"),
        ({"hosts": 5}, TypeError, "hosts must be an iterable of names, not int"),
        ({"hosts": ["a", 5]}, TypeError, "a name in hosts must be a str, not int"),
        ({"hosts": [["a"]]}, TypeError, "a name in hosts must be a str, not list"),
        ({"hosts": ["nobody"]}, ValueError, "host 'nobody' is not in the fleet"),
        ({"timeout": 0}, ValueError, "timeout must be above 0"),
        ({"timeout": -1}, ValueError, "timeout must be above 0"),
        ({"timeout": float("nan")}, ValueError, "timeout must be above 0"),
        ({"timeout": float("inf")}, ValueError, "timeout must be above 0"),
        ({"timeout": "5"}, TypeError, "timeout must be a number"),
        ({"progress": 5}, TypeError, "progress must be callable"),
    ],
)
@in_loop
async def test_what_makes_no_sense_is_refused_before_any_is_asked(
    wanted: dict[str, Any], error: type[Exception], words: str
) -> None:
    asked: list[Virt] = []

    async def note(conn: Virt) -> None:
        asked.append(conn)

    keywords: dict[str, Any] = {"function": note, **wanted}
    async with Fleet(HERE) as fleet:
        for name in HERE:
            await fleet.host(name)
        with pytest.raises(error, match=words):
            await fleet.map(**keywords)
        with pytest.raises(error, match=words):
            fleet.each(**keywords)
        assert asked == []
