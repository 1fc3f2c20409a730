"""Programs that run meanwhile, also on a terminal of their own."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator

from tests.examples.programs import EXAMPLES, LONG


def ours(name: str, *arguments: str) -> list[str]:
    """The command of a program of `examples/`."""
    return [sys.executable, str(EXAMPLES / f"{name}.py"), *arguments]


#: What goes before the arguments of `ours` to let a program not find a module.
WITHOUT = """
import runpy, sys
sys.modules[sys.argv[1]] = None
sys.argv = sys.argv[2:]
sys.path[0] = sys.argv[0].rpartition("/")[0]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def without(module: str, name: str, *arguments: str) -> list[str]:
    """The same where a module isn't installed."""
    python, *rest = ours(name, *arguments)
    return [python, "-c", WITHOUT, module, *rest]


def without_rich(name: str, *arguments: str) -> list[str]:
    """The same where that is rich."""
    return without("rich", name, *arguments)


@contextlib.contextmanager
def started(*command: str, **more: object) -> Iterator[subprocess.Popen[bytes]]:
    """A program that runs meanwhile; whatever happens, it is gone afterwards."""
    settings = {"stdin": subprocess.DEVNULL, "stderr": subprocess.PIPE, **more}
    program = subprocess.Popen(command, **settings)  # type: ignore[call-overload]
    try:
        yield program
    finally:
        if program.poll() is None:
            program.kill()
        program.communicate()


def error_of(program: subprocess.Popen[bytes], status: int) -> str:
    """What a program says as it ends with a status."""
    _, error = program.communicate(timeout=LONG)
    assert program.returncode == status, error
    return str(error.decode())


class Terminal:
    """A terminal of its own for a program, and all that it has shown."""

    def __init__(self, *command: str, rows: int = 30, columns: int = 120) -> None:
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("4H", rows, columns, 0, 0))
        self.before = termios.tcgetattr(self.slave)
        self.shown = b""
        # Ctrl-C reaches who has the terminal as the controlling one.
        setsid = [sys.executable, "-c", CONTROLLING, *command]
        self.program = subprocess.Popen(
            setsid,
            env={**os.environ, "TERM": "xterm"},
            start_new_session=True,
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
        )

    def close(self) -> None:
        """End the program if it still runs."""
        if self.program.poll() is None:
            self.program.kill()
        self.program.wait()
        os.close(self.master)
        os.close(self.slave)

    def type(self, keys: bytes) -> None:
        """Press keys."""
        while keys:
            # The other way has to stay free meanwhile.
            reading, writing, _ = select.select([self.master], [self.master], [], LONG)
            assert reading or writing, "nobody reads"
            if writing:
                keys = keys[os.write(self.master, keys[:512]) :]
            if reading:
                self.shown += os.read(self.master, 65536)

    def until(self, condition: Callable[[], object], what: str, *, patience: float = LONG) -> None:
        """Read on until something is so."""
        end = time.monotonic() + patience
        while not condition():
            assert time.monotonic() < end, f"{what}: {self.text()[-2000:]!r}"
            self._read(0.05)

    def _read(self, seconds: float) -> bool:
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        self.shown += os.read(self.master, 65536)
        return True

    def shows(self, text: str) -> None:
        """Wait until a text has come."""
        self.until(lambda: text in self.text(), f"shows {text!r}")

    def ends(self, status: int) -> None:
        """Wait for the end of the program, which has to be that."""
        self.until(lambda: self.program.poll() is not None, "ends")
        while self._read(0):
            pass
        assert self.program.returncode == status, self.text()[-2000:]

    def text(self) -> str:
        """What it has shown, without colours and the like."""
        return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", self.shown.decode(errors="replace"))

    def is_raw(self) -> bool:
        """Whether keys come as they are."""
        return not termios.tcgetattr(self.slave)[3] & termios.ICANON

    def is_as_before(self) -> bool:
        """Whether it is in the state in which the program found it."""
        return bool(termios.tcgetattr(self.slave) == self.before)


#: Makes standard input the controlling terminal, and becomes the program.
CONTROLLING = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""
