"""A download: by `vol.reader()`, and by a synchronous stream."""

from __future__ import annotations

from benchmarks.awaited.crew import RUNNER, Member, Samples, in_turn
from benchmarks.table import OURS, SYNC
from sysvirt import Virt
from tests.hosts.daemon import Daemon
from tests.storage import directory, volume

MIB = 2**20

_OURS = (
    RUNNER
    + """
from sysvirt import aio
async def begin():
    global avol
    aconn = await aio.Sys.Virt.new(uri=uri)
    avol = await aconn.get_storage_volume_by_path(PATH)
runner.run(begin())
async def down():
    got = 0
    async with avol.reader() as reader:
        async for piece in reader: got += len(piece)
    assert got == SIZE
"""
)
_SYNC = """
vol = conn.get_storage_volume_by_path(PATH)
def down():
    got = 0
    def came(st, data, nbytes):
        nonlocal got
        got += nbytes
        return nbytes
    st = conn.new_stream()
    vol.download(st, 0, 0)
    st.recv_all(came)
    st.finish()
    assert got == SIZE
"""


def measure(daemon: Daemon, mebibytes: int, rounds: int) -> Samples:
    """Seconds to read a volume of the daemon's storage driver."""
    uri, path = daemon.uri("storage", "/session"), daemon.root / "download"
    path.mkdir()
    path.chmod(0o777)
    with Virt(uri=uri) as conn:
        pool = conn.create_storage_pool(directory("download", path))
        pool.create_volume(volume("disk.img", mebibytes * MIB))
        (path / "disk.img").write_bytes(bytes(range(256)) * (mebibytes * MIB // 256))
        names = f"PATH, SIZE = {str(path / 'disk.img')!r}, {mebibytes * MIB}\n"
        members = {
            OURS: Member("sysvirt", uri, names + _OURS, "runner.run(down())"),
            SYNC: Member("sysvirt", uri, names + _SYNC, "down()"),
        }
        try:
            return in_turn(members, rounds)
        finally:
            pool.destroy()
