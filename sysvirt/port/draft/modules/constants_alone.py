"""Modules that are constants alone: Fcntl and Errno."""

from __future__ import annotations

from sysvirt.port.draft.modules import system_constants as system
from sysvirt.port.draft.modules.table import Form, Module

_TESTS = ("S_ISBLK", "S_ISCHR", "S_ISDIR", "S_ISFIFO", "S_ISLNK", "S_ISREG", "S_ISSOCK")

FCNTL = Module(
    "Fcntl",
    functions={
        "S_IFMT": (
            Form("0o170000", "", "int"),
            Form("stat.S_IFMT({0})", "i", "int"),
        ),
        "S_IMODE": Form("stat.S_IMODE({0})", "i", "int"),
        **{name: Form(f"stat.{name}({{0}})", "i", "truth") for name in _TESTS},
    },
    exports=frozenset({*system.OPEN, *system.MORE_OPEN, *system.FCNTL, *system.LOCK_KINDS})
    - {"O_NOATIME"},
    constants={
        **system.OPEN,
        **system.MORE_OPEN,
        **system.FCNTL,
        **system.LOCK_KINDS,
        **system.LOCKS,
        **system.SEEK,
        **system.MODES,
        **system.KINDS,
    },
)

ERRNO = Module("Errno", constants=system.ERRORS)
