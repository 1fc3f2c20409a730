"""Snippets of Perl: what they print, and what their drafts print.

One process of Python runs all drafts of a table, each in a fork of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import attrs
import pytest

import sysvirt
from sysvirt.port.draft.drafts import Draft, write_drafts
from sysvirt.port.project import read_project
from sysvirt.port.source import Source
from tests.parity.judge import perl_missing

#: In seconds, for all of a table.
TIMEOUT = 120
NAME = "snippet"

#: Runs each draft in a fork, which ends as the program would.
_RUNNER = """\
import json, os, runpy, sys
results = []
for path in sys.argv[1:]:
    folder = os.path.dirname(path)
    sys.stdout.flush()
    child = os.fork()
    if not child:
        os.chdir(folder)
        for number, name in ((1, "output"), (2, "errors")):
            file = os.open(name, os.O_WRONLY | os.O_CREAT)
            os.dup2(file, number)
        sys.argv = [os.path.basename(path)]
        runpy.run_path(sys.argv[0], run_name="__main__")
        sys.exit(0)
    results.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
print(json.dumps(results))
"""


@attrs.frozen
class Said:
    """What a program printed, and what it ended with."""

    output: str
    errors: str
    status: int


@attrs.frozen
class Ran:
    """A snippet with its draft, and what both said."""

    perl: str
    draft: Draft
    theirs: Said
    ours: Said

    def assert_same(self) -> None:
        """Nothing is left to do by hand, and both print the same."""
        shown = f"{self.perl}\n{'-' * 72}\n{self.draft.text}\n{'-' * 72}\n{self.ours.errors}"
        assert self.draft.todos == (), shown
        assert self.theirs.output or self.theirs.errors, f"it prints nothing:\n{shown}"
        assert self.ours.output == self.theirs.output, shown
        assert self.ours.status == self.theirs.status, shown

    def assert_same_errors(self) -> None:
        """The same with what stands on standard error."""
        self.assert_same()
        assert self.ours.errors == self.theirs.errors, self.draft.text


@cache
def draft(perl: str) -> Draft:
    """The draft of a snippet."""
    (made,) = write_drafts(read_project([Source(f"{NAME}.pl", perl.encode())]))
    return made


def code(perl: str) -> str:
    """What stands in the draft of a snippet behind its helpers, without blank lines."""
    lines = draft(perl).text.splitlines()
    return "\n".join(line for line in lines if line.strip())


def run(table: Mapping[str, str]) -> dict[str, Ran]:
    """Run all snippets of a table, and their drafts."""
    if why := perl_missing():
        pytest.skip(why)
    with tempfile.TemporaryDirectory() as root:
        places = {name: Path(root) / str(number) for number, name in enumerate(table)}
        for name, perl in table.items():
            for side, suffix, text in (("perl", "pl", perl), ("python", "py", draft(perl).text)):
                folder = places[name] / side
                folder.mkdir(parents=True)
                (folder / f"{NAME}.{suffix}").write_text(text, "utf-8")
        theirs = {name: _perl(places[name] / "perl") for name in table}
        ours = _python([places[name] / "python" for name in table])
    return {
        name: Ran(perl, draft(perl), theirs[name], said)
        for (name, perl), said in zip(table.items(), ours, strict=True)
    }


def _perl(folder: Path) -> Said:
    done = subprocess.run(
        ["perl", f"{NAME}.pl"],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=TIMEOUT,
        check=False,
    )
    return Said(_text(done.stdout), _text(done.stderr), done.returncode)


def _python(folders: list[Path]) -> list[Said]:
    paths = [str(each / f"{NAME}.py") for each in folders]
    around = str(Path(sysvirt.__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", _RUNNER, *paths],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": around, "PYTHONHASHSEED": "0"},
        timeout=TIMEOUT,
        check=True,
    )
    return [
        Said(_written(folder / "output"), _written(folder / "errors"), status)
        for folder, status in zip(folders, json.loads(done.stdout), strict=True)
    ]


def _written(file: Path) -> str:
    return _text(file.read_bytes()) if file.exists() else ""


def _text(data: bytes) -> str:
    return data.decode("utf-8", "backslashreplace").replace(f"{NAME}.py", f"{NAME}.pl")


def assert_loud(perl: str, reason: str) -> None:
    """A draft has a TODO with a reason; its Perl is a comment, and a run ends there."""
    made = draft(perl)
    assert [why for _, why in made.todos if reason in why], f"{made.todos}\n{made.text}"
    lines = [each.strip() for each in made.text.splitlines()]
    for number, _ in made.todos:
        place = f"{NAME}.pl:{number}"
        assert f'raise NotImplementedError("{place}")' in lines
        (at, *_) = (n for n, line in enumerate(lines) if line.startswith(f"# TODO {place}: "))
        assert lines[at + 1].removeprefix("#").strip() in perl
