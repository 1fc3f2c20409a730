"""File::Path."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Module

FILE_PATH = Module(
    "File::Path",
    functions={
        "make_path": Form(
            "perl_make_path_by({*})", "*v", "list:str", "len(perl_make_path_by({*}))", "int"
        ),
        "mkpath": Form("perl_mkpath({*})", "*v", "list:str", "len(perl_mkpath({*}))", "int"),
        "remove_tree": Form("perl_remove_tree_by({*})", "*v", "int"),
        "rmtree": Form("perl_rmtree({*})", "*v", "int"),
    },
    exports=frozenset({"mkpath", "rmtree"}),
)
