"""Runs scripts of the corpus under Perl, and notes what of Sys::Virt they really call."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import attrs

from sysvirt.port.api import class_name
from tests.port.labels import SCRIPTS, Script

#: Where the module that notes it is.
PERL = Path(__file__).parent / "perl"
#: In seconds; the longest script needs two.
TIMEOUT = 60

_LINE = re.compile(r"(?P<file>.+):(?P<line>\d+) (?P<package>\S+) (?P<name>\S+)\Z")


@attrs.frozen(order=True)
class Call:
    """A call of a method or constant, from a line of a script."""

    path: Path
    #: Perl's: of a statement over several lines it is one of them.
    line: int
    cls: str
    name: str


@attrs.frozen
class Run:
    """What came of a run."""

    exit_code: int
    output: str
    errors: str
    calls: frozenset[Call]


def run(script: Script, arguments: tuple[str, ...], folder: Path) -> Run:
    """Run a script in a folder; its connections go to the test driver."""
    trace = folder / "trace"
    work = folder / "work"
    work.mkdir()
    done = subprocess.run(
        ["perl", f"-I{PERL}", "-MSysVirtTracer", str(script.path), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=TIMEOUT,
        cwd=work,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "SYSVIRT_TRACE": str(trace)},
        check=False,
    )
    calls = frozenset(_calls(trace.read_text("utf-8") if trace.exists() else ""))
    return Run(done.returncode, _text(done.stdout), _text(done.stderr), calls)


def _calls(trace: str) -> Iterator[Call]:
    for line in trace.splitlines():
        found = _LINE.match(line)
        if found is None:
            raise ValueError(f"not a line of a trace: {line}")
        path = Path(found["file"])
        # A text that is evaluated has no file.
        if path.is_absolute() and path.resolve().is_relative_to(SCRIPTS):
            cls = class_name(found["package"]) or found["package"]
            yield Call(path.resolve(), int(found["line"]), cls, found["name"])


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
