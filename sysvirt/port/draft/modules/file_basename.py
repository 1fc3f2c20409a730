"""File::Basename."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Forms, Module

_FUNCTIONS: dict[str, Forms] = {
    "basename": (
        Form("perl_basename({0})", "s", "str"),
        Form("perl_basename({0}, {*})", "s*v", "str"),
    ),
    "dirname": Form("perl_dirname({0})", "s", "str"),
    "fileparse": (
        Form("perl_fileparse({0})", "s", "list:str", "perl_fileparse({0})[0]", "str"),
        Form(
            "perl_fileparse({0}, {*})",
            "s*v",
            "list:str",
            "perl_fileparse({0}, {*})[0]",
            "str",
        ),
    ),
}

FILE_BASENAME = Module("File::Basename", functions=_FUNCTIONS, exports=frozenset(_FUNCTIONS))
