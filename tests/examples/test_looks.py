"""Looks at all hosts of a fleet: none is held up by another, and what follows from two of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from typing import Any

import pytest

from support.looks import Guest, Look, Lookout, Seen, see, total, usages
from sysvirt import Domain, Error, Virt
from sysvirt.aio import Fleet, HostState, Result
from tests.aio.conftest import still_loop  # noqa: F401 - a fixture
from tests.aio.playing import in_loop
from tests.fakes import Fake

HERE = {"a": "test:///default", "b": "test:///default"}
SEEN = Seen(0.0, 1, 1, [])


class Hosts:
    """A fleet whose hosts answer when the test lets them."""

    def __init__(self, *names: str) -> None:
        self.names = names
        self.asked: list[list[str]] = []
        self.answers: dict[str, asyncio.Future[Result[Seen]]] = {}
        self.error: Exception | None = None

    def states(self) -> dict[str, HostState]:
        state = HostState("down" if self.error else "up", 0.0, self.error)
        return dict.fromkeys(self.names, state)

    async def each(self, _function: object, *, hosts: Iterable[str]) -> AsyncIterator[Any]:
        self.asked.append([*hosts])
        answers = {host: asyncio.get_running_loop().create_future() for host in hosts}
        self.answers |= answers
        for answer in asyncio.as_completed(answers.values()):
            yield await answer

    async def host(self, host: str) -> Any:
        return Fake(abort=lambda: self.asked.append(["abort", host]))

    async def answer(self, host: str, seconds: float = 0.0) -> None:
        """Let a host answer, as soon as it is asked."""
        while host not in self.answers:  # noqa: ASYNC110 - the loop turns, no more
            await asyncio.sleep(0)
        self.answers.pop(host).set_result(Result(host, SEEN, seconds=seconds))


def up(looks: dict[str, Look]) -> list[str]:
    return [host for host, look in looks.items() if look.seen]


@in_loop
async def test_a_host_that_hangs_is_waited_for_once() -> None:
    hosts: Any = Hosts("good", "bad")
    async with Lookout(hosts, 1) as lookout:
        looks, _ = await asyncio.gather(lookout.look(), hosts.answer("good"))
        assert up(looks) == ["good"]
        assert looks["bad"].reason == "no answer within 1 s"
        # Who waited for the other one now would wait for an hour.
        lookout.limit = 3600
        for _ in range(2):
            looks, _ = await asyncio.gather(lookout.look(), hosts.answer("good"))
            assert up(looks) == ["good"]
        # It isn't asked again as long as it owes an answer.
        assert hosts.asked == [["good", "bad"], ["good"], ["good"]]
        # What it says at last is late, and so the next look doesn't wait for it either.
        await hosts.answer("bad", seconds=7200)
        looks, _ = await asyncio.gather(lookout.look(), hosts.answer("good"))
        assert up(looks) == ["good"]
        looks, _ = await asyncio.gather(lookout.look(), hosts.answer("good"))
        assert up(looks) == ["good"]
        assert hosts.asked[-2:] == [["good"], ["bad"]]
        # Now it is quick, and so it is waited for again.
        await hosts.answer("bad")
        await asyncio.gather(lookout.look(), hosts.answer("good"))
        looks, *_ = await asyncio.gather(lookout.look(), hosts.answer("good"), hosts.answer("bad"))
        assert up(looks) == ["good", "bad"]
        assert hosts.asked[-1] == ["good", "bad"]


@in_loop
async def test_two_who_look_at_once_share_the_answers() -> None:
    hosts: Any = Hosts("a", "b")
    async with Lookout(hosts, 60) as lookout:
        first, second, *_ = await asyncio.gather(
            lookout.look(), lookout.look(), hosts.answer("a"), hosts.answer("b")
        )
    assert up(first) == up(second) == ["a", "b"]
    assert hosts.asked == [["a", "b"]]


@in_loop
async def test_what_hangs_at_the_end_is_cut_off() -> None:
    hosts: Any = Hosts("a", "b")
    async with Lookout(hosts, 0.05) as lookout:
        await asyncio.gather(lookout.look(), hosts.answer("a"))
    assert hosts.asked[-1] == ["abort", "b"]
    assert asyncio.all_tasks() == {asyncio.current_task()}


@in_loop
async def test_why_a_host_is_down_is_told_rather_than_that_it_is_silent() -> None:
    hosts: Any = Hosts("a")
    hosts.error = ConnectionError("refused")
    async with Lookout(hosts, 0.05) as lookout:
        assert (await lookout.look())["a"].error is hosts.error


@in_loop
async def test_a_real_fleet() -> None:
    async with (
        Fleet({**HERE, "bad": "test+unix:///default?socket=/none"}) as fleet,
        Lookout(fleet, 60) as lookout,
    ):
        looks = await lookout.look()
        assert up(looks) == ["a", "b"]
        assert "Failed to connect socket to '/none'" in looks["bad"].reason
        # One that is taken out is not looked at any more, and a new one is.
        await fleet.remove("bad")
        fleet.add("c", "test:///default")
        assert up(await lookout.look()) == ["a", "b", "c"]


def test_what_the_statistics_lack_is_asked_for(conn: Virt, dom: Domain) -> None:
    seen = see(conn)
    info = conn.get_node_info()
    assert (seen.cpus, seen.memory) == (info["cpus"], info["memory"])
    (guest,) = seen.guests
    found = (guest.name, guest.uuid, guest.active, guest.state, guest.cpus, guest.memory)
    uuid = dom.get_uuid_string()
    assert found == ("test", uuid, True, Domain.STATE_RUNNING, 2, dom.get_info()["memory"])
    dom.destroy()
    (guest,) = see(conn).guests
    assert (guest.active, guest.state) == (False, Domain.STATE_SHUTOFF)


@pytest.fixture
def node() -> dict[str, int]:
    return {"cpus": 4, "memory": 1024}


def test_a_driver_without_statistics(conn: Virt, dom: Domain, node: dict[str, int]) -> None:
    with pytest.raises(Error) as caught:
        conn.get_domain_by_name("nobody").get_info()

    def refuse(code: int) -> Any:
        def refused(*_arguments: object) -> None:
            raise Error._own(code, "no", origin="here", domain=0, number=0)

        return Fake(
            get_node_info=lambda: node,
            get_all_domain_stats=refused,
            list_all_domains=lambda: [dom],
        )

    for code in (Error.ERR_NO_SUPPORT, Error.ERR_INVALID_ARG):
        (guest,) = see(refuse(code)).guests
        assert (guest.name, guest.cpus) == ("test", 2)
    with pytest.raises(Error):
        see(refuse(Error.ERR_INTERNAL_ERROR))
    assert caught.value.code() == Error.ERR_NO_DOMAIN


def test_a_guest_that_goes_meanwhile(conn: Virt, dom: Domain) -> None:
    gone = conn.get_domain_by_name("test")
    stats = [{"dom": gone, "data": {}}]
    fake: Any = Fake(
        get_node_info=conn.get_node_info, get_all_domain_stats=lambda *_arguments: stats
    )
    dom.destroy()
    dom.undefine()
    (guest,) = see(fake).guests
    assert (guest.name, guest.state, guest.data) == ("test", Domain.STATE_NOSTATE, {})


def look(at: float, *guests: Guest) -> Look:
    return Look("a", 0.0, Seen(at, 4, 1024, [*guests]))


def guest(uuid: str, cpu: int, disk: int, net: int, active: bool = True) -> Guest:
    data = {
        "state.state": 1 if active else 5,
        "cpu.time": cpu,
        "balloon.current": 1024,
        "block.count": 1,
        "block.0.name": "vda",
        "block.0.rd.bytes": disk,
        "block.0.wr.bytes": disk,
        "net.count": 1,
        "net.0.name": "vnet0",
        "net.0.rx.bytes": net,
    }
    return Guest(uuid, f"guest {uuid}", active, data)


def test_what_guests_use_between_two_looks() -> None:
    second = 10**9
    before = look(10.0, guest("1", 0, 0, 0), guest("2", 5 * second, 9, 9), guest("3", 0, 0, 0))
    after = look(
        12.0,
        guest("1", 3 * second, 100, 50),
        # It has started anew, the next has been switched off, and the last is new.
        guest("2", second, 0, 0),
        guest("3", 9, 9, 9, active=False),
        guest("4", 9, 9, 9),
    )
    used = usages(before, after)
    assert used == {
        "1": (1.5, 1024, 100.0, 25.0),
        "2": (None, 1024, None, None),
        "3": (None, None, None, None),
        "4": (None, 1024, None, None),
    }
    assert total(used.values()) == (1.5, 3072, 100.0, 25.0)
    assert total([]) == (None, None, None, None)
    assert usages(None, after)["1"] == (None, 1024, None, None)
    assert usages(before, Look("a", 0.0, error=TimeoutError())) == {}
