"""File::Copy: files by their paths, or handles."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Module

FILE_COPY = Module(
    "File::Copy",
    functions={
        "copy": (
            Form("perl_copy({0}, {1})", "vv", "int"),
            Form("perl_copy({0}, {1})", "vvv", "int"),
        ),
        "cp": Form("perl_copy({0}, {1}, True)", "vv", "int"),
        "move": Form("perl_move({0}, {1})", "ss", "int"),
        "mv": Form("perl_move({0}, {1})", "ss", "int"),
    },
    exports=frozenset({"copy", "move"}),
)
