"""A host that comes and goes, with a real daemon behind it."""

from __future__ import annotations

import asyncio
import gc
import threading
import time
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest

from sysvirt.aio import ConnectionLostError, Error, Fleet, Result, Sys, Virt
from tests.aio.playing import in_loop, until
from tests.hosts.crowd import Crowd
from tests.hosts.daemon import Daemon
from tests.patience import LONG

#: So that a host that is back is found soon.
SOON = (0.05, 0.1)


def names_of(fleet: Fleet, state: str) -> list[str]:
    """The hosts in a state."""
    return [name for name, each in fleet.states().items() if each.state == state]


async def look(conn: Virt) -> int:
    """Something that needs the daemon."""
    return len(await conn.list_all_domains())


async def first(number: int, results: AsyncGenerator[Result[int], None]) -> list[Result[int]]:
    """So many results, as they come, and no more."""
    found: list[Result[int]] = []
    while len(found) < number:
        found.append(await anext(results))
    await results.aclose()
    return found


@in_loop
async def test_hosts_come_up_by_themselves(crowd: Crowd) -> None:
    async with Fleet(crowd.uris) as fleet:
        assert names_of(fleet, "new") == crowd.names
        before = time.time()
        await until(lambda: names_of(fleet, "up") == crowd.names)
        assert all(abs(each.since - before) < LONG for each in fleet.states().values())
        assert crowd.clients() == len(crowd.names)
    await until(lambda: not crowd.clients())


@in_loop
async def test_a_host_that_cannot_be_reached_is_tried_again(crowd: Crowd) -> None:
    crowd.kill("host003")
    async with Fleet(crowd.uris, backoff=SOON) as fleet:
        result = (await fleet.map(look))["host003"]
        assert isinstance(result.error, ConnectionLostError)
        state = fleet.states()["host003"]
        assert state.state == "down"
        assert isinstance(state.error, ConnectionLostError)
        crowd.revive("host003")
        await until(lambda: fleet.states()["host003"].state == "up")
        assert (await fleet.map(look))["host003"].value == 1


@in_loop
async def test_the_next_try_is_told(crowd: Crowd) -> None:
    crowd.kill("host000")
    async with Fleet(crowd.uris, backoff=(50, 60)) as fleet:
        await fleet.map(look)
        await until(lambda: fleet.states()["host000"].next_try is not None)
        state = fleet.states()["host000"]
        assert state.next_try is not None
        assert 0 < state.next_try - time.time() < 60
        assert state.since <= time.time()


@in_loop
async def test_a_host_that_breaks_is_down_and_comes_back(crowd: Crowd) -> None:
    async with Fleet(crowd.uris, backoff=SOON) as fleet:
        await fleet.map(look)
        crowd.kill("host001")
        await until(lambda: fleet.states()["host001"].state == "down")
        assert isinstance(fleet.states()["host001"].error, ConnectionLostError)
        crowd.revive("host001")
        await until(lambda: fleet.states()["host001"].state == "up")
        assert all(each.ok for each in (await fleet.map(look)).values())


@in_loop
async def test_a_daemon_that_was_killed_and_started_again(daemon: Daemon) -> None:
    async with Fleet({"only": daemon.uri()}, backoff=SOON) as fleet:
        assert (await fleet.map(look))["only"].value == 1
        daemon.kill()
        await until(lambda: fleet.states()["only"].state == "down")
        daemon.start()
        await until(lambda: fleet.states()["only"].state == "up")
        assert (await fleet.map(look))["only"].value == 1


@in_loop
async def test_hung_hosts_delay_nobody_and_are_given_up_after_two_silences(crowd: Crowd) -> None:
    hung = ["host002", "host007"]
    well = [name for name in crowd.names if name not in hung]
    async with Fleet(crowd.uris, timeout=LONG, keep_alive=None, backoff=(50, 60)) as fleet:
        await fleet.map(look)
        crowd.hang(*hung)
        for _ in range(2):
            seen = await first(len(well), fleet.each(look))
            assert sorted(each.host for each in seen) == well
            assert all(each.value == 1 for each in seen)
            # A limit for these alone: on a busy machine others may take as long.
            silent = await fleet.map(look, hosts=hung, timeout=0.5)
            assert all(isinstance(each.error, TimeoutError) for each in silent.values())
        await until(lambda: names_of(fleet, "down") == hung)
        result = (await fleet.map(look))["host002"]
        assert isinstance(result.error, TimeoutError)
        assert "host002 gave no answer within 0.5 seconds" in str(result.error)
        # It wasn't asked.
        assert result.seconds == 0


@in_loop
async def test_one_silence_is_forgiven(crowd: Crowd) -> None:
    async with Fleet(crowd.uris, timeout=0.3, keep_alive=None) as fleet:
        conn = await fleet.host("host004")
        for _ in range(3):
            crowd.hang("host004")
            results = await fleet.map(look, hosts=["host004"])
            assert isinstance(results["host004"].error, TimeoutError)
            crowd.release("host004")
            await until(lambda: conn.pending[1] == 0)
            results = await fleet.map(look, hosts=["host004"], timeout=LONG)
            assert results["host004"].value == 1
        assert await fleet.host("host004") is conn


