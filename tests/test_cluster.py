"""A fleet that is spread over a Dask cluster, for scripts without asyncio."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

import sysvirt
from sysvirt import Domain, Error, Virt
from sysvirt.cluster import HostDown, HostUp, RemoteObject, WorkerLostError, spread
from tests.clusters import REASON, THREAD, leftovers, pid, pid_plain, started
from tests.hosts import programs, wait_until
from tests.hosts.auth import Certificates
from tests.hosts.crowd import Crowd
from tests.patience import LONG

HERE = {"a": "test:///default", "b": "test:///default", "c": "test:///default"}


pytestmark = pytest.mark.usefixtures("all_workers_join")


def names(conn: Virt) -> list[str]:
    assert type(conn) is sysvirt.Virt
    return [dom.get_name() for dom in conn.list_all_domains()]


def change(conn: Virt) -> None:
    """One event, at all hosts of a crowd: they have one daemon."""
    dom = conn.get_domain_by_name("test")
    (dom.suspend if dom.get_state()[0] == Domain.STATE_RUNNING else dom.resume)()


def until_nothing_is_left(client: Any) -> None:
    """What is dropped takes a moment to end."""
    while any(client.run(leftovers).values()):
        time.sleep(0.02)


def test_functions_get_ordinary_connections_at_the_workers(client: Any, crowd: Crowd) -> None:
    with spread(client, crowd.uris) as fleet:
        results = list(fleet.each(names))
        assert sorted(each.host for each in results) == crowd.names
        assert all(each.value == ["test"] for each in results)
        pids = {each.unwrap() for each in fleet.map(pid_plain).values()}
        assert pids <= set(client.run(os.getpid).values())
        assert os.getpid() not in pids
        (result,) = fleet.map(lambda conn: conn.get_type(), hosts=["host003"]).values()
        assert (result.host, result.value) == ("host003", "TEST")


def test_what_goes_wrong_is_a_result(client: Any) -> None:
    steps: list[tuple[int, int]] = []
    with spread(client, {**HERE, "bad": "nonsense:///"}) as fleet:
        results = fleet.map(
            lambda conn: conn.get_domain_by_name("nobody"),
            progress=lambda *step: steps.append(step),
        )
        assert [type(each.error).__name__ for each in results.values()][:3] == ["NotFoundError"] * 3
        assert isinstance(results["bad"].error, Error)
        assert steps[-1] == (4, 4)
        error = fleet.map(lambda conn: conn.list_domains())["a"].error
        assert isinstance(error, TypeError)
        assert "can't travel" in str(error)
        waited = fleet.map(lambda conn: time.sleep(3), hosts=["a"], timeout=0.1)["a"]  # noqa: ARG005
        assert isinstance(waited.error, TimeoutError)


def test_whoever_has_enough_may_leave(client: Any) -> None:
    with spread(client, HERE) as fleet:
        for result in fleet.each(names):
            assert result.value == ["test"]
            break
        assert len(fleet.map(names)) == 3


def test_hosts_states_and_statistics(client: Any) -> None:
    with spread(client, {"a": "test:///default"}, readonly=True) as fleet:
        fleet.add("b", "test:///default")
        fleet.map(names)
        assert {name: each.state for name, each in fleet.states().items()} == {"a": "up", "b": "up"}
        fleet.remove("a")
        ((found),) = fleet.stats(Domain.STATS_STATE)["b"].unwrap()
        assert isinstance(found["dom"], RemoteObject)
        assert found["data"]["state.state"] in (Domain.STATE_RUNNING, Domain.STATE_PAUSED)
        with pytest.raises(ValueError, match="'a' is not in the fleet"):
            fleet.remove("a")


@pytest.mark.long
def test_events_and_a_worker_that_is_killed(crowd: Crowd) -> None:
    with started(2) as cluster:
        distributed = pytest.importorskip("distributed", reason=REASON)
        with (
            distributed.Client(cluster, set_as_default=False) as client,
            spread(client, crowd.uris) as fleet,
            fleet.events() as events,
        ):
            assert sorted(str(next(events)) for _ in crowd.names) == [
                str(HostUp(name)) for name in crowd.names
            ]
            fleet.map(change, hosts=["host000"])
            seen = {event[0]: event[1] for event in [next(events) for _ in crowd.names]}  # type: ignore[index]
            assert seen["host004"].cls == "Domain"
            assert seen["host004"].name == "test"
            pids = {host: each.unwrap() for host, each in fleet.map(pid_plain).items()}
            moving = {host for host in pids if pids[host] == pids["host000"]}
            os.kill(pids["host000"], signal.SIGKILL)
            told: list[Any] = []
            while len(told) < 2 * len(moving):
                told.append(events.get(timeout=LONG))
            down = [each for each in told if isinstance(each, HostDown)]
            assert {each.host for each in down} >= moving
            assert all(isinstance(each.error, WorkerLostError) for each in down[: len(moving)])
            assert all(each.ok for each in fleet.map(names).values())


def test_nothing_is_left_behind(client: Any, crowd: Crowd) -> None:
    with spread(client, crowd.uris) as fleet, fleet.events() as events:
        assert isinstance(next(events), HostUp)
        fleet.map(names)
        assert crowd.clients() == 12
    until_nothing_is_left(client)
    wait_until(lambda: crowd.clients() == 0, "the hosts have seen the end")
    assert [each.name for each in threading.enumerate() if each.name == THREAD] == []


def test_events_end_with_their_fleet(client: Any) -> None:
    fleet = spread(client, {"a": "test:///default"})
    with fleet:
        early = fleet.events()
        with pytest.raises(RuntimeError, match="enter them by"):
            next(early)
        events = fleet.events()
        assert events.__enter__().get(timeout=LONG) == HostUp("a")
    assert list(events) == []
    with pytest.raises(Error, match="closed"):
        events.get()
    events.__exit__(None, None, None)
    with fleet, pytest.raises(RuntimeError, match="isn't open any more"):
        early.__enter__()


def test_a_client_that_is_closed_within_the_block(client: Any, cluster: Any, crowd: Crowd) -> None:
    other = type(client)(cluster.scheduler_address, set_as_default=False)
    with spread(other, crowd.uris) as fleet:
        assert all(each.ok for each in fleet.map(names).values())
        other.close()
        with pytest.raises(RuntimeError):
            fleet.map(names)
    until_nothing_is_left(client)
    wait_until(lambda: crowd.clients() == 0, "the hosts have seen the end")


CLIENT = """
import sys
from distributed import Client
from sysvirt.cluster import spread

