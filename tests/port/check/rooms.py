"""Running a hostile script in a room with some layers of the guard."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from sysvirt.port.check.run import Layers, Outcome, Room, Settings
from tests.port.check.hostile import fill

NONE = Layers(perl=False, python=False, namespaces=False, filter=False)
LANGUAGE = Layers(namespaces=False, filter=False)
NAMESPACES = Layers(perl=False, python=False, filter=False)
FILTER = Layers(perl=False, python=False, namespaces=False)
ALL = Layers()


def need_perl() -> None:
    """Skip a test where there is no Perl with Sys::Virt."""
    perl = shutil.which("perl")
    if perl is None or subprocess.run([perl, "-MSys::Virt", "-e1"], capture_output=True).returncode:
        pytest.skip("needs Perl with Sys::Virt")


def run(kind: str, text: str, uri: str, layers: Layers, *, commands: bool = False) -> Outcome:
    """Run a hostile script that wants to go to a URI."""
    if "virsh" in text and shutil.which("virsh") is None:
        pytest.skip("needs virsh")
    settings = Settings(layers=layers, commands=commands)
    with Room(settings) as room:
        folder = room.root / "work"
        folder.mkdir()
        script = folder / ("bad.pl" if kind == "perl" else "bad.py")
        script.write_text(fill(text, uri))
        start = room.run_perl if kind == "perl" else room.run_python
        outcome = start(script, [], folder)
        for name in ("namespaces", "filter"):
            if getattr(layers, name) and name in room.missing:
                pytest.skip(f"{name}: {room.missing[name]}")
    return outcome
