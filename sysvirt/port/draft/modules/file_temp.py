"""File::Temp."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Module

FILE_TEMP = Module(
    "File::Temp",
    functions={
        "tempdir": Form("perl_tempdir({*})", "*v", "str"),
        "tempfile": Form(
            "perl_tempfile({*})", "*v", "list", "perl_tempfile({*})[0]", "object:File::Temp"
        ),
    },
    exports=frozenset({"tempdir", "tempfile"}),
    class_methods={
        "new": Form("perl_new_temporary({*})", "*v", "object:File::Temp"),
        "newdir": Form("perl_new_temporary_folder({*})", "*v", "object:File::Temp::Dir"),
    },
    methods={
        "File::Temp": {
            "filename": Form("{self}.filename", "", "str"),
            "unlink_on_destroy": Form('setattr({self}, "is_removed", {0})', "t"),
        },
        "File::Temp::Dir": {"dirname": Form("{self}.dirname", "", "str")},
    },
    parents={"File::Temp": "IO::Handle"},
)
