"""The program as it is started."""

from __future__ import annotations

import configparser
import subprocess
import sys
from pathlib import Path

import pytest

from sysvirt.port import __main__ as start
from tests.port.running import BAD, GOOD, port

ROOT = Path(__file__).parents[2]

#: Starts it where a module isn't installed.
WITHOUT = """
import runpy, sys
sys.modules[sys.argv.pop(1)] = None
runpy.run_module("sysvirt.port", run_name="__main__", alter_sys=True)
"""
#: What `import sysvirt` has loaded afterwards.
LOADED = "import sys, sysvirt; print([name for name in sys.modules if name in sys.argv[1:]])"


def test_it_ends_with_what_the_verb_says(tmp_path: Path) -> None:
    (tmp_path / "good.pl").write_text(GOOD)
    (tmp_path / "bad.pl").write_text(BAD)
    assert port("good.pl", folder=tmp_path).returncode == 0
    assert port("bad.pl", folder=tmp_path).returncode == 1


@pytest.mark.parametrize("name", start.NEEDED)
@pytest.mark.parametrize("words", [["vm.pl"], ["--help"], ["explain"], []])
def test_without_the_extra_a_line_says_what_to_do(name: str, words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, name, *words], capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line == (
        f"sysvirt.port needs {name.replace('_', '-')}, which is missing here:"
        " pip install 'sysvirt[port]'"
    )


def test_a_fault_of_another_import_is_not_hidden() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, "difflib", "vm.pl"], capture_output=True, text=True
    )
    assert "ModuleNotFoundError: import of difflib" in done.stderr


def test_what_it_needs_is_what_the_extra_installs() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg")
    lines = config["options.extras_require"]["port"].split()
    names = [line.partition(">")[0].replace("-", "_") for line in lines]
    assert tuple(names) == start.NEEDED


def test_the_script_of_the_distribution_is_the_same() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg")
    scripts = config["options.entry_points"]["console_scripts"].split("=")
    module, _, name = scripts[1].strip().partition(":")
    assert (scripts[0].strip(), module) == ("sysvirt-port", start.__name__)
    assert getattr(start, name) is start.main


def test_importing_sysvirt_loads_nothing_of_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *start.NEEDED, "sysvirt.port"],
        capture_output=True,
        text=True,
    )
    assert done.stdout == "[]\n", done.stderr
