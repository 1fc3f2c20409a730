"""Pages that show a session: their Perl and Python are files, their commands are run.

    python -m tests.port.sessions docs/porting/worked.md

writes anew what the commands of a page print. From the top to the bottom, a fence of Perl or Python
is a file, whose name ``NAMES`` says, and a ``console`` fence has commands behind ``$`` with what
they print, errors among it. ``cat`` of a file that isn't there yet makes it of what stands below.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import attrs

from tests.docs.pages import ROOT

#: The program under its short name.
PROGRAM = f"""\
#!{sys.executable}
import sys
from sysvirt.port.__main__ import main
sys.exit(main())
"""
#: What the fences of a language are called as files.
SUFFIXES = {"perl": ".pl", "python": ".py"}
#: What the files of a page are called.
NAMES = {"worked.md": "guests", "draft.md": "vm"}
_FENCE = re.compile(r"^```(perl|python|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


@attrs.frozen
class Step:
    """A fence of a page: a file or commands."""

    language: str
    text: str
    #: Where the text stands in the page.
    start: int
    end: int


def steps(page: str) -> Iterator[Step]:
    """The fences of a page, in order."""
    for found in _FENCE.finditer(page):
        yield Step(found[1], found[2], found.start(2), found.end(2))


def replay(page: str, name: str, folder: Path) -> str:
    """A page with what its commands print in a folder; its files are called so."""
    (folder / "bin").mkdir()
    program = folder / "bin/sysvirt-port"
    program.write_text(PROGRAM)
    program.chmod(0o755)
    work = folder / "work"
    work.mkdir()
    new, at = "", 0
    for step in steps(page):
        new, at = new + page[at : step.start], step.end
        if step.language == "console":
            new += _session(step.text, work, folder / "bin")
        else:
            (work / f"{name}{SUFFIXES[step.language]}").write_text(step.text)
            new += step.text
    return new + page[at:]


def _session(text: str, work: Path, programs: Path) -> str:
    return "".join(
        f"$ {command}\n{_shown(command, shown, work, programs)}"
        for command, shown in _COMMAND.findall(text)
    )


def _shown(command: str, shown: str, work: Path, programs: Path) -> str:
    made = re.fullmatch(r"cat ([\w.]+)", command)
    if made and not (work / made[1]).exists():
        (work / made[1]).write_text(shown)
    return _run(command, work, programs)


def _run(command: str, work: Path, programs: Path) -> str:
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=work,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        env={
            **os.environ,
            "PATH": f"{programs}:{os.environ['PATH']}",
            "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
            "NO_COLOR": "1",
            "COLUMNS": "80",
        },
        check=False,
    )
    return done.stdout


def main(paths: list[str]) -> int:
    """Write pages anew."""
    for path in paths:
        file = Path(path)
        with tempfile.TemporaryDirectory() as folder:
            new = replay(file.read_text("utf-8"), NAMES[file.name], Path(folder))
        file.write_text(new, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
