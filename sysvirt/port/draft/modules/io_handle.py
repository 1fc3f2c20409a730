"""IO::Handle, IO::File, IO::Dir and IO::Select: the methods of all that is open."""

from __future__ import annotations

from sysvirt.port.draft.modules.system_constants import OPEN, SEEK
from sysvirt.port.draft.modules.table import Form, Forms, Module

_METHODS: dict[str, Forms] = {
    "autoflush": (
        Form("perl_autoflush({self})", "", "int"),
        Form("perl_autoflush({self}, {0})", "t", "int"),
    ),
    "binmode": (
        Form("perl_binmode({self})", "", "int"),
        Form("perl_binmode({self}, {0})", "s", "int"),
    ),
    "blocking": Form("perl_did(os.set_blocking, {self}.fileno(), {0})", "t", "int"),
    "close": Form("perl_close({self})", "", "int"),
    "eof": Form("perl_eof({self})", ""),
    "error": Form("0", "", "int"),
    "clearerr": Form("0", "", "int"),
    "fileno": Form("perl_fileno({self})", "", "int?"),
    "flush": Form("perl_did({self}.flush)", "", "int"),
    "getc": Form("perl_getc({self})", "", "str?"),
    "getline": Form("perl_readline({self})", "", "str?"),
    "getlines": Form("perl_readlines({self})", "", "list:str"),
    "input_line_number": Form('getattr({self}, "lines", 0)', "", "int"),
    "opened": Form("perl_is_open({self})", "", "truth"),
    "print": Form("perl_print({self}, *{*})", "*v", "int"),
    "printf": Form("perl_print({self}, perl_sprintf({0}, {*}))", "s*v", "int"),
    "printflush": Form("perl_printflush({self}, {*})", "*v", "int"),
    "say": Form('perl_print({self}, *{*}, "\\n")', "*v", "int"),
    "seek": Form("perl_seek({self}, {0}, {1})", "ii", "int"),
    "stat": Form("perl_stat({self})", "", "list:int"),
    "sync": Form("perl_did(os.fsync, {self}.fileno())", "", "int"),
    "syswrite": (
        Form("perl_syswrite({self}, {0})", "v", "int?"),
        Form("perl_syswrite({self}, {0}, {1})", "vi", "int?"),
        Form("perl_syswrite({self}, {0}, {1}, {2})", "vii", "int?"),
    ),
    "tell": Form("perl_tell({self})", "", "int"),
    "truncate": Form("perl_truncate({self}, {0})", "i", "int"),
    "untaint": Form("0", "", "int"),
    "write": (
        Form("perl_print({self}, {0})", "v", "int"),
        Form("perl_print({self}, perl_bytes({0})[:{1}])", "vi", "int"),
    ),
}

_FILE = "object:IO::File?"

IO_HANDLE = Module(
    "IO::Handle",
    class_methods={
        "new_from_fd": Form("perl_open_number({0}, {1})", "vs", "object:IO::Handle?"),
    },
    methods={"IO::Handle": _METHODS},
)

IO_FILE = Module(
    "IO::File",
    class_methods={
        "new": (
            Form("perl_open({0})", "s", _FILE),
            Form("perl_new_file({0}, {1})", "sv", _FILE),
            Form("perl_new_file({0}, {1}, {2})", "svi", _FILE),
        ),
        "new_from_fd": Form("perl_open_number({0}, {1})", "vs", _FILE),
        "new_tmpfile": Form('perl_open("+>", None)', "", _FILE),
    },
    constants={**OPEN, **SEEK},
    exports=frozenset({*OPEN, *SEEK}),
    methods={"IO::File": {}},
    parents={"IO::File": "IO::Handle"},
)


def _ready(name: str) -> Forms:
    """The handles that are ready, with and without a time; as one value how many, or nothing."""
    alone, timed = f"{{self}}.{name}()", f"{{self}}.{name}({{0}})"
    return (
        Form(alone, "", "list", f"(len({alone}) or None)", "int?"),
        Form(timed, "n", "list", f"(len({timed}) or None)", "int?"),
    )


IO_SELECT = Module(
    "IO::Select",
    class_methods={"new": Form("PerlSelect({*})", "*v", "object:IO::Select")},
    methods={
        "IO::Select": {
            "add": Form("{self}.add({*})", "*v"),
            "can_read": _ready("can_read"),
            "can_write": _ready("can_write"),
            "count": Form("len({self}.handles)", "", "int"),
            "exists": Form("({0} in {self}.handles)", "v", "truth"),
            "handles": Form("list({self}.handles)", "", "list", "len({self}.handles)", "int"),
            "remove": Form("{self}.remove({*})", "*v"),
        }
    },
)

IO_DIR = Module(
    "IO::Dir",
    class_methods={"new": Form("perl_opendir({0})", "s", "object:IO::Dir?")},
    methods={
        "IO::Dir": {
            "close": Form("perl_closedir({self})", "", "int"),
            "read": Form(
                "perl_readdir_rest({self})", "", "list:str", "perl_readdir({self})", "str?"
            ),
            "rewind": Form("perl_rewinddir({self})", "", "int"),
        }
    },
)
