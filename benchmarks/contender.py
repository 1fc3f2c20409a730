"""The contenders: the same work in sysvirt, libvirt-python, Perl and C, each in its own process.

A process is given its scene and its statements first. Then it times one statement at a time, as
it is asked to: so all of them take turns, and a machine whose speed drifts spoils no ratio.
"""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from attrs import field, frozen

HERE = Path(__file__).parent
#: The first is what is judged.
NAMES = ("sysvirt", "libvirt-python", "Perl", "C")


@frozen
class Work:
    """A statement of each contender; one that has none does not take part."""

    name: str
    statements: Mapping[str, str]


@frozen
class Scene:
    """What is there before the statements run: a connection `conn`, and what `setup` makes."""

    uri: str
    setup: Mapping[str, str] = field(factory=dict)


class Worker:
    """A contender's process."""

    def __init__(self, command: Sequence[str], first: str) -> None:
        self.process = subprocess.Popen(
            command,
            cwd=HERE.parent,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        if first:
            self._send(first)

    def time(self, number: int, loops: int) -> float:
        """Seconds that one run of a statement took, over so many."""
        self._send(f"{number} {loops}")
        assert self.process.stdout is not None
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError(f"{self.process.args!r} ended with {self.process.wait()}")
        return float(answer) / loops

    def _send(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def stop(self) -> None:
        self.process.communicate()


def environment() -> dict[str, str]:
    """This process's, but bytecode is kept, as in any normal installation."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


@functools.cache
def missing(name: str) -> str | None:
    """Why a contender can't take part here."""
    if name == "Perl":
        tried = ["perl", "-MSys::Virt", "-MJSON", "-e", "1"]
        if not shutil.which("perl") or subprocess.run(tried, capture_output=True).returncode:
            return "Perl's Sys::Virt or JSON is not installed"
    if name == "C" and not (shutil.which("cc") and shutil.which("pkg-config")):
        return "there is no C compiler"
    return None


@contextmanager
def started(
    scene: Scene, works: Sequence[Work], names: Sequence[str] = NAMES
) -> Iterator[dict[str, Worker]]:
    """A process for each contender that has statements and can take part."""
    there = [n for n in names if not missing(n) and all(n in work.statements for work in works)]
    workers: dict[str, Worker] = {}
    with tempfile.TemporaryDirectory() as directory:
        try:
            for name in there:
                statements = [work.statements[name] for work in works]
                workers[name] = _start(name, scene, statements, Path(directory))
            yield workers
        finally:
            for worker in workers.values():
                worker.stop()


def _start(name: str, scene: Scene, statements: list[str], directory: Path) -> Worker:
    setup = scene.setup.get(name, "")
    if name == "C":
        return Worker([str(_compiled(setup, statements, directory)), scene.uri], "")
    first = json.dumps({"uri": scene.uri, "setup": setup, "statements": statements})
    if name == "Perl":
        return Worker(["perl", str(HERE / "worker.pl")], first)
    return Worker([sys.executable, "-m", "benchmarks.worker", name], first)


def _compiled(setup: str, statements: list[str], directory: Path) -> Path:
    """The program that holds the statements."""
    functions = "".join(
        f"static void statement{at}(void) {{ {statement} }}\n"
        for at, statement in enumerate(statements)
    )
    table = ", ".join(f"statement{at}" for at in range(len(statements)))
    text = (HERE / "worker.c").read_text()
    text = text.replace("/*SETUP*/", setup).replace("/*STATEMENTS*/", functions)
    source, program = directory / "worker.c", directory / "worker"
    source.write_text(text.replace("/*TABLE*/", table))
    flags = subprocess.run(
        ["pkg-config", "--cflags", "--libs", "libvirt"], capture_output=True, text=True, check=True
    )
    command = ["cc", "-O2", "-o", str(program), str(source), *flags.stdout.split()]
    subprocess.run(command, check=True)
    return program
