"""A pool of real volumes, of the daemon's storage driver; no root is needed."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sysvirt.aio import InvalidStateError, StoragePool, StorageVol, Sys, Virt
from tests.hosts.daemon import Daemon
from tests.patience import LONG
from tests.storage import directory, volume

MIB = 2**20


def make_directory(daemon: Daemon, name: str) -> Path:
    """A directory that the daemon's user may use; other tests have some in the same place."""
    path = Path(tempfile.mkdtemp(prefix=f"aio-{name}-", dir=daemon.root))
    path.chmod(0o777)
    return path


@asynccontextmanager
async def opened_pool(daemon: Daemon, name: str) -> AsyncIterator[tuple[Virt, StoragePool, Path]]:
    """A connection, a pool of a directory of its own, and the directory."""
    path = make_directory(daemon, name)
    async with Sys.Virt.new(uri=daemon.uri("storage", "/session")) as conn:
        pool = await conn.create_storage_pool(directory(name, path))
        try:
            yield conn, pool, path
        finally:
            for vol in await pool.list_all_volumes():
                await _delete(vol)
            await pool.destroy()


async def _delete(vol: StorageVol) -> None:
    """Delete it; to see that a transfer has broken off, the daemon takes a thread and a moment."""
    async with asyncio.timeout(LONG):
        while True:
            try:
                return await vol.delete()
            except InvalidStateError:
                await asyncio.sleep(0.01)


async def make_volume(pool: StoragePool, content: bytes, capacity: int | None = None) -> StorageVol:
    """A volume with a content."""
    size = max(1, len(content)) if capacity is None else capacity
    vol = await pool.create_volume(volume("disk.img", size, size if content else 0))
    if content:
        async with vol.writer() as writer:
            await writer.write(content)
    return vol
