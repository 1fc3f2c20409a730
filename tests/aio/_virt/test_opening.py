"""Opening and closing: as a coroutine, with a question for credentials, cancelled, and cut."""

from __future__ import annotations

import asyncio
import gc
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest

import sysvirt
from sysvirt.aio import Error, InvalidStateError, Sys, Virt
from tests.aio.playing import in_loop, until
from tests.campaign import run_apart
from tests.hosts.daemon import Daemon
from tests.hosts.proxy import Proxy
from tests.patience import LONG

URI = "test:///default"
GUARDED = """<node>
  <auth><user password='123456'>bill</user></auth>
  <cpu><mhz>6000</mhz></cpu>
</node>"""
CREDLIST = [Virt.CRED_AUTHNAME, Virt.CRED_PASSPHRASE]
RIGHT = {Virt.CRED_AUTHNAME: "bill", Virt.CRED_PASSPHRASE: "123456"}


@pytest.fixture
def guarded(tmp_path: Path) -> str:
    """A test driver that asks for a name and a password."""
    file = tmp_path / "node.xml"
    file.write_text(GUARDED)
    return f"test://{file}"


@in_loop
async def test_it_is_a_coroutine_and_a_context() -> None:
    conn = await Sys.Virt.new(uri=URI)
    await conn.close()
    conn = await asyncio.create_task(Sys.Virt.new(address=URI))
    async with conn:
        assert await conn.get_type() == "TEST"
    async with Sys.Virt.new(uri=URI) as conn:
        assert await conn.get_type() == "TEST"
    with pytest.raises(InvalidStateError, match="the connection is closed"):
        await conn.get_type()
    first, second = await asyncio.gather(Sys.Virt.new(uri=URI), Sys.Virt.new(uri=URI))
    await first.close()
    await second.close()


def test_one_that_nobody_awaits_is_warned_about() -> None:
    opening = [Sys.Virt.new(uri=URI)]
    with pytest.warns(RuntimeWarning, match="was never awaited"):
        opening.clear()


class Mine(Virt):
    """A subclass."""

    __slots__ = ()


@in_loop
async def test_a_subclass_opens_one_of_its_own() -> None:
    async with Mine.new(uri=URI) as conn:
        assert type(conn) is Mine


@in_loop
async def test_what_libvirt_refuses_comes_out() -> None:
    with pytest.raises(Error) as caught:
        await Sys.Virt.new(uri="nonsense:///")
    with pytest.raises(Error) as wanted:
        sysvirt.Virt(uri="nonsense:///")
    assert caught.value.err == wanted.value.err


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"uri": 3}, TypeError),
        ({"flags": -1}, ValueError),
        ({"readonly": "yes"}, TypeError),
        ({"auth": True, "credlist": [1]}, ValueError),
        ({"callback": 3}, TypeError),
        ({"width": 0}, ValueError),
    ],
)
@in_loop
async def test_bad_arguments_name_their_parameter(
    arguments: dict[str, Any], error: type[Exception]
) -> None:
    opening = Sys.Virt.new(**arguments)
    with pytest.raises(error, match=next(iter(arguments)) + "|credlist"):
        await opening


@in_loop
async def test_credentials_are_asked_for_in_the_loop(guarded: str) -> None:
    loops: list[object] = []

    async def ask(credentials: list[Any]) -> int:
        loops.append(asyncio.get_running_loop())
        for credential in credentials:
            credential["result"] = RIGHT[credential["type"]]
        return 0

    opening = Sys.Virt.new(uri=guarded, auth=True, credlist=CREDLIST, callback=ask)
    async with opening as conn:
        assert await conn.get_type() == "TEST"
    assert set(loops) == {asyncio.get_running_loop()}


class Asking:
    """An object that is called, and awaited."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error

    async def __call__(self, credentials: list[Any]) -> None:
        if self.error is not None:
            raise self.error
        for credential in credentials:
            credential["result"] = RIGHT[credential["type"]]


@in_loop
async def test_what_the_question_raises_comes_out(guarded: str) -> None:
    callback = Asking()
    async with Sys.Virt.new(uri=guarded, auth=True, credlist=CREDLIST, callback=callback):
        pass
    with pytest.raises(KeyError, match="mine"):
        await Sys.Virt.new(
            uri=guarded, auth=True, credlist=CREDLIST, callback=Asking(KeyError("mine"))
        )


@in_loop
async def test_an_ordinary_function_is_asked_in_the_thread(guarded: str) -> None:
    def ask(credentials: list[Any]) -> None:
        for credential in credentials:
            credential["result"] = RIGHT[credential["type"]]

    async with Sys.Virt.new(uri=guarded, auth=True, credlist=CREDLIST, callback=ask) as conn:
        assert await conn.get_type() == "TEST"


#: In a process of its own: other tests have sockets that come and go.
CANCELLED = """
import asyncio, os, signal
from sysvirt.aio import Sys
from tests.campaign import run_apart
from tests.hosts.daemon import Daemon

