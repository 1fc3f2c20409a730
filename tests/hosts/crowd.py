"""Many hosts from one daemon: sockets that delay, hang, die and come back.

    with Daemon() as daemon, Crowd(daemon.socket, 300, delay=0.02) as crowd:
        crowd.hang("host007")
        crowd.kill("host008")

All of them are served by one process (`tests.hosts.crowd_relay`), so that whoever measures the
clients doesn't measure the hosts.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from tests.hosts.daemon import DaemonError, uri_at


class Crowd:
    """Hosts named host000, host001, …; an answer takes `delay` seconds longer than it would."""

    def __init__(self, daemon: Path, number: int, delay: float = 0.0) -> None:
        self.names = [f"host{at:03}" for at in range(number)]
        self._daemon = daemon
        self._delay = delay
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        self._root = Path(tempfile.mkdtemp(prefix="sv-crowd-"))
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.hosts.crowd_relay"),
                *(str(self._daemon), str(self._root), str(self._delay), *self.names),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._answer()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process is not None:
            # It ends with its standard input.
            self._process.communicate()
        shutil.rmtree(self._root)

    @property
    def uris(self) -> dict[str, str]:
        """The URI of each host."""
        return {name: uri_at(self._root / name) for name in self.names}

    def hang(self, *names: str) -> None:
        """Let hosts take what they get and answer nothing, until `release`."""
        self._tell("hang", *names)

    def release(self, *names: str) -> None:
        """Let hosts answer again, what they got meanwhile first."""
        self._tell("release", *names)

    def kill(self, *names: str) -> None:
        """Cut all that is connected to hosts; they can't be reached until `revive`."""
        self._tell("kill", *names)

    def revive(self, *names: str) -> None:
        """Let hosts be reached again."""
        self._tell("revive", *names)

    def clients(self) -> int:
        """How many connections there are to all of them."""
        return int(self._tell("clients"))

    def _tell(self, *words: str) -> str:
        pipe = self._pipe("stdin")
        pipe.write(" ".join(words) + "\n")
        pipe.flush()
        return self._answer()

    def _answer(self) -> str:
        answer = self._pipe("stdout").readline()
        if not answer:
            raise DaemonError("the relay of the crowd has ended: see above")
        return answer.strip()

    def _pipe(self, name: str) -> IO[str]:
        pipe: IO[str] | None = getattr(self._process, name, None)
        if pipe is None:
            raise DaemonError("this crowd is not there")
        return pipe
