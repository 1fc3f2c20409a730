"""Campaigns: the same thing many times, since what it looks for happens once in thousands.

The suite runs a few of each. All of them at their full length:

    SYSVIRT_CAMPAIGN=long .venv/bin/python -m pytest -q -k campaign tests

Each runs in a process of its own, and prints what it counted.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent

#: The variable of the environment that says how long campaigns are to be.
LENGTH = "SYSVIRT_CAMPAIGN"


def often(short: int, full: int) -> int:
    """How many times a campaign does what it does."""
    return full if os.environ.get(LENGTH) == "long" else short


class Outcome(NamedTuple):
    """How a process ended, and what it wrote; where it hung, also where each of its threads was."""

    status: int
    output: str
    errors: str
    hung: bool


def run_apart(
    command: Sequence[str], patience: float, environment: Mapping[str, str] | None = None
) -> Outcome:
    """Run a command, in ``patience`` seconds at most; whatever it started ends with it."""
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    hung = False
    try:
        output, errors = process.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        hung = True
        # Python writes where its threads are.
        process.send_signal(signal.SIGABRT)
        try:
            output, errors = process.communicate(timeout=120)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            output, errors = process.communicate()
    return Outcome(process.returncode, output, errors, hung)


def run(program: str, *arguments: object, patience: float = 3600) -> str:
    """Run a program in a process of its own: what it prints, and nothing may go wrong."""
    command = [sys.executable, "-X", "faulthandler", "-c", textwrap.dedent(program)]
    done = run_apart([*command, *map(str, arguments)], patience)
    assert (done.status, done.errors, done.hung) == (0, "", False), done.output + done.errors
    return done.output
