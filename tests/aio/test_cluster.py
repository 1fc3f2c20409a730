"""A fleet that is spread over the processes of a real Dask cluster."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from sysvirt import aio
from sysvirt.aio import Domain, Error, FleetEvents, HostDown, HostUp, NodeDevice, Sys, Virt
from sysvirt.aio.cluster import RemoteObject, SpreadFleet, WorkerLostError, spread
from tests.aio.playing import in_loop, until
from tests.clusters import count, joined, leftovers, pid, started, wait_for
from tests.hosts.crowd import Crowd
from tests.hosts.daemon import Daemon
from tests.patience import LONG

HERE = {"a": "test:///default", "b": "test:///default", "c": "test:///default"}
SOON = (0.05, 0.1)


pytestmark = pytest.mark.usefixtures("all_workers_join")


async def until_nothing_is_left(client: Any) -> None:
    """What is dropped takes a moment to end."""
    while any((await client.run(leftovers)).values()):
        pass


async def until_up(events: FleetEvents, hosts: set[str]) -> set[str]:
    """Read until all these hosts have come up; those that were told to be down before."""
    missing, down = set(hosts), set()
    while missing:
        event = await events.get()
        if isinstance(event, HostUp):
            missing.discard(event.host)
        elif isinstance(event, HostDown):
            down.add(event.host)
            missing |= {event.host} & hosts
    return down


# Workers that die, and others that come -------------------------------------------------------


@pytest.mark.long
@in_loop
async def test_a_worker_is_killed_during_a_sweep_of_200_hosts(
    daemon: Daemon, tmp_path: Path
) -> None:
    gate = tmp_path / "gate"
    with started(4) as cluster, Crowd(daemon.socket, 200) as crowd:
        async with (
            joined(cluster) as client,
            spread(client, crowd.uris, at_once=200) as fleet,
            fleet.events() as events,
        ):
            await until_up(events, {*crowd.names})
            workers = {*(await client.run(os.getpid)).values()}
            pids: dict[str, int] = {}
            # On a slow machine the last one joins a little later.
            while {*pids.values()} != workers:
                pids = {host: each.unwrap() for host, each in (await fleet.map(pid)).items()}
            killed = pids["host001"]
            moving = {host for host in pids if pids[host] == killed}
            waiting = {host for host in moving if not host.endswith("0")}
            results = []
            async for result in fleet.each(partial(wait_for, str(gate))):
                results.append(result)
                # One in ten doesn't wait. They have answered, and all others are under way.
                if len(results) == 20:
                    os.kill(killed, signal.SIGKILL)
                if len(results) == 20 + len(waiting):
                    gate.touch()
            assert sorted(each.host for each in results) == crowd.names
            assert {each.host for each in results if not each.ok} == waiting
            for each in results:
                if each.ok:
                    assert each.value == pids[each.host]
                else:
                    assert isinstance(each.error, WorkerLostError)
            # Its hosts are opened elsewhere, and that was told.
            assert moving <= await until_up(events, moving)
            after = await fleet.map(count)
            assert [each.value for each in after.values()] == [1] * 200
            assert killed not in {each.value for each in (await fleet.map(pid)).values()}


@pytest.mark.long
@in_loop
async def test_a_worker_that_joins_takes_its_share(daemon: Daemon) -> None:
    with started(1) as cluster, Crowd(daemon.socket, 40) as crowd:
        async with (
            joined(cluster) as client,
            spread(client, crowd.uris) as fleet,
            fleet.events() as events,
        ):
            await until_up(events, {*crowd.names})
            (first,) = {each.value for each in (await fleet.map(pid)).values()}
            await asyncio.to_thread(cluster.scale, 2)
            results = await fleet.map(pid)
            while {each.unwrap() for each in results.values()} == {first}:
                results = await fleet.map(pid)
            moved = {host for host, each in results.items() if each.value != first}
            # Some only, and each of them was told to go and to come.
            assert 0 < len(moved) < 40
            assert await until_up(events, moved) == moved
            assert {each.state for each in (await fleet.states()).values()} == {"up"}
            # And again, they have the same.
            again = await fleet.map(pid)
            assert {h: each.value for h, each in again.items()} == {
                h: each.value for h, each in results.items()
            }


@pytest.mark.long
@in_loop
async def test_a_host_that_is_being_asked_stays_until_it_has_answered(tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    hosts = {str(at): f"test:///default?n={at}" for at in range(1, 10)}
    with started(1) as cluster:
        async with joined(cluster) as client, spread(client, hosts) as fleet:
            (first,) = {each.value for each in (await fleet.map(pid)).values()}
            asking = asyncio.ensure_future(fleet.map(partial(wait_for, str(gate))))
            await asyncio.to_thread(cluster.scale, 2)
            # One that isn't asked is free to go; with new ones, some is for the new worker.
            await added_elsewhere(fleet, first)
            gate.touch()
            assert {each.value for each in (await asking).values()} == {first}


async def added_elsewhere(fleet: SpreadFleet, first: object) -> None:
    """Add hosts until one of them is at another worker."""
    for at in range(1000):
        name = f"new{at}"
        await fleet.add(name, "test:///default")
        if (await fleet.map(pid, hosts=[name]))[name].value != first:
            return


@pytest.mark.long
@in_loop
async def test_a_worker_that_hangs_is_given_up(crowd: Crowd) -> None:
    with started(2) as cluster:
        async with joined(cluster) as client:
            hung: int = next(iter((await client.run(os.getpid)).values()))
            async with spread(client, crowd.uris, worker_timeout=20) as fleet:
                pids: dict[str, int | None] = {}
                while hung not in pids.values() or None in pids.values():
                    pids = {host: each.value for host, each in (await fleet.map(pid)).items()}
                os.kill(hung, signal.SIGSTOP)
                try:
                    results = await fleet.map(pid)
                    failed = {host for host, each in results.items() if not each.ok}
                    assert failed == {host for host in pids if pids[host] == hung}
                    for host in failed:
                        assert isinstance(results[host].error, WorkerLostError)
                        assert "within" in str(results[host].error)
                    assert all(each.ok for each in (await fleet.map(count)).values())
                finally:
                    os.kill(hung, signal.SIGCONT)


@pytest.mark.long
@in_loop
async def test_when_all_workers_are_gone_hosts_are_down_until_one_comes(crowd: Crowd) -> None:
    with started(1) as cluster:
        async with joined(cluster) as client, spread(client, crowd.uris) as fleet:
            assert all(each.ok for each in (await fleet.map(count)).values())
            await asyncio.to_thread(cluster.scale, 0)
            while (await fleet.map(count))["host000"].ok:
                pass
            states = await fleet.states()
            assert {each.state for each in states.values()} == {"down"}
            assert all(isinstance(each.error, WorkerLostError) for each in states.values())
            async with fleet.events() as events:
                down = [await events.get() for _ in crowd.names]
                assert {type(each) for each in down} == {HostDown}
                await asyncio.to_thread(cluster.scale, 1)
                await until_up(events, {*crowd.names})
            assert all(each.ok for each in (await fleet.map(count)).values())


@pytest.mark.long
@in_loop
async def test_without_a_worker_it_is_not_opened() -> None:
    with started(0) as cluster:
        async with joined(cluster) as client:
            fleet = spread(client, HERE)
            with pytest.raises(WorkerLostError, match="dask worker"):
                await fleet.__aenter__()


# As with one fleet ----------------------------------------------------------------------------


@in_loop
async def test_values_errors_and_hosts_that_are_down(cluster: Any, crowd: Crowd) -> None:
    hosts = {**crowd.uris, "bad": "nonsense:///"}
    async with joined(cluster) as client, spread(client, hosts, backoff=(50, 60)) as fleet:
        steps: list[tuple[int, int]] = []
        results = await fleet.map(count, progress=lambda *step: steps.append(step))
        assert list(results) == [*crowd.names, "bad"]
        assert [each.value for each in results.values()] == [1] * 12 + [None]
        assert all(each.seconds > 0 for each in results.values() if each.ok)
        assert isinstance(results["bad"].error, Error)
        assert steps == [(at, 13) for at in range(1, 14)]
        some = [each async for each in fleet.each(no_such_domain, hosts=["host003", "host001"])]
        assert sorted(each.host for each in some) == ["host001", "host003"]
        for each in some:
            assert isinstance(each.error, Error)
            assert each.error.get_error_code() == Error.ERR_NO_DOMAIN


async def no_such_domain(conn: Virt) -> Any:
    return await conn.get_domain_by_name("nobody")


@in_loop
async def test_hung_hosts_and_hosts_that_come_back(cluster: Any, crowd: Crowd) -> None:
    async with (
        joined(cluster) as client,
        spread(client, crowd.uris, timeout=0.5, keep_alive=None, backoff=SOON) as fleet,
    ):
        assert all(each.ok for each in (await fleet.map(count, timeout=LONG)).values())
        crowd.hang("host002", "host007")
        crowd.kill("host005")
        results = await fleet.map(count, hosts=["host002", "host007"])
        for host in ("host002", "host007"):
            assert isinstance(results[host].error, TimeoutError)
            assert f"{host} gave no answer within 0.5 seconds" in str(results[host].error)
        results = await fleet.map(count, hosts=["host005"], timeout=LONG)
        assert isinstance(results["host005"].error, Error)
        crowd.release("host002", "host007")
        crowd.revive("host005")
        while not all(each.ok for each in (await fleet.map(count, timeout=LONG)).values()):
            pass


@in_loop
async def test_results_come_while_others_are_under_way(cluster: Any, tmp_path: Path) -> None:
    hosts = {str(at): f"test:///default?socket={at}" for at in range(8)}
    gate = tmp_path / "gate"
    async with joined(cluster) as client, spread(client, hosts) as fleet:
        seen = []
        async for result in fleet.each(partial(wait_for, str(gate))):
            seen.append(result.host)
            # The others wait for whoever reads the first.
            gate.touch()
        assert seen[0] == "0"
        assert sorted(seen) == [*hosts]


@in_loop
async def test_whoever_has_enough_leaves_nothing_running(cluster: Any, tmp_path: Path) -> None:
    async with joined(cluster) as client, spread(client, HERE) as fleet:
        async for result in fleet.each(partial(mark_the_end, str(tmp_path))):
            assert result.ok
            break
        await until(lambda: len([*tmp_path.glob("ended-*")]) == 2)


def mark(folder: str, name: str) -> bool:
    """Make a file; whether it is new."""
    try:
        os.close(os.open(f"{folder}/{name}", os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return False
    return True


async def mark_the_end(folder: str, conn: Virt) -> None:
    """One returns when all three are under way; the others wait until they are cancelled."""
    del conn
    mark(folder, f"begun-{uuid4()}")
    if mark(folder, "first"):
        await until(lambda: len([*Path(folder).glob("begun-*")]) == 3)
        return
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        mark(folder, f"ended-{uuid4()}")
        raise


@in_loop
async def test_hosts_come_and_go_while_it_runs(cluster: Any, crowd: Crowd) -> None:
    async with joined(cluster) as client, spread(client, {}) as fleet:
        assert await fleet.map(count) == {}
        for name, uri in crowd.uris.items():
            await fleet.add(name, {"uri": uri, "readonly": True})
        assert all(each.ok for each in (await fleet.map(count)).values())
        error = (await fleet.map(suspend))["host000"].error
        assert isinstance(error, Error)
        assert "read only" in str(error)
        async with fleet.events() as events:
            await until_up(events, {*crowd.names})
            await fleet.remove("host003")
            event = await events.get()
            assert isinstance(event, HostDown)
            assert event.host == "host003"
        assert list(await fleet.states()) == [each for each in crowd.names if each != "host003"]
        with pytest.raises(ValueError, match="'host003' is not in the fleet"):
            await fleet.remove("host003")
        with pytest.raises(ValueError, match="'host004' is in the fleet already"):
            await fleet.add("host004", "test:///default")
        await until(lambda: crowd.clients() == 11)


async def suspend(conn: Virt) -> None:
    await (await conn.get_domain_by_name("test")).suspend()


async def change(conn: Virt) -> None:
    """One event, at all hosts of a crowd: they have one daemon."""
    dom = await conn.get_domain_by_name("test")
    await (dom.suspend() if (await dom.get_state())[0] == Domain.STATE_RUNNING else dom.resume())


@in_loop
async def test_events_have_names_in_the_place_of_objects(cluster: Any, crowd: Crowd) -> None:
    async with (
        joined(cluster) as client,
        spread(client, crowd.uris) as fleet,
        fleet.events() as events,
        fleet.events(NodeDevice) as others,
    ):
        await until_up(events, {*crowd.names})
        await until_up(others, {*crowd.names})
        await fleet.map(change, hosts=["host000"])
        seen: dict[str, Any] = {}
        while len(seen) < 12:
            event = await events.get()
            assert isinstance(event, tuple)
            host, dom, what, _ = event
            assert what in (Domain.EVENT_SUSPENDED, Domain.EVENT_RESUMED)
            seen[host] = dom
        uuid = seen["host004"].uuid
        assert seen["host004"] == RemoteObject("Domain", "test", uuid, "host004")
        assert len(uuid) == 36
        with pytest.raises(TimeoutError):
            await others.get(timeout=0.01)


@in_loop
async def test_events_that_nobody_reads_are_counted(cluster: Any, crowd: Crowd) -> None:
    async with (
        joined(cluster) as client,
        spread(client, crowd.uris) as fleet,
        fleet.events(maxsize=5) as events,
    ):
        await fleet.map(count)
        await until(lambda: events.lost == 7)
        with pytest.raises(aio.EventsLost) as caught:
            await events.get()
        assert caught.value.count == 7
        assert [type(await events.get()) for _ in range(5)] == [HostUp] * 5
        async with fleet.events(maxsize=1, overflow="drop") as dropping:
            await until(lambda: dropping.lost == 11)
            assert isinstance(await dropping.get(), HostUp)


@in_loop
async def test_the_end_of_the_fleet_ends_what_waits(cluster: Any) -> None:
    async with joined(cluster) as client:
        async with spread(client, HERE) as fleet:
            events = fleet.events()
            await events.__aenter__()
            with pytest.raises(RuntimeError, match="registered already"):
                await events.__aenter__()
            asking = asyncio.ensure_future(fleet.map(wait_long))
            reading = asyncio.ensure_future(collect(events))
            while not (await fleet.map(started_to_wait))["a"].value:
                pass
        errors = [each.error for each in (await asking).values()]
        assert [type(each) for each in errors] == [ConnectionError] * 3
        assert sorted(str(each) for each in await reading) == [
            f"HostUp(host='{host}')" for host in HERE
        ]
        await events.__aexit__(None, None, None)


@in_loop
async def test_a_client_that_is_closed_within_the_block(
    cluster: Any, client: Any, crowd: Crowd
) -> None:
    async with joined(cluster) as own, spread(own, crowd.uris) as fleet:
        assert all(each.ok for each in (await fleet.map(count)).values())
        await own.close()
        errors = [each.error for each in (await fleet.map(count)).values()]
        assert {type(each) for each in errors} == {WorkerLostError}
    while any(map(any, (await asyncio.to_thread(client.run, leftovers)).values())):
        pass
    await until(lambda: not crowd.clients())


@in_loop
async def test_a_sweep_that_begins_while_it_is_closed(cluster: Any) -> None:
    async with joined(cluster) as client:
        async with spread(client, HERE) as fleet:
            assert all(each.ok for each in (await fleet.map(pid)).values())
            asking = [asyncio.ensure_future(fleet.map(pid)) for _ in range(3)]
            closing = asyncio.ensure_future(fleet.__aexit__(None, None, None))
            await asyncio.wait([*asking, closing])
        for each in asking:
            for result in (await each).values():
                assert result.ok or isinstance(result.error, ConnectionError)


async def collect(events: FleetEvents) -> list[Any]:
    return [each async for each in events]


async def wait_long(conn: Virt) -> None:
    del conn
    threading.current_thread().waits = True  # type: ignore[attr-defined]
    await asyncio.sleep(3600)


async def started_to_wait(conn: Virt) -> bool:
    del conn
    return hasattr(threading.current_thread(), "waits")


@in_loop
async def test_the_statistics_of_all_guests(cluster: Any, crowd: Crowd) -> None:
    async with joined(cluster) as client, spread(client, crowd.uris, readonly=True) as fleet:
        for host, each in (await fleet.stats(Domain.STATS_STATE)).items():
            (found,) = each.unwrap()
            assert (found["dom"].cls, found["dom"].name) == ("Domain", "test")
            assert found["dom"].host == host
            assert found["data"]["state.state"] in (Domain.STATE_RUNNING, Domain.STATE_PAUSED)


@in_loop
async def test_nothing_is_left_behind(cluster: Any, crowd: Crowd) -> None:
    async with joined(cluster) as client:
        async with spread(client, crowd.uris) as fleet, fleet.events() as events:
            await until_up(events, {*crowd.names})
            assert crowd.clients() == 12
            assert all((await client.run(leftovers)).values())
        await until_nothing_is_left(client)
        await until(lambda: not crowd.clients())
        # And it can be opened again.
        async with fleet:
            assert all(each.ok for each in (await fleet.map(count)).values())
            with pytest.raises(RuntimeError, match="open already"):
                await fleet.__aenter__()
        await until_nothing_is_left(client)


# What travels ---------------------------------------------------------------------------------


@in_loop
async def test_objects_cannot_travel(cluster: Any) -> None:
    async def domains(conn: Virt) -> Any:
        return await conn.list_all_domains()

    async with joined(cluster) as client, spread(client, HERE) as fleet:
        error = (await fleet.map(domains))["a"].error
        assert isinstance(error, TypeError)
        assert "what the function gave for a can't travel" in str(error)
        assert "cannot pickle or copy a sysvirt.aio.Domain" in str(error)
        async with Sys.Virt.new(uri="test:///default") as conn:
            dom = await conn.get_domain_by_name("test")

            async def of_here(conn: Virt) -> Any:
                del conn
                return dom

            with pytest.raises(TypeError, match="function can't travel to the workers"):
                await fleet.map(of_here)
            with pytest.raises(TypeError, match="function can't travel to the workers"):
                await anext(fleet.each(of_here))


@in_loop
async def test_functions_and_classes_of_the_program_alone(cluster: Any) -> None:
    async def fail(conn: Virt) -> None:
        del conn
        raise ValueError(threading.Lock())

    async def give(conn: Virt) -> Any:
        return Local(await conn.get_type())

    async with joined(cluster) as client, spread(client, HERE) as fleet:
        value = (await fleet.map(give))["a"].value
        assert isinstance(value, Local)
        assert value.value == "TEST"
        error = (await fleet.map(fail))["a"].error
        assert type(error) is RuntimeError
        assert str(error).startswith("ValueError: <unlocked _thread.lock")


class Local:
    """A class of this module's."""

    def __init__(self, value: str) -> None:
        self.value = value


