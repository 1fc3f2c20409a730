"""What valgrind sees of a process: accesses to memory that isn't there, and whose they are."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Sequence

from tests.campaign import Outcome, run_apart

#: What Debian's valgrind knows about Python.
SUPPRESSIONS = "/usr/lib/valgrind/python3.supp"

_BLOCK = re.compile(r"==\d+== Invalid (?:read|write|free).*?\n==\d+== \n", re.DOTALL)


def is_there() -> bool:
    """Whether it is installed."""
    return shutil.which("valgrind") is not None


def watch(arguments: Sequence[str], patience: float) -> tuple[Outcome, list[str]]:
    """Run Python with these arguments: how it ended, and each invalid access with its stack."""
    command = ["valgrind", "--quiet", f"--suppressions={SUPPRESSIONS}", "--num-callers=30"]
    # Python itself reads what it hasn't written.
    command += ["--undef-value-errors=no", sys.executable, *arguments]
    done = run_apart(command, patience, {"PYTHONMALLOC": "malloc"})
    return done, _BLOCK.findall(done.errors)


def is_libvirts(block: str) -> bool:
    """Whether an access is one of libvirt's or of libvirt-python's, and not by ctypes."""
    access, _, _ = block.partition(" Address ")
    return "_ctypes" not in access and ("libvirt_vir" in access or "libvirt.so" in access)


def name_place(block: str) -> str:
    """The function of libvirt-python's in which it is."""
    found = re.search(r"libvirt_(vir\w+)", block)
    return found[1] if found else "libvirt"
