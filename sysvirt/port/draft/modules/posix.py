"""POSIX: those functions that Perl itself has not, or has otherwise."""

from __future__ import annotations

from sysvirt.port.draft.modules import system_constants as system
from sysvirt.port.draft.modules.core import CORE
from sysvirt.port.draft.modules.table import Form, Forms, Module

_NUMBERS: dict[str, Forms] = {
    **{
        name: Form(f"math.{name}({{0}})", "n", "float")
        for name in [
            "acos",
            "acosh",
            "asin",
            "asinh",
            "atan",
            "atanh",
            "cbrt",
            "cosh",
            "erf",
            "erfc",
            "expm1",
            "log10",
            "log1p",
            "log2",
            "sinh",
            "tan",
            "tanh",
        ]
    },
    "ceil": Form("math.ceil({0})", "n", "int"),
    "copysign": Form("math.copysign({0}, {1})", "nn", "float"),
    "fdim": Form("max({0} - {1}, 0)", "nn", "num"),
    "floor": Form("math.floor({0})", "n", "int"),
    "fmax": Form("max({0}, {1})", "nn", "num"),
    "fmin": Form("min({0}, {1})", "nn", "num"),
    "fmod": Form("math.fmod({0}, {1})", "nn", "float"),
    "frexp": Form("list(math.frexp({0}))", "n", "list"),
    "hypot": Form("math.hypot({0}, {1})", "nn", "float"),
    "isfinite": Form("int(math.isfinite({0}))", "n", "int"),
    "isinf": Form("int(math.isinf({0}))", "n", "int"),
    "isnan": Form("int(math.isnan({0}))", "n", "int"),
    "ldexp": Form("math.ldexp({0}, {1})", "ni", "float"),
    "lround": Form("int(perl_round({0}))", "n", "int"),
    "modf": Form("list(math.modf({0}))", "n", "list"),
    "pow": Form("math.pow({0}, {1})", "nn", "float"),
    "remainder": Form("math.remainder({0}, {1})", "nn", "float"),
    "rint": Form("round({0})", "n", "int"),
    "round": Form("perl_round({0})", "n", "float"),
    "trunc": Form("math.trunc({0})", "n", "int"),
}

_TEXTS: dict[str, Forms] = {
    "strcoll": Form("locale.strcoll({0}, {1})", "ss", "int"),
    "strerror": Form("os.strerror({0})", "i", "str"),
    "strstr": Form("{0}.find({1})", "ss", "int"),
    "strtod": Form("perl_strtod({0})", "s", "list", "perl_strtod({0})[0]", "num"),
    "strtol": (
        Form("perl_strtol({0})", "s", "list:int", "perl_strtol({0})[0]", "int"),
        Form("perl_strtol({0}, {1})", "si", "list:int", "perl_strtol({0}, {1})[0]", "int"),
    ),
    "strtoul": (
        Form("perl_strtol({0})", "s", "list:int", "perl_strtol({0})[0]", "int"),
        Form("perl_strtol({0}, {1})", "si", "list:int", "perl_strtol({0}, {1})[0]", "int"),
    ),
    "tolower": Form("{0}.lower()", "s", "str"),
    "toupper": Form("{0}.upper()", "s", "str"),
}

_TIMES: dict[str, Forms] = {
    "asctime": Form("perl_asctime({*})", "*n", "str"),
    "clock": Form("int(time.process_time() * 1000000)", "", "int"),
    "ctime": Form('time.ctime({0}) + "\\n"', "i", "str"),
    "difftime": Form("{0} - {1}", "ii", "int"),
    "mktime": Form("perl_mktime({*})", "*n", "int?"),
    "strftime": Form("perl_strftime({0}, {*})", "s*n", "str"),
    "tzname": Form("list(time.tzname)", "", "list:str"),
    "tzset": Form("time.tzset()", ""),
}

