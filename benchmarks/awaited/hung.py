"""Calls that hang: what others on the same connection, the end, and keepalive do beside them."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable

from benchmarks.contender import HERE, environment
from sysvirt.aio import Domain, Error, Sys, Virt
from tests.hosts.daemon import Daemon
from tests.hosts.proxy import Proxy

#: What hangs, and how many others are made beside one of it.
_HANGS = "DOMAIN_GET_STATE"
CALLS = 300

_ENDS = """
import asyncio, os, sys, time
from sysvirt.aio import Sys
async def main():
    conn = await Sys.Virt.new(uri=sys.argv[1])
    dom = await conn.get_domain_by_name("test")
    kept = [asyncio.ensure_future(dom.get_state()) for _ in range(4)]
    while conn.pending[1] < 4: await asyncio.sleep(0.005)
    print(time.monotonic(), flush=True)
    # As a program that just ends, without closing anything.
    sys.exit()
asyncio.run(main())
"""


async def _timed(awaitable: Awaitable[object]) -> float:
    start = time.monotonic()
    await awaitable
    return time.monotonic() - start


async def _hang(conn: Virt, dom: Domain, number: int) -> list[asyncio.Task[object]]:
    tasks = [asyncio.create_task(_call(dom)) for _ in range(number)]
    while conn.pending[1] < number:  # noqa: ASYNC110 - nothing says when a call has begun
        await asyncio.sleep(0.005)
    return tasks


async def _call(dom: Domain) -> object:
    return await dom.get_state()


async def _worst_beside(proxy: Proxy) -> float:
    async with Sys.Virt.new(uri=proxy.uri()) as conn:
        dom = await conn.get_domain_by_name("test")
        proxy.hold(_HANGS)
        hung = await _hang(conn, dom, 1)
        # As a program that watches: each has its turn when the one before has had its answer.
        waits = [await _timed(dom.get_info()) for _ in range(CALLS // 2)]
        for _ in range(CALLS // 8):
            waits += await asyncio.gather(*(_timed(dom.get_info()) for _ in range(4)))
        proxy.release()
        await asyncio.gather(*hung)
    return max(waits)


async def _destroy(proxy: Proxy) -> float:
    async with Sys.Virt.new(uri=proxy.uri()) as conn:
        dom = await conn.get_domain_by_name("test")
        proxy.hold(_HANGS)
        hung = await _hang(conn, dom, 4)
        seconds = await _timed(dom.destroy())
        proxy.release()
        await asyncio.gather(*hung)
        await dom.create()
    return seconds


async def _close(proxy: Proxy) -> float:
    conn = await Sys.Virt.new(uri=proxy.uri())
    proxy.hold(_HANGS)
    hung = await _hang(conn, await conn.get_domain_by_name("test"), 4)
    seconds = await _timed(conn.close(timeout=1))
    proxy.release()
    await asyncio.gather(*hung, return_exceptions=True)
    return seconds


async def _end(proxy: Proxy) -> float:
    proxy.hold(_HANGS)
    command = [sys.executable, "-c", _ENDS, proxy.uri()]
    run = await asyncio.to_thread(
        subprocess.run, command, cwd=HERE.parent, env=environment(), capture_output=True, check=True
    )
    seconds = time.monotonic() - float(run.stdout)
    proxy.release()
    return seconds


async def _stopped(daemon: Daemon) -> float:
    conn = await Sys.Virt.new(uri=daemon.uri(), width=8, keep_alive=(1, 2))
    dom = await conn.get_domain_by_name("test")
    daemon.signal(signal.SIGSTOP)
    try:
        start = time.monotonic()
        ends = await asyncio.gather(*(_call(dom) for _ in range(8)), return_exceptions=True)
        seconds = time.monotonic() - start
    finally:
        daemon.signal(signal.SIGCONT)
    assert all(isinstance(each, Error) for each in ends), ends
    await conn.close(timeout=1)
    return seconds


BESIDE = {
    f"{CALLS} calls behind a hung one, the worst": _worst_beside,
    "`destroy` beside four hung calls": _destroy,
    "`close(timeout=1)` beside four": _close,
    "end of the process beside four": _end,
}
STOPPED = "keepalive (1, 2), eight calls, a daemon that stops"


def waits(daemon: Daemon, rounds: int, stops: int) -> dict[str, list[float]]:
    """Seconds by what was tried."""
    samples: dict[str, list[float]] = {name: [] for name in (*BESIDE, STOPPED)}
    for _ in range(rounds):
        for name, scenario in BESIDE.items():
            with Proxy(daemon.socket) as proxy:
                samples[name].append(asyncio.run(scenario(proxy)))
    for _ in range(stops):
        samples[STOPPED].append(asyncio.run(_stopped(daemon)))
    return samples
