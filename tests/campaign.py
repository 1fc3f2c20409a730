"""Campaigns: the same thing many times, since what it looks for happens once in thousands.

The suite runs a few of each. All of them at their full length:

    SYSVIRT_CAMPAIGN=long .venv/bin/python -m pytest -q -k campaign tests

Each runs in a process of its own, and prints what it counted.
"""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).parent.parent

#: Whether the campaigns are to have their full length.
LONG = os.environ.get("SYSVIRT_CAMPAIGN") == "long"


def often(short: int, full: int) -> int:
    """How many times a campaign does what it does."""
    return full if LONG else short


def run(program: str, *arguments: object) -> str:
    """Run a program in a process of its own: what it prints, and nothing may go wrong."""
    done = subprocess.run(
        [
            sys.executable,
            "-X",
            "faulthandler",
            "-c",
            textwrap.dedent(program),
            *map(str, arguments),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=3600,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    return done.stdout
