"""The workers, where something is wrong with them from the beginning."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

import pytest

from sysvirt.aio.cluster import spread
from tests.aio.playing import in_loop
from tests.clusters import count, joined, leftovers, started

HERE = {"a": "test:///default", "b": "test:///default"}


def work(path: str) -> None:
    """Other work, until a file is there."""
    while not Path(path).exists():
        time.sleep(0.01)


@pytest.mark.long
@in_loop
async def test_workers_that_have_other_work(tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    with started(2) as cluster:
        async with joined(cluster) as client:
            first, second = await client.nthreads()
            busy = client.submit(work, str(gate), workers=[first])
            while not (await client.processing())[first]:
                pass
            # The other one has all of them, and this one its share as soon as it has time.
            async with spread(client, HERE) as fleet:
                assert all(each.ok for each in (await fleet.map(count)).values())
                assert list(await client.run(leftovers, workers=[second])) == [second]
                other = client.submit(work, str(gate), workers=[second], pure=False)
                while not (await client.processing())[second]:
                    pass
                assert all(each.ok for each in (await fleet.map(count)).values())
            with pytest.raises(TimeoutError, match="all of them have other work"):
                await spread(client, HERE, worker_timeout=0.5).__aenter__()
            gate.touch()
            await busy
            await other
            while any(map(any, (await client.run(leftovers)).values())):
                pass


@pytest.mark.long
@in_loop
async def test_a_worker_that_lacks_something_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lacking.py").write_text("def password(credentials):\n    return []\n")
    hosts: dict[str, Any] = {str(at): "test:///default" for at in range(20)}
    with started(1) as cluster:
        monkeypatch.syspath_prepend(str(tmp_path))
        import lacking  # type: ignore[import-not-found]

        hosts["with"] = {"uri": "test:///default", "callback": lacking.password, "credlist": [2]}
        async with joined(cluster) as client:
            with pytest.raises(ModuleNotFoundError, match="lacking"):
                await spread(client, hosts).__aenter__()
            # A worker that comes now has it.
            await cluster_with_one_more(cluster, client)
            async with spread(client, hosts) as fleet:
                results = await fleet.map(count)
                assert [each for each in results.values() if not each.ok] == []


async def cluster_with_one_more(cluster: Any, client: Any) -> None:
    await asyncio.to_thread(cluster.scale, 2)
    await client.wait_for_workers(2)
