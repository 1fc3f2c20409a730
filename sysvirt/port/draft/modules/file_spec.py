"""File::Spec and File::Spec::Functions."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Forms, Module

_FUNCTIONS: dict[str, Forms] = {
    "abs2rel": (
        Form("perl_abs2rel({0})", "s", "str"),
        Form("perl_abs2rel({0}, {1})", "ss", "str"),
    ),
    "canonpath": Form("perl_canonpath({0})", "s", "str"),
    "case_tolerant": Form("0", "", "int"),
    "catdir": Form("perl_catdir({*})", "*s", "str"),
    "catfile": Form("perl_catfile({*})", "*s", "str"),
    "catpath": Form("perl_catpath({1}, {2})", "sss", "str"),
    "curdir": Form('"."', "", "str"),
    "devnull": Form("os.devnull", "", "str"),
    "file_name_is_absolute": Form('{0}.startswith("/")', "s", "truth"),
    "join": Form("perl_catfile({*})", "*s", "str"),
    "no_upwards": Form('[each for each in {*} if each not in (".", "..")]', "*s", "list:str"),
    "path": Form('[each or "." for each in os.environ["PATH"].split(":")]', "", "list:str"),
    "rel2abs": (
        Form("perl_rel2abs({0})", "s", "str"),
        Form("perl_rel2abs({0}, {1})", "ss", "str"),
    ),
    "rootdir": Form('"/"', "", "str"),
    "splitdir": Form('({0}.split("/") if {0} else [])', "s", "list:str"),
    "splitpath": (
        Form("perl_splitpath({0})", "s", "list:str"),
        Form("perl_splitpath({0}, {1})", "st", "list:str"),
    ),
    "tmpdir": Form("perl_tmpdir()", "", "str"),
    "updir": Form('".."', "", "str"),
}

FILE_SPEC = Module("File::Spec", class_methods=_FUNCTIONS)
FILE_SPEC_FUNCTIONS = Module(
    "File::Spec::Functions",
    functions=_FUNCTIONS,
    exports=frozenset(
        [
            "canonpath",
            "catdir",
            "catfile",
            "curdir",
            "rootdir",
            "updir",
            "no_upwards",
            "file_name_is_absolute",
            "path",
        ]
    ),
)
