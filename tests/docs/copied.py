"""Runs examples each in a Python of its own, in which nothing has happened yet.

That is a process which has imported sysvirt and done nothing with it, and becomes two for each
example: it is as good as a new Python, and takes a hundredth of the time. As a program this module
is that process: it reads jobs and writes the complaints, both in JSON.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any, TypedDict

import sysvirt

FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
ROOT = Path(__file__).parents[2]


class Job(TypedDict):
    """An example."""

    #: What is copied, the example itself last.
    parts: list[str]
    #: What it prints, if the page shows that.
    prints: str | None


def run_alone(jobs: list[Job], folder: Path) -> list[str]:
    """What is wrong with each example; they may make their files in the folder."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.docs.copied", str(folder)],
        input=json.dumps(jobs),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[str] = json.loads(done.stdout)
    return found


def main(folder: str) -> None:
    jobs: list[Job] = json.load(sys.stdin)
    assert sysvirt.__version__  # It is there for all of them.
    complaints = [_in_a_process(job, folder) for job in jobs]
    json.dump(complaints, sys.stdout)


def _in_a_process(job: Job, folder: str) -> str:
    with tempfile.TemporaryFile() as report:
        pid = os.fork()
        if pid == 0:
            _child(job, folder, report.fileno())
        _, status = os.waitpid(pid, 0)
        report.seek(0)
        text = report.read().decode()
    code = os.waitstatus_to_exitcode(status)
    return text if code == 0 else text or f"ends with {code}"


def _child(job: Job, folder: str, report: int) -> None:
    # What an example prints is not this program's, and nothing may come back from here.
    tempfile.tempdir = tempfile.mkdtemp(dir=folder)
    # One that waits for ever is told, and doesn't keep the others waiting.
    signal.alarm(300)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    try:
        complaint = _complaint(job)
    except BaseException:  # noqa: BLE001 - whatever it is, it is told
        complaint = traceback.format_exc()
    os.write(report, complaint.encode())
    os._exit(0)


def _complaint(job: Job) -> str:
    world: dict[str, Any] = {"__name__": "copied"}
    *first, last = job["parts"]
    for text in first:
        if complaint := _run(text, world, None):
            return f"Before it: {complaint}"
    return _run(last, world, job["prints"])


def _run(text: str, world: dict[str, Any], prints: str | None) -> str:
    if text.startswith(">>> "):
        example = doctest.DocTestParser().get_doctest(text, {}, "copied", None, 0)
        example.globs = world
        complaints: list[str] = []
        runner = doctest.DocTestRunner(optionflags=FLAGS, verbose=False)
        runner.run(example, out=complaints.append, clear_globs=False)
        return "".join(complaints)
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(text, "copied", "exec", dont_inherit=True), world)
    printed = out.getvalue()
    if prints is None or doctest.OutputChecker().check_output(prints, printed, FLAGS):
        return ""
    return f"prints\n{printed}instead of\n{prints}"


if __name__ == "__main__":
    main(sys.argv[1])
