"""File::stat, whose ``stat`` gives an object."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Forms, Module

_STAT = "object:File::stat"
_FIELDS = ("dev", "ino", "mode", "nlink", "uid", "gid", "rdev", "size", "blksize", "blocks")
_TIMES = ("atime", "ctime", "mtime")
_METHODS: dict[str, Forms] = {
    **{name: Form(f"{{self}}.st_{name}", "", "int") for name in _FIELDS},
    **{name: Form(f"int({{self}}.st_{name})", "", "int") for name in _TIMES},
}

FILE_STAT = Module(
    "File::stat",
    functions={
        "lstat": Form("perl_file_stat({0}, False)", "p", f"{_STAT}?"),
        "stat": Form("perl_file_stat({0})", "p", f"{_STAT}?"),
    },
    exports=frozenset({"lstat", "stat"}),
    methods={"File::stat": _METHODS},
    assumed=("File::stat",),
)
