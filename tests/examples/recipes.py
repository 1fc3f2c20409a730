"""Starts the programs of `examples/recipes/` and reads what they say meanwhile."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Generator
from pathlib import Path
from queue import Empty, Queue

from attrs import define, field

from tests.patience import LONG

RECIPES = Path(__file__).parents[2] / "examples" / "recipes"


def command(name: str, *arguments: object) -> list[str]:
    """How a recipe is called."""
    return [sys.executable, str(RECIPES / f"{name}.py"), *map(str, arguments)]


def recipe(name: str, *arguments: object, status: int = 0) -> subprocess.CompletedProcess[str]:
    """What a recipe has printed; it has to end with the status."""
    done = subprocess.run(
        command(name, *arguments),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=LONG,
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done


@define
class Running:
    """A recipe that runs, and the lines that it has printed."""

    process: subprocess.Popen[str]
    lines: list[str] = field(factory=list)
    _queue: Queue[str] = field(factory=Queue)
    _reader: threading.Thread = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        """Take its lines, in a thread of its own."""
        assert self.process.stderr
        for line in self.process.stderr:
            self._queue.put(line.rstrip("\n"))

    def until(self, wanted: str) -> str:
        """Read on to the line that has this in it."""
        while True:
            try:
                self.lines.append(self._queue.get(timeout=LONG))
            except Empty:
                raise AssertionError(f"no {wanted!r} in {self.lines}") from None
            if wanted in self.lines[-1]:
                return self.lines[-1]

    def descriptors(self) -> Counter[str]:
        """What its open descriptors are, without the numbers of sockets and pipes."""
        found: Counter[str] = Counter()
        for path in Path(f"/proc/{self.process.pid}/fd").iterdir():
            # It may be closed meanwhile.
            with contextlib.suppress(FileNotFoundError):
                found[str(path.readlink()).partition("[")[0]] += 1
        return found

    def end(self, number: int = signal.SIGTERM) -> int:
        """Send it a signal, read the rest; its status."""
        self.process.send_signal(number)
        status = self.process.wait(LONG)
        self.close()
        while not self._queue.empty():
            self.lines.append(self._queue.get())
        return status

    def close(self) -> None:
        """Read to the end of what it says."""
        self._reader.join()


@contextlib.contextmanager
def running(name: str, *arguments: object) -> Generator[Running]:
    """A recipe that runs; whatever happens, it is gone afterwards."""
    process = subprocess.Popen(
        command(name, *arguments),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    found = Running(process)
    try:
        yield found
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        found.close()
        assert process.stderr
        process.stderr.close()
