"""Runs many programs one after the other, inside one room of ``check``.

A room costs as much as a small script does. So this program, which knows nothing of sysvirt, is run
in a room, and starts all others: they inherit its folder, its environment and its guards.

    python driver.py JOBS.json RESULTS.json

Each job is a list of words and a folder, each result a status, whether the time was up, and what it
wrote.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

#: In seconds, for one program.
TIMEOUT = 60


def run(words: list[str], folder: str) -> list[object]:
    """Run one program; its status, whether the time was up, its output and its errors."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        program = subprocess.Popen(
            words,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            start_new_session=True,
        )
        is_late = False
        try:
            status = program.wait(TIMEOUT)
        except subprocess.TimeoutExpired:
            is_late = True
            os.killpg(program.pid, signal.SIGKILL)
            status = program.wait()
        said: list[str] = []
        for file in (output, errors):
            file.seek(0)
            said.append(file.read().decode("utf-8", "backslashreplace"))
    # As a shell tells that a signal has ended a program.
    return [status if status >= 0 else 128 - status, is_late, *said]


if __name__ == "__main__":
    jobs = json.loads(Path(sys.argv[1]).read_text())
    Path(sys.argv[2]).write_text(json.dumps([run(*job) for job in jobs]))