@in_loop
async def test_the_threads_of_hung_hosts_end(crowd: Crowd) -> None:
    async with Fleet(crowd.uris, timeout=0.3, keep_alive=None, backoff=(50, 60)) as fleet:
        await fleet.map(look, timeout=LONG)
        await fleet.remove("host000")
        crowd.hang(*crowd.names)
        await fleet.map(look)
        # Each of the others has a call that hangs in a thread.
        before = threading.active_count()
        await fleet.map(look)
        await until(lambda: names_of(fleet, "down") == crowd.names[1:])
        await until(lambda: threading.active_count() < before)


@in_loop
async def test_a_host_that_hangs_while_it_is_opened(crowd: Crowd) -> None:
    crowd.hang("host005")
    hosts = {"host005": crowd.uris["host005"]}
    async with Fleet(hosts, open_timeout=2, backoff=SOON) as fleet:
        result = (await fleet.map(look))["host005"]
        assert isinstance(result.error, TimeoutError)
        assert "host005 could not be opened within 2 seconds" in str(result.error)
        crowd.release("host005")
        await until(lambda: fleet.states()["host005"].state == "up")


@in_loop
async def test_what_a_function_raises_is_a_result(crowd: Crowd) -> None:
    async def fail(conn: Virt) -> Any:
        if "host003" in conn.get_uri():
            raise KeyError("mine")
        return await conn.get_domain_by_name("nobody")

    async with Fleet(crowd.uris) as fleet:
        results = await fleet.map(fail)
        assert isinstance(results["host003"].error, KeyError)
        assert isinstance(results["host000"].error, Error)
        assert results["host000"].error.get_error_code() == Error.ERR_NO_DOMAIN
        # The hosts answered: none of them is given up for it.
        for _ in range(3):
            await fleet.map(fail)
        assert names_of(fleet, "up") == crowd.names


@in_loop
async def test_leaving_while_hosts_hang(crowd: Crowd) -> None:
    async with Fleet(crowd.uris, keep_alive=None) as fleet:
        await fleet.map(look)
        crowd.hang("host001", "host002")
        conn, asked = await fleet.host("host001"), asyncio.Event()

        async def ask(other: Virt) -> int:
            if other is conn:
                asked.set()
            return await look(other)

        sweep = asyncio.create_task(fleet.map(ask))
        await asked.wait()
    results = await sweep
    assert not results["host001"].ok
    with pytest.raises(RuntimeError, match="isn't open"):
        await fleet.map(look)
    with pytest.raises(Error):
        await Sys.Virt.get_hostname(conn)


NODE = """
<node>
  <auth><user password='123456'>bill</user></auth>
</node>
"""


@pytest.mark.parametrize("kind", [SystemExit, asyncio.CancelledError, KeyError])
@in_loop
async def test_a_credential_callback_that_fails_is_no_end(
    tmp_path: Path, kind: type[BaseException]
) -> None:
    (tmp_path / "node.xml").write_text(NODE)
    answers = [kind]

    def ask(credentials: list[Any]) -> None:
        if answers:
            raise answers.pop()("mine")
        for each in credentials:
            each["result"] = "bill" if each["type"] == Virt.CRED_AUTHNAME else "123456"

    how = {
        "uri": f"test://{tmp_path}/node.xml",
        "auth": True,
        "credlist": (each for each in [Virt.CRED_AUTHNAME, Virt.CRED_PASSPHRASE]),
        "callback": ask,
    }
    async with Fleet({"asks": how}, backoff=SOON) as fleet:
        result = (await fleet.map(look))["asks"]
        assert isinstance(result.error, Exception)
        assert "mine" in repr(result.error)
        # It is tried again, with the same questions.
        await until(lambda: fleet.states()["asks"].state == "up")
        assert (await fleet.map(look))["asks"].value == 0


@in_loop
async def test_leaving_in_a_hurry_leaves_nothing(crowd: Crowd) -> None:
    before = threading.active_count()

    async def hang() -> None:
        fleet = Fleet(crowd.uris, keep_alive=None, timeout=3600)
        async with asyncio.timeout(0.3), fleet, fleet.events():
            await fleet.map(look)
            crowd.hang(*crowd.names)
            await fleet.map(look)

    with pytest.raises(TimeoutError):
        await hang()
    # The hosts answer never: what isn't cut would stay.
    await until(lambda: threading.active_count() <= before + 1)
    crowd.release(*crowd.names)
    await until(lambda: not crowd.clients())


async def save(conn: Virt) -> None:
    await (await conn.get_domain_by_name("test")).save("/nowhere")


async def cancel(conn: Virt) -> None:
    try:
        await save(conn)
    except Error as error:
        raise asyncio.CancelledError from error


@pytest.mark.parametrize("fail", [save, cancel])
@in_loop
async def test_an_error_that_is_forgotten_keeps_no_connection_open(crowd: Crowd, fail: Any) -> None:
    async with Fleet(crowd.uris, readonly=True) as fleet:
        gc.collect()
        gc.disable()
        try:
            assert not any(each.ok for each in (await fleet.map(fail)).values())
            await fleet.remove("host003")
            await until(lambda: crowd.clients() == len(crowd.names) - 1)
        finally:
            gc.enable()
