"""File::Find: the code gets ``$_``; where it is, ``perl_found`` says."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Module

FILE_FIND = Module(
    "File::Find",
    functions={
        "find": Form("perl_find({0}, {*})", "v*s"),
        "finddepth": Form("perl_find({0}, {*}, True)", "v*s"),
    },
    exports=frozenset({"find", "finddepth"}),
    variables={
        "$dir": "perl_found.dir",
        "$name": "perl_found.name",
        "$prune": "perl_found.prune",
    },
)