@in_loop
async def test_a_module_that_the_workers_do_not_have(
    cluster: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "only_here.py").write_text(
        "async def f(conn):\n    return 1\ndef password(credentials):\n    return []\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    import only_here  # type: ignore[import-not-found]

    async with joined(cluster) as client:
        async with spread(client, HERE) as fleet:
            errors = [each.error for each in (await fleet.map(only_here.f)).values()]
            assert [type(each) for each in errors] == [ModuleNotFoundError] * 3
            assert all(each.ok for each in (await fleet.map(pid)).values())
        how = {
            "uri": "test:///default",
            "auth": True,
            "credlist": [Virt.CRED_PASSPHRASE],
            "callback": only_here.password,
        }
        with pytest.raises(ModuleNotFoundError, match="only_here"):
            await spread(client, {"a": how}).__aenter__()
        await until_nothing_is_left(client)


# What makes no sense --------------------------------------------------------------------------


@in_loop
async def test_it_has_to_be_entered_in_the_loop_of_its_client(cluster: Any, client: Any) -> None:
    fleet = spread(client, HERE)
    with pytest.raises(RuntimeError, match="another loop"):
        await fleet.__aenter__()
    with pytest.raises(RuntimeError, match="async with"):
        await fleet.map(pid)
    with pytest.raises(RuntimeError, match="async with"):
        await fleet.add("d", "test:///default")
    with pytest.raises(RuntimeError, match="async with"):
        fleet.events()
    async with joined(cluster) as own, spread(own, HERE) as running:
        for wanted, error in WRONG:
            (name,) = wanted
            with pytest.raises(error, match=name.removesuffix("s")):
                await running.map(**{"function": pid, **wanted})
        for wanted in ({"cls": int}, {"maxsize": 0}, {"overflow": "ignore"}):
            with pytest.raises(ValueError, match=next(iter(wanted))):
                running.events(**wanted)


WRONG: list[tuple[dict[str, Any], type[Exception]]] = [
    ({"function": 5}, TypeError),
    ({"hosts": "a"}, TypeError),
    ({"hosts": ["nobody"]}, ValueError),
    ({"timeout": 0}, ValueError),
]


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        ({"at_once": 0}, ValueError),
        ({"readonly": "yes"}, TypeError),
        ({"worker_timeout": 0}, ValueError),
        ({"backoff": (5, 1)}, ValueError),
        ({"hosts": "test:///default"}, TypeError),
        ({"client": "tcp://127.0.0.1:8786"}, TypeError),
    ],
)
def test_what_it_cannot_be_made_with(client: Any, wanted: Any, error: type[Exception]) -> None:
    (name,) = wanted
    with pytest.raises(error, match=name):
        spread(**{"client": client, "hosts": HERE, **wanted})
