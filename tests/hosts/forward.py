"""A TCP port of this machine that leads to the socket of a daemon, and nowhere else."""

from __future__ import annotations

import contextlib
import socket
import threading
from pathlib import Path
from types import TracebackType
from typing import Self


class Forward:
    """Listens at 127.0.0.1, at a port that is free, for the length of a `with`."""

    def __init__(self, daemon: Path) -> None:
        self._daemon = daemon
        self._sockets: list[socket.socket] = []

    def __enter__(self) -> Self:
        door = socket.create_server(("127.0.0.1", 0))
        self.port: int = door.getsockname()[1]
        self._sockets.append(door)
        threading.Thread(target=self._accept, args=[door], daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for each in self._sockets[:]:
            _end(each)
        self._sockets[0].close()

    def uri(self, driver: str = "test", path: str = "/default") -> str:
        """The URI of one of the daemon's drivers, by this port."""
        return f"{driver}+tcp://127.0.0.1:{self.port}{path}"

    def _accept(self, door: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = door.accept()
                threading.Thread(target=self._serve, args=[client], daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, socket.socket(socket.AF_UNIX) as daemon:
            daemon.connect(str(self._daemon))
            back = threading.Thread(target=_pass_on, args=[daemon, client], daemon=True)
            back.start()
            self._sockets += [client, daemon]
            _pass_on(client, daemon)
            back.join()
            for each in (client, daemon):
                self._sockets.remove(each)


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(1 << 16):
            target.sendall(data)
    _end(source)
    _end(target)


def _end(each: socket.socket) -> None:
    with contextlib.suppress(OSError):
        each.shutdown(socket.SHUT_RDWR)
