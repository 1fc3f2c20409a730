"""Where the Python of each Perl file lies."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sysvirt.port.destinations import beside, of_project


@pytest.mark.parametrize(
    ("perl", "python"),
    [
        ("vm.pl", "vm.py"),
        ("a.b/Host.pm", "a.b/Host.py"),
        ("t/01-basic.t", "t/01-basic.py"),
        ("status.cgi", "status.py"),
        ("bin/vmctl", "bin/vmctl.py"),
        ("backup.daily", "backup.daily.py"),
    ],
)
def test_the_python_beside_a_file(perl: str, python: str) -> None:
    assert beside(perl) == python


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["vm.pl", "lib/Host.pm"], ["vm.py", "lib/Host.py"]),
        # Python finds My.Host only where My is a folder with a module of its own.
        (["lib/My/Host.pm", "lib/My.pm"], ["lib/My/Host.py", "lib/My/__init__.py"]),
        (["My/Deep/Host.pm", "My.pm"], ["My/Deep/Host.py", "My/__init__.py"]),
        # The module has the name that others import.
        (["Host.pl", "Host.pm"], ["Host_pl.py", "Host.py"]),
        # A script beside the folder of its modules would be imported in their place.
        (["vmctl", "vmctl/Host.pm"], ["vmctl_2.py", "vmctl/Host.py"]),
        (["vmctl.pl", "vmctl/Host.pm"], ["vmctl_pl.py", "vmctl/Host.py"]),
        (["vm", "vm.pl", "vm.t", "vm.cgi"], ["vm.py", "vm_pl.py", "vm_t.py", "vm_cgi.py"]),
        (["vm_pl", "vm", "vm.pl"], ["vm_pl.py", "vm.py", "vm_pl_2.py"]),
    ],
)
def test_the_files_of_a_project(paths: list[str], found: list[str]) -> None:
    assert of_project(paths) == tuple(found)


def test_python_imports_all_modules_of_a_project(tmp_path: Path) -> None:
    perl = ["My.pm", "My/Host.pm", "My/Deep/Guest.pm", "vmctl.pl", "vmctl/Run.pm"]
    names = ["My", "My.Host", "My.Deep.Guest", "vmctl.Run"]
    for path, target in zip(perl, of_project(perl), strict=True):
        file = tmp_path / target
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"perl = {path!r}\n")
    code = f"import {', '.join(names)}\nprint({', '.join(f'{name}.perl' for name in names)})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True
    )
    assert (done.stdout.split(), done.stderr) == ([each for each in perl if ".pm" in each], "")
