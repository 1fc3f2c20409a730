"""Many hosts, asked at once."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from sysvirt.aio import Domain, Error, Fleet, Sys, Virt
from tests.aio.playing import in_loop, until

HERE = {"a": "test:///default", "b": "test:///default", "c": "test:///default"}


@in_loop
async def test_the_results_of_all() -> None:
    async with Fleet(HERE) as fleet:
        results = await fleet.map(Sys.Virt.get_type)
        assert list(results) == ["a", "b", "c"]
        assert all(each.value == "TEST" and each.seconds > 0 for each in results.values())


@in_loop
async def test_some_hosts_only_and_how_far_it_has_come() -> None:
    steps: list[tuple[int, int]] = []
    async with Fleet(HERE) as fleet:
        asked = fleet.each(
            Sys.Virt.get_type, hosts=["c", "a"], progress=lambda *step: steps.append(step)
        )
        assert sorted([each.host async for each in asked]) == ["a", "c"]
    assert steps == [(1, 2), (2, 2)]


@in_loop
async def test_no_more_at_once_than_wanted() -> None:
    running, most = 0, 0

    async def count(conn: Virt) -> None:  # noqa: ARG001
        nonlocal running, most
        running += 1
        most = max(most, running)
        await until(lambda: most >= 3)
        running -= 1

    async with Fleet({str(at): "test:///default" for at in range(10)}, at_once=3) as fleet:
        # All are open, so that none is asked later than it may be.
        for at in range(10):
            await fleet.host(str(at))
        assert len(await fleet.map(count)) == 10
    assert most == 3


@in_loop
async def test_whoever_has_enough_leaves_nothing_running() -> None:
    ended: list[str] = []

    async def wait(conn: Virt) -> None:
        if conn is slow:
            try:
                await asyncio.sleep(3600)
            except asyncio.CancelledError:
                ended.append("slow")
                raise

    async with Fleet(HERE) as fleet:
        slow = await fleet.host("b")
        async for _ in fleet.each(wait):
            break
        await until(lambda: ended == ["slow"])


@in_loop
async def test_hosts_come_and_go_while_it_runs() -> None:
    async with Fleet({"a": "test:///default"}) as fleet:
        fleet.add("b", {"uri": "test:///default", "readonly": True})
        assert sorted(await fleet.map(Sys.Virt.get_type)) == ["a", "b"]
        dom = await (await fleet.host("b")).get_domain_by_name("test")
        with pytest.raises(Error, match="read only"):
            await dom.suspend()
        await fleet.remove("a")
        assert list(await fleet.map(Sys.Virt.get_type)) == ["b"]
        with pytest.raises(ValueError, match="'a' is not in the fleet"):
            await fleet.remove("a")
        with pytest.raises(ValueError, match="'b' is in the fleet already"):
            fleet.add("b", "test:///default")


@in_loop
async def test_the_statistics_of_all_guests() -> None:
    async with Fleet(HERE, readonly=True) as fleet:
        results = await fleet.stats(Domain.STATS_STATE)
        for each in results.values():
            ((found),) = each.unwrap()
            assert found["dom"].get_name() == "test"
            assert found["data"]["state.state"] == Domain.STATE_RUNNING


@in_loop
async def test_why_a_host_is_down_is_raised_by_host() -> None:
    async with Fleet({"bad": "nonsense:///"}) as fleet:
        with pytest.raises(Error):
            await fleet.host("bad")
        with pytest.raises(ValueError, match="'good'"):
            await fleet.host("good")


@in_loop
async def test_it_has_to_be_entered_and_once() -> None:
    fleet = Fleet(HERE)
    with pytest.raises(RuntimeError, match="async with"):
        await fleet.map(Sys.Virt.get_type)
    with pytest.raises(RuntimeError, match="async with"):
        fleet.add("d", "test:///default")
    async with fleet:
        with pytest.raises(RuntimeError, match="open already"):
            await fleet.__aenter__()
    # And again.
    async with fleet:
        assert len(await fleet.map(Sys.Virt.get_type)) == 3


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        ({"function": 5}, TypeError),
        ({"hosts": "a"}, TypeError),
        ({"hosts": ["nobody"]}, ValueError),
        ({"timeout": 0}, ValueError),
    ],
)
@in_loop
async def test_what_makes_no_sense_is_refused(wanted: Any, error: type[Exception]) -> None:
    (name,) = wanted
    async with Fleet(HERE) as fleet:
        with pytest.raises(error, match=name.removesuffix("s")):
            await fleet.map(**{"function": Sys.Virt.get_type, **wanted})


@pytest.mark.parametrize(
    ("method", "wanted", "error", "words"),
    [
        ("add", {"host": 5, "uri": "test:///default"}, TypeError, "host must be a str"),
        ("add", {"host": "d", "uri": 5}, TypeError, "uri must be a str or a mapping"),
        ("add", {"host": "d", "uri": "a\0b"}, ValueError, "uri must not contain NUL"),
        ("add", {"host": "d", "uri": {"flags": "x"}}, TypeError, "uri: flags must be an int"),
        ("add", {"host": "a", "uri": "test:///default"}, ValueError, "'a' is in the fleet already"),
        ("remove", {"host": 5}, TypeError, "host must be a str"),
        ("remove", {"host": "d"}, ValueError, "'d' is not in the fleet"),
        ("host", {"host": None}, TypeError, "host must be a str"),
        ("stats", {"stats": "x"}, TypeError, "stats must be an int"),
        ("stats", {"stats": -1}, ValueError, "stats must be between"),
        ("stats", {"flags": "x"}, TypeError, "flags must be an int"),
        ("stats", {"timeout": 0}, ValueError, "timeout must be above 0"),
        ("events", {"cls": []}, ValueError, "cls must be one of Domain, Network"),
        ("events", {"cls": "Domain"}, ValueError, "cls must be one of"),
        ("events", {"event": 2**40}, ValueError, "event must be between"),
        ("events", {"maxsize": -1}, ValueError, "maxsize must be between"),
        ("events", {"overflow": []}, ValueError, "overflow must be 'raise' or 'drop'"),
    ],
)
@in_loop
async def test_wrong_values_of_every_parameter(
    method: str, wanted: dict[str, Any], error: type[Exception], words: str
) -> None:
    async with Fleet(HERE) as fleet:
        with pytest.raises(error, match=words):
            await called(getattr(fleet, method), wanted)
        assert list(fleet.states()) == ["a", "b", "c"]


async def called(method: Any, wanted: dict[str, Any]) -> None:
    """Call a method, and await it where it is a coroutine function."""
    if asyncio.iscoroutine(made := method(**wanted)):
        await made


@in_loop
async def test_a_host_that_is_down_may_be_asked_for_again_and_again() -> None:
    nowhere = "test+unix:///default?socket=/no/such/socket"
    async with Fleet({"down": nowhere}, backoff=(3600, 3600)) as fleet:
        lengths: set[int] = set()
        for _ in range(3):
            with pytest.raises(ConnectionError) as caught:
                await fleet.host("down")
            lengths.add(len(caught.traceback))
        # An error that is raised again would grow by its own traceback.
        assert len(lengths) == 1


def test_another_loop_is_refused() -> None:
    async def use(fleet: Fleet) -> None:
        with pytest.raises(RuntimeError, match="another event loop"):
            await fleet.map(Sys.Virt.get_type)
        with pytest.raises(RuntimeError, match="another event loop"):
            await fleet.host("a")
        with pytest.raises(RuntimeError, match="another event loop"):
            fleet.add("d", "test:///default")
        with pytest.raises(RuntimeError, match="another event loop"):
            async with fleet.events():
                pass

    async def main() -> None:
        async with Fleet(HERE) as fleet:
            await asyncio.to_thread(asyncio.run, use(fleet))
            assert len(await fleet.map(Sys.Virt.get_type)) == 3

    asyncio.run(main())


def test_one_after_the_other_in_loops_of_their_own() -> None:
    fleet = Fleet(HERE)

    async def main() -> int:
        async with fleet:
            return len(await fleet.map(Sys.Virt.get_type))

    assert [asyncio.run(main()) for _ in range(2)] == [3, 3]


@in_loop
async def test_two_fleets_with_the_same_hosts() -> None:
    async with Fleet(HERE) as one, Fleet(HERE) as other:
        conns = {await fleet.host("a") for fleet in (one, other)}
        assert len({id(conn) for conn in conns}) == 2
        await one.remove("a")
        assert list(await other.map(Sys.Virt.get_type)) == ["a", "b", "c"]
        assert list(await one.map(Sys.Virt.get_type)) == ["b", "c"]


@in_loop
async def test_leaving_one_that_is_not_open_does_nothing() -> None:
    fleet = Fleet(HERE)
    await fleet.__aexit__(None, None, None)
    async with fleet:
        await fleet.host("a")
    await fleet.__aexit__(None, None, None)