def is_socket(fd):
    try:
        return os.readlink(f"/proc/self/fd/{fd}").startswith("socket:")
    except OSError:
        # Closed meanwhile, as the one that lists them is.
        return False

def sockets():
    return sum(map(is_socket, os.listdir("/proc/self/fd")))

async def main(daemon):
    async with Sys.Virt.new(uri=daemon.uri()):
        open_one = sockets()
    while (before := sockets()) >= open_one:
        await asyncio.sleep(0.01)
    daemon.signal(signal.SIGSTOP)
    for _ in range(3):
        opening = asyncio.create_task(Sys.Virt.new(uri=daemon.uri()))
        while sockets() <= before:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
        assert not opening.done()
        opening.cancel()
        await asyncio.wait([opening])
        assert opening.cancelled()
        while sockets() > before:
            await asyncio.sleep(0.01)
    daemon.signal(signal.SIGCONT)
    async with Sys.Virt.new(uri=daemon.uri()) as conn:
        print(await conn.get_type())

with Daemon() as daemon:
    asyncio.run(main(daemon))
"""


def test_an_opening_that_is_cancelled_leaves_nothing(daemon: Daemon) -> None:  # noqa: ARG001
    """The daemon is stopped, so that the opening hangs: its socket is cut."""
    done = run_apart([sys.executable, "-c", CANCELLED], LONG)
    assert not done.hung, done.errors
    assert done.output == "TEST\n", done.errors


@in_loop
async def test_one_that_opens_too_late_is_closed(guarded: str) -> None:
    going = asyncio.Event()
    asked = asyncio.Event()

    async def ask(credentials: list[Any]) -> None:
        asked.set()
        for credential in credentials:
            credential["result"] = RIGHT[credential["type"]]
        await going.wait()

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        opening = asyncio.create_task(
            Sys.Virt.new(uri=guarded, auth=True, credlist=CREDLIST, callback=ask)
        )
        await asked.wait()
        opening.cancel()
        await asyncio.wait([opening])
        assert opening.cancelled()
        going.set()
        await asyncio.sleep(0.1)
        gc.collect()


@in_loop
async def test_closing_twice_does_no_harm() -> None:
    conn = await Sys.Virt.new(uri=URI)
    await asyncio.gather(conn.close(), conn.close(), conn.close(timeout=1))
    await conn.close()
    assert await conn.closed() == conn.CLOSE_REASON_CLIENT


@in_loop
async def test_closing_that_is_cancelled_cuts(proxy: Proxy) -> None:
    conn = await Sys.Virt.new(uri=proxy.uri())
    dom = await conn.get_domain_by_name("test")
    proxy.hold("DOMAIN_GET_STATE")
    hung = asyncio.create_task(dom.get_state())
    await until(lambda: conn.pending[1])
    closing = asyncio.create_task(conn.close())
    await asyncio.sleep(0.02)
    closing.cancel()
    with pytest.raises(Error):
        await hung
    assert closing.cancelled()
    await conn.close()


@in_loop
async def test_a_second_one_has_its_own_limit(proxy: Proxy) -> None:
    conn = await Sys.Virt.new(uri=proxy.uri())
    dom = await conn.get_domain_by_name("test")
    proxy.hold("DOMAIN_GET_STATE")
    hung = asyncio.create_task(dom.get_state())
    await until(lambda: conn.pending[1])
    patient = asyncio.create_task(conn.close())
    await asyncio.sleep(0.02)
    await conn.close(timeout=0.05)
    await patient
    with pytest.raises(Error):
        await hung


@in_loop
async def test_a_limit_does_not_wait_for_python() -> None:
    import threading

    going = threading.Event()
    conn = await Sys.Virt.new(uri=URI)
    running = asyncio.create_task(conn.run(lambda _conn: going.wait()))
    await until(lambda: conn.pending[1])
    await conn.close(timeout=0.01)
    assert not running.done()
    going.set()
    await running
    await conn.close()


@in_loop
async def test_a_limit_is_a_number() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        with pytest.raises(TypeError, match="timeout"):
            await conn.close(timeout="1")  # type: ignore[arg-type]


@in_loop
async def test_a_question_that_is_given_up_keeps_no_turn(guarded: str) -> None:
    asked, ended = asyncio.Event(), asyncio.Event()

    async def hang(_credentials: list[Any]) -> None:
        asked.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    opening = asyncio.create_task(
        Sys.Virt.new(uri=guarded, auth=True, credlist=CREDLIST, callback=hang)
    )
    await asked.wait()
    opening.cancel()
    await asyncio.wait([opening])
    await ended.wait()
    # The next one of the same host.
    async with Sys.Virt.new(uri=guarded, auth=True, credlist=CREDLIST, callback=Asking()):
        pass
