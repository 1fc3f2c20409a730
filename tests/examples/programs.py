"""Runs the programs of `examples/` and those that they are ports of."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.parity.judge import perl_missing

EXAMPLES = Path(__file__).parents[2] / "examples"
#: Far more than any of them takes, on a busy machine too.
LONG = 1200.0
#: Where Debian's libsys-virt-perl has them.
ORIGINALS = Path("/usr/share/doc/libsys-virt-perl/examples")


def port(name: str, *arguments: str, status: int = 0, **more: object) -> str:
    """What `examples/NAME.py` prints; it has to end with the status.

    `more` goes to subprocess.run.
    """
    return _output([sys.executable, str(EXAMPLES / f"{name}.py"), *arguments], status, more)


def original(name: str, *arguments: str, status: int = 0, **more: object) -> str:
    """What the original's program prints; NAME as the port has it."""
    if why := perl_missing():
        pytest.skip(why)
    program = ORIGINALS / f"{name.replace('_', '-')}.pl"
    if not program.exists():
        pytest.skip(f"{program} is not there: the documentation of packages isn't installed")
    return _output(["perl", str(program), *arguments], status, more)


def _output(command: list[str], status: int, more: dict[str, object]) -> str:
    settings = {"stdin": subprocess.DEVNULL, "timeout": LONG, **more}
    done = subprocess.run(command, capture_output=True, text=True, **settings)  # type: ignore[call-overload]
    assert done.returncode == status, done.stderr + done.stdout
    return str(done.stdout if status == 0 else done.stderr)
