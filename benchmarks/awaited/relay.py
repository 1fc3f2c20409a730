"""A daemon far away: a relay on a socket of its own that passes everything on some time later.

    python -m benchmarks.awaited.relay DAEMON DIRECTORY DELAY

It runs in a process of its own, so that it costs its client nothing. As long as there is a file
``gate`` in the directory, what the daemon says waits there.
"""

from __future__ import annotations

import contextlib
import queue
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from tests.hosts.daemon import uri_at

_CHUNK = 1 << 20
#: How often the gate is looked at, in seconds.
_LOOK = 0.0005

Late = queue.SimpleQueue[tuple[float, bytes]]


class Relay:
    """The relay's process, as whoever started it sees it."""

    def __init__(self, directory: Path) -> None:
        self.gate = directory / "gate"
        self.uri = uri_at(directory / "socket")


@contextlib.contextmanager
def relay(daemon: Path, delay: float = 0.0) -> Iterator[Relay]:
    """A relay before a daemon; a message takes ``delay`` seconds in either direction."""
    with tempfile.TemporaryDirectory(prefix="sv-relay-") as name:
        command = [sys.executable, "-m", __spec__.name, str(daemon), name, str(delay)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        try:
            assert process.stdout is not None
            process.stdout.readline()
            yield Relay(Path(name))
        finally:
            process.kill()
            process.communicate()


def _read(source: socket.socket, late: Late, delay: float) -> None:
    while data := source.recv(_CHUNK):
        late.put((time.monotonic() + delay, data))
    late.put((time.monotonic(), b""))


def _write(target: socket.socket, late: Late, gate: Path | None) -> None:
    while True:
        due, data = late.get()
        time.sleep(max(0.0, due - time.monotonic()))
        while gate is not None and gate.exists():
            time.sleep(_LOOK)
        if not data:
            target.shutdown(socket.SHUT_RDWR)
            return
        target.sendall(data)


def _pass_on(source: socket.socket, target: socket.socket, delay: float, gate: Path | None) -> None:
    late: Late = queue.SimpleQueue()
    threading.Thread(target=_write, args=(target, late, gate), daemon=True).start()
    threading.Thread(target=_read, args=(source, late, delay), daemon=True).start()


def main() -> None:
    """Listen until this process is ended."""
    daemon, directory, delay = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])
    door = socket.socket(socket.AF_UNIX)
    door.bind(str(directory / "socket"))
    door.listen()
    print("listening", flush=True)
    while True:
        client, _ = door.accept()
        far = socket.socket(socket.AF_UNIX)
        far.connect(daemon)
        _pass_on(client, far, delay, None)
        _pass_on(far, client, delay, directory / "gate")


if __name__ == "__main__":
    main()