_SYSTEM: dict[str, Forms] = {
    "_exit": Form("os._exit({0})", "i"),
    "abort": Form("os.abort()", ""),
    "access": Form("int(os.access({0}, {1}))", "si", "int"),
    "close": Form("perl_did(os.close, {0})", "i", "int"),
    "ctermid": Form("os.ctermid()", "", "str"),
    "cuserid": Form("getpass.getuser()", "", "str"),
    "dup": Form("perl_result(os.dup, {0})", "i", "int?"),
    "dup2": Form("perl_result(os.dup2, {0}, {1})", "ii", "int?"),
    "getcwd": Form("os.getcwd()", "", "str"),
    "getegid": Form("os.getegid()", "", "int"),
    "geteuid": Form("os.geteuid()", "", "int"),
    "getgid": Form("os.getgid()", "", "int"),
    "getpid": Form("os.getpid()", "", "int"),
    "getuid": Form("os.getuid()", "", "int"),
    "isatty": Form("os.isatty(perl_file_number({0}))", "v", "truth"),
    "mkfifo": Form("perl_did(os.mkfifo, {0}, {1})", "si", "int"),
    "nice": Form("perl_result(os.nice, {0})", "i", "int?"),
    "open": (
        Form("perl_result(os.open, {0}, os.O_RDONLY)", "s", "int?"),
        Form("perl_result(os.open, {0}, {1}, 0o666)", "si", "int?"),
        Form("perl_result(os.open, {0}, {1}, {2})", "sii", "int?"),
    ),
    "pause": Form("perl_sleep()", ""),
    "pipe": Form("list(os.pipe())", "", "list:int"),
    "setgid": Form("perl_did(os.setgid, {0})", "i", "int"),
    "setlocale": (
        Form("perl_result(locale.setlocale, {0})", "i", "str?"),
        Form("perl_result(locale.setlocale, {0}, {1})", "is", "str?"),
    ),
    "setpgid": Form("perl_did(os.setpgid, {0}, {1})", "ii", "int"),
    "setsid": Form("perl_setsid()", "", "int?"),
    "setuid": Form("perl_did(os.setuid, {0})", "i", "int"),
    "sysconf": Form("perl_result(os.sysconf, {0})", "i", "int?"),
    "tcgetpgrp": Form("perl_result(os.tcgetpgrp, {0})", "i", "int?"),
    "tmpnam": Form("tempfile.mktemp()", "", "str"),
    "ttyname": Form("perl_result(os.ttyname, {0})", "i", "str?"),
    "uname": Form("list(os.uname())", "", "list:str"),
    "write": Form("perl_result(os.write, {0}, perl_bytes({1})[:{2}])", "ivi", "int?"),
}

_STATUS: dict[str, Forms] = {
    "WEXITSTATUS": Form("os.WEXITSTATUS({0})", "i", "int"),
    "WIFEXITED": Form("int(os.WIFEXITED({0}))", "i", "int"),
    "WIFSIGNALED": Form("int(os.WIFSIGNALED({0}))", "i", "int"),
    "WIFSTOPPED": Form("int(os.WIFSTOPPED({0}))", "i", "int"),
    "WSTOPSIG": Form("os.WSTOPSIG({0})", "i", "int"),
    "WTERMSIG": Form("os.WTERMSIG({0})", "i", "int"),
}

_MODES: dict[str, Forms] = {
    name: Form(f"stat.{name}({{0}})", "i", "truth")
    for name in ("S_ISBLK", "S_ISCHR", "S_ISDIR", "S_ISFIFO", "S_ISREG")
}

#: What POSIX has of Perl's own functions, by the same name.
_OWN = [
    "abs",
    "alarm",
    "atan2",
    "chdir",
    "chmod",
    "chown",
    "cos",
    "exit",
    "exp",
    "fork",
    "getc",
    "getgrgid",
    "getgrnam",
    "getlogin",
    "getpgrp",
    "getppid",
    "getpwnam",
    "getpwuid",
    "gmtime",
    "kill",
    "link",
    "localtime",
    "log",
    "mkdir",
    "opendir",
    "readdir",
    "closedir",
    "rename",
    "rewinddir",
    "rmdir",
    "sin",
    "sleep",
    "sprintf",
    "sqrt",
    "stat",
    "system",
    "time",
    "times",
    "umask",
    "unlink",
    "utime",
    "wait",
    "waitpid",
]

#: Only on request, or by their full names.
_ON_REQUEST = frozenset(
    [
        "close",
        "nice",
        "open",
        "pipe",
        "tolower",
        "toupper",
        "write",
        "acosh",
        "asinh",
        "atanh",
        "cbrt",
        "copysign",
        "erf",
        "erfc",
        "expm1",
        "fdim",
        "fmax",
        "fmin",
        "hypot",
        "isfinite",
        "isinf",
        "isnan",
        "log1p",
        "log2",
        "lround",
        "remainder",
        "rint",
        "round",
        "trunc",
    ]
)

_FUNCTIONS: dict[str, Forms] = {
    **{name: CORE.functions[name] for name in _OWN},
    **_NUMBERS,
    **_TEXTS,
    **_TIMES,
    **_SYSTEM,
    **_STATUS,
    **_MODES,
}
_CONSTANTS = {
    **system.ERRORS,
    **system.OPEN,
    **system.SIGNALS,
    **system.MODES,
    **system.SEEK,
    **system.FCNTL,
    **system.LOCK_KINDS,
    **system.WAITING,
    **system.LIMITS,
    **system.ACCESS,
    **system.LOCALES,
    **system.SYSTEM_LIMITS,
}

POSIX = Module(
    "POSIX",
    functions=_FUNCTIONS,
    exports=frozenset({*_FUNCTIONS, *_CONSTANTS}) - _ON_REQUEST - set(_OWN),
    constants=_CONSTANTS,
)
