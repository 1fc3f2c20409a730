"""How far a long work has come."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import textwrap
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.examples.terminal import Terminal

#: A work that goes on until a file is there.
WORK = """
import sys, time
from pathlib import Path
from sysvirt.port.progress import Advance

with Advance(float(sys.argv[2])) as advance:
    advance.stage("Reading 3 files", 3)
    advance.step()
    print("begun", flush=True)
    while not Path(sys.argv[1]).exists():
        time.sleep(0.01)
print("done", flush=True)
"""


def command(stop: Path, patience: float) -> list[str]:
    return [sys.executable, "-c", textwrap.dedent(WORK), str(stop), str(patience)]


@contextlib.contextmanager
def on_terminal(stop: Path, patience: float) -> Generator[Terminal, None, None]:
    terminal = Terminal(*command(stop, patience))
    try:
        yield terminal
    finally:
        terminal.close()


def test_a_long_work_shows_where_it_is_and_cleans_up(tmp_path: Path) -> None:
    stop = tmp_path / "stop"
    with on_terminal(stop, 0) as terminal:
        terminal.shows("Reading 3 files")
        terminal.shows("1/3")
        stop.touch()
        terminal.ends(0)
        terminal.shows("done")
        # The cursor that was hidden is there again.
        assert terminal.shown.rindex(b"\x1b[?25h") > terminal.shown.rindex(b"\x1b[?25l")
        assert terminal.is_as_before()


def test_a_short_work_shows_nothing(tmp_path: Path) -> None:
    stop = tmp_path / "stop"
    stop.touch()
    with on_terminal(stop, 3600) as terminal:
        terminal.ends(0)
        assert terminal.text().split() == ["begun", "done"]
        assert b"\x1b" not in terminal.shown


def test_ctrl_c_ends_it_and_cleans_up(tmp_path: Path) -> None:
    with on_terminal(tmp_path / "never", 0) as terminal:
        terminal.shows("Reading 3 files")
        terminal.type(b"\x03")
        terminal.until(lambda: terminal.program.poll() is not None, "ends")
        assert terminal.shown.rindex(b"\x1b[?25h") > terminal.shown.rindex(b"\x1b[?25l")


@pytest.mark.parametrize("patience", [0, 3600])
def test_nothing_is_shown_where_there_is_no_terminal(tmp_path: Path, patience: float) -> None:
    stop = tmp_path / "stop"
    stop.touch()
    done = subprocess.run(command(stop, patience), capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.split() == [b"begun", b"done"]
