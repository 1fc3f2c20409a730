"""Cwd."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Module

_HERE = Form("os.getcwd()", "", "str")
_REAL = (
    Form("os.getcwd()", "", "str"),
    Form("perl_abs_path({0})", "s", "str?"),
)

CWD = Module(
    "Cwd",
    functions={
        "abs_path": _REAL,
        "chdir": Form("perl_did(os.chdir, {0})", "s", "int"),
        "cwd": _HERE,
        "fast_abs_path": _REAL,
        "fastcwd": _HERE,
        "fastgetcwd": _HERE,
        "getcwd": _HERE,
        "realpath": _REAL,
    },
    exports=frozenset({"cwd", "getcwd", "fastcwd", "fastgetcwd"}),
)