if __name__ == "__main__":
    with Client(sys.argv[1]) as client:
        with spread(client, dict(each.split("=", 1) for each in sys.argv[2:])) as fleet:
            assert all(each.ok for each in fleet.map(lambda conn: conn.get_type()).values())
            print("ready", flush=True)
            sys.stdin.read()
"""


@pytest.mark.long
def test_a_client_that_is_killed_leaves_nothing_behind(
    client: Any, cluster: Any, crowd: Crowd
) -> None:
    hosts = [f"{name}={uri}" for name, uri in crowd.uris.items()]
    with subprocess.Popen(
        [sys.executable, "-c", CLIENT, cluster.scheduler_address, *hosts],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        assert crowd.clients() == 12
        process.kill()
    until_nothing_is_left(client)
    wait_until(lambda: crowd.clients() == 0, "the hosts have seen the end")


@pytest.mark.long
def test_a_cluster_with_tls(tmp_path: Path, crowd: Crowd) -> None:
    distributed = pytest.importorskip("distributed", reason=REASON)
    if programs.find("certtool") is None:
        pytest.skip(f"needs certtool ({programs.PACKAGES['certtool']})")
    for name in ("own", "foreign"):
        certificates = Certificates(tmp_path / name)
        certificates.create(["127.0.0.1"])
        certificates.create_peer(["127.0.0.1"])
    with started(2, security=security(tmp_path / "own"), protocol="tls") as cluster:
        address = cluster.scheduler_address
        assert address.startswith("tls://")
        with distributed.Client(address, security=security(tmp_path / "own")) as client:
            assert {each.partition(":")[0] for each in client.nthreads()} == {"tls"}
            with spread(client, crowd.uris) as fleet, fleet.events() as events:
                assert isinstance(next(events), HostUp)
                assert all(each.value == ["test"] for each in fleet.map(names).values())
        with pytest.raises(OSError, match="TLS certificate does not match"):
            distributed.Client(address, security=security(tmp_path / "foreign"), timeout=LONG)


def security(folder: Path) -> Any:
    """What Dask is told of certificates: each end shows one of the same authority."""
    from distributed.security import Security

    mine = {"cert": str(folder / "peercert.pem"), "key": str(folder / "peerkey.pem")}
    ends = ("scheduler", "worker", "client")
    return Security(
        require_encryption=True,
        tls_ca_file=str(folder / "cacert.pem"),
        **{f"tls_{end}_{part}": mine[part] for end in ends for part in mine},
    )


def test_it_has_to_be_entered(client: Any) -> None:
    fleet = spread(client, HERE)
    for use in (
        lambda: fleet.map(names),
        lambda: fleet.each(names),
        fleet.states,
        lambda: fleet.remove("a"),
        lambda: fleet.add("d", "test:///default"),
        fleet.stats,
        fleet.events,
    ):
        with pytest.raises(RuntimeError, match="enter it by"):
            use()
    with fleet, pytest.raises(RuntimeError, match="open already"):
        fleet.__enter__()


def test_what_makes_no_sense_is_refused(client: Any) -> None:
    with spread(client, HERE) as fleet:
        wrong: list[tuple[dict[str, Any], type[Exception]]] = [
            ({"function": 5}, TypeError),
            ({"function": pid}, TypeError),
            ({"hosts": "a"}, TypeError),
            ({"timeout": 0}, ValueError),
        ]
        for wanted, error in wrong:
            (name,) = wanted
            with pytest.raises(error, match=name):
                fleet.map(**{"function": names, **wanted})
            with pytest.raises(error, match=name):
                list(fleet.each(**{"function": names, **wanted}))


def test_an_asynchronous_client_is_for_the_awaited_one(client: Any) -> None:
    async def use() -> None:
        async with type(client)(
            client.scheduler.address, asynchronous=True, set_as_default=False
        ) as other:
            with pytest.raises(RuntimeError, match=r"sysvirt\.aio\.cluster\.spread"):
                spread(other, HERE).__enter__()

    asyncio.run(use())


def test_importing_it_loads_no_dask() -> None:
    code = (
        "import sys, sysvirt, sysvirt.fleet, sysvirt.cluster\n"
        "print({'dask', 'distributed', 'cloudpickle'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)
    assert done.stdout == b"set()\n"
    code = "import sys, sysvirt, sysvirt.fleet; print('sysvirt.cluster' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)
    assert done.stdout == b"False\n"
