"""Dask clusters of worker processes for the tests, and what is asked of them there.

`tests/conftest.py` makes the fixtures known to all tests.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import ExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest

from sysvirt import Virt, aio
from sysvirt.aio._cluster import crew
from tests.aio.playing import until
from tests.hosts.agent import wait_until
from tests.patience import LONG

#: What a test that needs them says where they aren't there.
REASON = "dask's distributed is not installed"
#: What the thread of a worker's fleet is called.
THREAD = "sysvirt.cluster"


@contextmanager
def started(workers: int, **options: Any) -> Iterator[Any]:
    """A cluster of worker processes, with one thread each."""
    distributed = pytest.importorskip("distributed", reason=REASON)
    with distributed.LocalCluster(
        n_workers=workers, threads_per_worker=1, dashboard_address=":0", **options
    ) as made:
        yield made


def in_process(**options: Any) -> Any:
    """The client of a cluster of one worker in this process, which is there at once."""
    distributed = pytest.importorskip("distributed", reason=REASON)
    return distributed.Client(
        processes=False,
        n_workers=1,
        threads_per_worker=1,
        dashboard_address=":0",
        set_as_default=False,
        **options,
    )


@contextmanager
def commanded(
    folder: Path,
    scheduler: Sequence[str] = (),
    worker: Sequence[str] = (),
    host: str = "127.0.0.1",
) -> Iterator[str]:
    """A cluster that is started by Dask's two commands, with these options; its address."""
    pytest.importorskip("distributed", reason=REASON)
    file = folder / "cluster.json"
    known = ["--scheduler-file", str(file)]
    own = ["--host", host, "--dashboard-address", "127.0.0.1:0"]
    with ExitStack() as stack:
        first = ["scheduler", *scheduler, *known, *own, "--port", "0"]
        stack.enter_context(running(folder, *first))
        wait_until(lambda: file.exists() and file.read_text().endswith("}"), "a scheduler is there")
        address: str = json.loads(file.read_text())["address"]
        stack.enter_context(running(folder, "worker", address, *worker, *own))
        log = folder / "worker.log"
        wait_until(lambda: "Registered to" in log.read_text(), "a worker is there")
        yield address


@contextmanager
def running(folder: Path, *arguments: str) -> Iterator[None]:
    """One of Dask's commands, until it is told to end."""
    command = [sys.executable, "-m", "dask", *arguments]
    with (folder / f"{arguments[0]}.log").open("w") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        yield
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=LONG)


@pytest.fixture
def all_workers_join(monkeypatch: pytest.MonkeyPatch) -> None:
    """All workers of a cluster join before a fleet is open: one that is late moves hosts."""
    monkeypatch.setattr(crew, "GRACE", LONG)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A cluster that the tests of a module share: whoever ends workers starts one of his own."""
    with started(2) as made:
        yield made


@pytest.fixture
def client(cluster: Any) -> Iterator[Any]:
    """A client of it, without asyncio. Afterwards nothing of a fleet is left in the workers."""
    distributed = pytest.importorskip("distributed", reason=REASON)
    with distributed.Client(cluster, set_as_default=False) as made:
        yield made


@asynccontextmanager
async def joined(cluster: Any) -> AsyncIterator[Any]:
    """An asynchronous client of a cluster, in the loop that turns."""
    distributed = pytest.importorskip("distributed", reason=REASON)
    async with distributed.Client(
        cluster.scheduler_address, asynchronous=True, security=cluster.security
    ) as made:
        yield made


def leftovers(dask_worker: Any) -> list[str]:
    """What of a fleet is still in a worker: threads and actors. For `client.run`."""
    threads = [each.name for each in threading.enumerate() if each.name == THREAD]
    return [*threads, *map(str, dask_worker.state.actors)]


# What hosts are asked, synchronously and awaited. The workers import this module. --------------


def pid_plain(conn: Virt) -> int:
    """Which worker it is."""
    del conn
    return os.getpid()


async def pid(conn: aio.Virt) -> int:
    """Which worker it is."""
    del conn
    return os.getpid()


async def count(conn: aio.Virt) -> int:
    """Something that needs the daemon."""
    return len(await conn.list_all_domains())


async def wait_for(gate: str, conn: aio.Virt) -> int:
    """Wait until a file is there, but for the hosts of a crowd whose names end with 0."""
    if not conn.get_uri().endswith("0"):
        await until(Path(gate).exists)
    return os.getpid()
