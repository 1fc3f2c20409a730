"""The process behind `tests.hosts.crowd`: python -m tests.hosts.crowd_relay DAEMON ROOT DELAY NAME…

It listens at a socket for each name, and passes on what comes to the daemon and back. A line of
standard input is a command and names; each is answered by a line.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

#: Room for a bulk answer.
_CHUNK = 1 << 16


class Host:
    """One socket, and whoever is connected to it."""

    def __init__(self, path: Path, daemon: Path, delay: float) -> None:
        self._path = path
        self._daemon = daemon
        self._delay = delay
        self._server: asyncio.Server | None = None
        self._going = asyncio.Event()
        self._going.set()
        self.writers: set[asyncio.StreamWriter] = set()
        self.ways: set[asyncio.Future[None]] = set()

    async def revive(self) -> None:
        """Listen."""
        if self._server is None:
            self._server = await asyncio.start_unix_server(self._serve, self._path, backlog=100)

    async def kill(self) -> None:
        """Listen no more, and cut what is connected."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._path.unlink(missing_ok=True)
        for writer in self.writers.copy():
            writer.transport.abort()
        self._going.set()

    async def hang(self) -> None:
        """Pass nothing on."""
        self._going.clear()

    async def release(self) -> None:
        """Pass on what was held back, and all that comes."""
        self._going.set()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.writers.add(writer)
        try:
            far_reader, far_writer = await asyncio.open_unix_connection(self._daemon)
        except OSError:
            writer.transport.abort()
            self.writers.discard(writer)
            return
        self.writers.add(far_writer)
        ways = {
            asyncio.ensure_future(self._pass_on(reader, far_writer)),
            asyncio.ensure_future(self._pass_on(far_reader, writer)),
        }
        self.ways |= ways
        await asyncio.wait(ways)
        self.ways -= ways
        self.writers -= {writer, far_writer}

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        loop = asyncio.get_running_loop()
        with suppress(OSError):
            while data := await reader.read(_CHUNK):
                await self._going.wait()
                # Half of it on the way there, half on the way back.
                loop.call_later(self._delay / 2, partial(_write, writer, data))
        loop.call_later(self._delay / 2, writer.close)


def _write(writer: asyncio.StreamWriter, data: bytes) -> None:
    if not writer.is_closing():
        writer.write(data)


async def serve(daemon: Path, root: Path, delay: float, names: list[str]) -> None:
    """Be all these hosts until standard input ends."""
    hosts = {name: Host(root / name, daemon, delay) for name in names}
    for host in hosts.values():
        await host.revive()
    print("ready", flush=True)
    loop = asyncio.get_running_loop()
    read: Callable[[], str] = sys.stdin.readline
    while line := await loop.run_in_executor(None, read):
        command, *chosen = line.split()
        if command == "clients":
            print(sum(len(host.writers) // 2 for host in hosts.values()), flush=True)
            continue
        for name in chosen:
            await getattr(hosts[name], command)()
        print("done", flush=True)
    for host in hosts.values():
        await host.kill()
    # What is cut ends by itself in the next turns of the loop.
    ways = set().union(*(host.ways for host in hosts.values()))
    if ways:
        await asyncio.wait(ways)


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]), sys.argv[4:]))
