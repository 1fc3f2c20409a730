"""What belongs to a connection as a whole: `run`, `of`, `pending`, and being dropped."""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
import warnings
import weakref
from typing import Any

import pytest

import sysvirt
from sysvirt.aio import ConnectionLostError, InvalidStateError, Sys
from tests.aio.playing import in_loop, until
from tests.campaign import run_apart
from tests.hosts.daemon import Daemon
from tests.hosts.proxy import Proxy
from tests.patience import LONG

URI = "test:///default"


@in_loop
async def test_run_makes_many_calls_for_one_hop() -> None:
    def names(conn: sysvirt.Virt, prefix: str, *, suffix: str) -> list[str]:
        assert type(conn) is sysvirt.Virt
        return [prefix + dom.get_name() + suffix for dom in conn.list_all_domains()]

    async with Sys.Virt.new(uri=URI) as conn:
        assert await conn.run(names, "<", suffix=">") == ["<test>"]
        with pytest.raises(TypeError, match="function must be"):
            await conn.run(3)  # type: ignore[arg-type]


@in_loop
async def test_of_stands_beside_a_synchronous_connection() -> None:
    sync = sysvirt.Virt(uri=URI)
    conn = Sys.Virt.of(sync, width=1)
    assert conn.sync is sync
    assert await conn.get_type() == "TEST"
    went = weakref.ref(conn)
    del conn
    gc.collect()
    assert went() is None
    # What it stood beside is the program's.
    assert sync.get_type() == "TEST"
    await Sys.Virt.of(sync).close()
    with pytest.raises(InvalidStateError, match="the connection is closed"):
        sync.get_type()


@pytest.mark.parametrize(
    ("value", "width", "error"),
    [("test", 1, TypeError), (None, 1, TypeError), (URI, 0, ValueError), (URI, "4", TypeError)],
)
@in_loop
async def test_of_refuses_what_makes_no_sense(
    value: object, width: object, error: type[Exception]
) -> None:
    sync = sysvirt.Virt(uri=URI)
    conn: Any = sync if value == URI else value
    with pytest.raises(error, match="width|conn must be a sysvirt.Virt"):
        Sys.Virt.of(conn, width=width)  # type: ignore[arg-type]


@in_loop
async def test_one_that_is_dropped_open_is_cut(proxy: Proxy) -> None:
    conn = await Sys.Virt.new(uri=proxy.uri())
    sync = conn.sync
    opened = [conn]
    del conn
    with pytest.warns(ResourceWarning, match="was never closed"):
        opened.clear()
    with pytest.raises((ConnectionLostError, InvalidStateError)):
        sync.get_hostname()


@in_loop
async def test_one_that_is_closed_is_dropped_in_silence() -> None:
    conn = await Sys.Virt.new(uri=URI)
    await conn.close()
    went = weakref.ref(conn)
    del conn
    assert went() is None


def test_one_that_something_kept_from_being_closed_whole_is_dropped_in_silence() -> None:
    begun, going = threading.Event(), threading.Event()

    def hang(conn: sysvirt.Virt) -> None:  # noqa: ARG001
        begun.set()
        going.wait()

    async def main() -> None:
        conn = await Sys.Virt.new(uri=URI)
        running = asyncio.create_task(conn.run(hang))
        await until(begun.is_set)
        running.cancel()
        # It has no socket that could be cut.
        await conn.close(0)

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        asyncio.run(main())
        going.set()
        gc.collect()
    assert [str(each.message) for each in caught] == []


@in_loop
async def test_abort_ends_all_calls_at_once(proxy: Proxy) -> None:
    conn = await Sys.Virt.new(uri=proxy.uri())
    dom = await conn.get_domain_by_name("test")
    proxy.hold("DOMAIN_GET_STATE")
    tasks = [asyncio.create_task(dom.get_state()) for _ in range(6)]
    await until(lambda: conn.pending == (2, 4, 0))
    assert conn.abort()
    answers = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(answer) for answer in answers] == [ConnectionLostError] * 6
    with pytest.raises(ConnectionLostError):
        await dom.get_info()
    assert conn.abort()
    await conn.close()


HANG = """
import asyncio, sys
from sysvirt.aio import Sys
from tests.hosts.daemon import Daemon
from tests.hosts.proxy import Proxy

async def main(proxy):
    conn = await Sys.Virt.new(uri=proxy.uri())
    dom = await conn.get_domain_by_name("test")
    proxy.hold("DOMAIN_GET_STATE")
    tasks = [asyncio.create_task(dom.get_state()) for _ in range(4)]
    while conn.pending[1] < 4:
        await asyncio.sleep(0.01)
    print("hung")
    for task in tasks:
        task.cancel()

with Daemon() as daemon:
    proxy = Proxy(daemon.socket)
    proxy.start()
    asyncio.run(main(proxy))
    # The proxy would cut them.
    print("ends")
"""


def test_the_interpreter_does_not_wait_for_hung_calls(daemon: Daemon) -> None:  # noqa: ARG001
    """The program has a daemon of its own; where there is none, neither can have one."""
    import sys

    done = run_apart([sys.executable, "-W", "ignore", "-c", HANG], LONG)
    assert not done.hung, done.errors
    assert (done.status, done.output.split()) == (0, ["hung", "ends"]), done.errors


LEFT_OPEN = """
import asyncio
from sysvirt.aio import Sys

runner = asyncio.Runner()

async def begin():
    global conn, dom, events
    conn = await Sys.Virt.new(uri="test:///default")
    dom = await conn.get_domain_by_name("test")
    events = conn.events()
    await events.__aenter__()
    await dom.suspend()
    await events.get()

runner.run(begin())
print("ends")
"""


def test_the_interpreter_ends_with_what_was_left_open() -> None:
    import sys

    for program in (LEFT_OPEN, LEFT_OPEN.replace("await events.__aenter__()", "return")):
        done = run_apart([sys.executable, "-W", "ignore", "-c", program], LONG)
        assert not done.hung, done.errors
        assert (done.status, done.output) == (0, "ends\n"), done.errors


def test_asyncio_is_not_loaded_without_need() -> None:
    import sys

    program = "import sys, sysvirt; print('asyncio' in sys.modules)"
    assert run_apart([sys.executable, "-c", program], LONG).output == "False\n"


@in_loop
async def test_a_warning_that_is_an_error_leaves_nothing_open(
    daemon: Daemon, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda raised_: raised.append(raised_.exc_type))
    conn = await Sys.Virt.new(uri=daemon.uri())
    sync = conn.sync
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        del conn
    assert raised == [ResourceWarning]
    with pytest.raises((ConnectionLostError, InvalidStateError)):
        sync.get_hostname()
