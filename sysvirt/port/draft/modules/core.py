"""Perl's own functions, and its file tests (``-e``).

Those of ``TOPIC`` take ``$_`` where they have no argument. Functions that set a variable among
their arguments give here what they put there: ``open`` and ``opendir`` the handle, ``read`` and
``sysread`` the text, ``pipe`` both handles.

The plain form of a file test doesn't set ``$!``: ``ERROR_TESTS`` has the form that does.
"""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Forms, Module

#: The functions that take ``$_`` where they have no argument.
TOPIC = frozenset(
    [
        "abs",
        "chr",
        "cos",
        "exp",
        "glob",
        "hex",
        "int",
        "lc",
        "lcfirst",
        "length",
        "log",
        "lstat",
        "mkdir",
        "oct",
        "ord",
        "quotemeta",
        "readlink",
        "rmdir",
        "sin",
        "sqrt",
        "stat",
        "uc",
        "ucfirst",
        "unlink",
        "-A",
        "-B",
        "-C",
        "-M",
        "-O",
        "-R",
        "-S",
        "-T",
        "-W",
        "-X",
        "-b",
        "-c",
        "-d",
        "-e",
        "-f",
        "-g",
        "-k",
        "-l",
        "-o",
        "-p",
        "-r",
        "-s",
        "-u",
        "-w",
        "-x",
        "-z",
    ]
)

_TEXTS: dict[str, Forms] = {
    "chr": Form("chr({0})", "i", "str"),
    "hex": Form("perl_hex({0})", "s", "int"),
    "index": (
        Form("{0}.find({1})", "ss", "int"),
        Form("perl_index({0}, {1}, {2})", "ssi", "int"),
    ),
    "join": Form("{0}.join({*})", "s*s", "str"),
    "lc": Form("{0}.lower()", "s", "str"),
    "lcfirst": Form("perl_lcfirst({0})", "s", "str"),
    "length": Form("perl_length({0})", "v", "int?"),
    "oct": Form("perl_oct({0})", "s", "int"),
    "ord": Form("perl_ord({0})", "s", "int"),
    "quotemeta": Form("perl_quotemeta({0})", "s", "str"),
    "reverse": Form("{*}[::-1]", "*v", "list", "perl_reversed_text({*})", "str"),
    "rindex": (
        Form("{0}.rfind({1})", "ss", "int"),
        Form("perl_rindex({0}, {1}, {2})", "ssi", "int"),
    ),
    "sprintf": Form("perl_sprintf({0}, {*})", "s*v", "str"),
    "substr": (
        Form("perl_substr({0}, {1})", "si", "str?"),
        Form("perl_substr({0}, {1}, {2})", "sii", "str?"),
    ),
    "uc": Form("{0}.upper()", "s", "str"),
    "ucfirst": Form("perl_ucfirst({0})", "s", "str"),
    "fc": Form("{0}.casefold()", "s", "str"),
}

_NUMBERS: dict[str, Forms] = {
    "abs": Form("abs({0})", "n", "num"),
    "atan2": Form("math.atan2({0}, {1})", "nn", "float"),
    "cos": Form("math.cos({0})", "n", "float"),
    "exp": Form("math.exp({0})", "n", "float"),
    "int": Form("{0}", "i", "int"),
    "log": Form("math.log({0})", "n", "float"),
    "rand": (
        Form("perl_rand()", "", "float"),
        Form("perl_rand({0})", "n", "float"),
    ),
    "sin": Form("math.sin({0})", "n", "float"),
    "sqrt": Form("math.sqrt({0})", "n", "float"),
    "srand": (
        Form("perl_srand()", "", "int"),
        Form("perl_srand({0})", "i", "int"),
    ),
}

_TIMES: dict[str, Forms] = {
    "alarm": Form("signal.alarm({0})", "i", "int"),
    "gmtime": (
        Form(
            "perl_time_fields(time.gmtime())",
            "",
            "list:int",
            "time.asctime(time.gmtime())",
            "str",
        ),
        Form(
            "perl_time_fields(time.gmtime({0}))",
            "i",
            "list:int",
            "time.asctime(time.gmtime({0}))",
            "str",
        ),
    ),
    "localtime": (
        Form("perl_time_fields(time.localtime())", "", "list:int", "time.ctime()", "str"),
        Form("perl_time_fields(time.localtime({0}))", "i", "list:int", "time.ctime({0})", "str"),
    ),
    "select": Form("perl_sleep({3})", "uuun", "float"),
    "sleep": (
        Form("round(perl_sleep())", "", "int"),
        Form("round(perl_sleep({0}))", "i", "int"),
    ),
    "time": Form("int(time.time())", "", "int"),
    "times": Form("perl_times()", "", "list:float"),
}

_PATHS: dict[str, Forms] = {
    "chdir": Form("perl_did(os.chdir, {0})", "s", "int"),
    "chmod": Form("perl_chmod({0}, {*})", "i*s", "int"),
    "chown": Form("perl_chown({0}, {1}, {*})", "ii*s", "int"),
    "chroot": Form("perl_did(os.chroot, {0})", "s", "int"),
    "closedir": Form("perl_closedir({0})", "v", "int"),
    "glob": Form("perl_glob({0})", "s", "list:str"),
    "link": Form("perl_did(os.link, {0}, {1})", "ss", "int"),
    "lstat": Form(
        "perl_stat({0}, False)", "v", "list:int", "len(perl_stat({0}, False)) > 0", "truth"
    ),
    "mkdir": (
        Form("perl_did(os.mkdir, {0})", "s", "int"),
        Form("perl_did(os.mkdir, {0}, {1})", "si", "int"),
    ),
    "opendir": Form("perl_opendir({0})", "s", "object:IO::Dir?"),
    "readdir": Form("perl_readdir_rest({0})", "v", "list:str", "perl_readdir({0})", "str?"),
    "readlink": Form("perl_result(os.readlink, {0})", "s", "str?"),
    "rename": Form("perl_did(os.rename, {0}, {1})", "ss", "int"),
    "rewinddir": Form("perl_rewinddir({0})", "v", "int"),
    "rmdir": Form("perl_did(os.rmdir, {0})", "s", "int"),
    "stat": Form("perl_stat({0})", "v", "list:int", "len(perl_stat({0})) > 0", "truth"),
    "symlink": Form("perl_did(os.symlink, {0}, {1})", "ss", "int"),
    "umask": (
        Form("perl_umask()", "", "int"),
        Form("os.umask({0})", "i", "int"),
    ),
    "unlink": Form("perl_unlink({*})", "*s", "int"),
    "utime": Form("perl_utime({0}, {1}, {*})", "vv*s", "int"),
}

_PLAIN_TESTS: dict[str, Forms] = {
    "-d": Form("os.path.isdir({0})", "s", "truth"),
    "-e": Form("os.path.exists({0})", "s", "truth"),
    "-f": Form("os.path.isfile({0})", "s", "truth"),
    "-l": Form("os.path.islink({0})", "s", "truth"),
    "-r": Form("os.access({0}, os.R_OK, effective_ids=True)", "s", "truth"),
    "-w": Form("os.access({0}, os.W_OK, effective_ids=True)", "s", "truth"),
    "-x": Form("os.access({0}, os.X_OK, effective_ids=True)", "s", "truth"),
}

_GIVEN_BY_TESTS = {"A": "num?", "C": "num?", "M": "num?", "s": "int?"}

#: The file tests for scripts that look at ``$!`` behind them, and for handles.
ERROR_TESTS: dict[str, Form] = {
    f"-{letter}": Form(f'perl_file_test("{letter}", {{0}})', "v", _GIVEN_BY_TESTS.get(letter, ""))
    for letter in "ABCMORSTWXbcdefgkloprstuwxz"
}

_HANDLE = "object:IO::Handle?"

_HANDLES: dict[str, Forms] = {
    "binmode": (
        Form("perl_binmode({0})", "f", "int"),
        Form("perl_binmode({0}, {1})", "fs", "int"),
    ),
    "close": Form("perl_close({0})", "f", "int"),
    "eof": Form("perl_eof({0})", "f"),
    "fileno": Form("perl_fileno({0})", "f", "int?"),
    "flock": Form("perl_did(fcntl.flock, {0}, {1})", "fi", "int"),
    "getc": Form("perl_getc({0})", "f", "str?"),
    "open": (
        Form("perl_open({0})", "s", _HANDLE),
        Form("perl_open({0}, {1})", "sv", _HANDLE),
        Form("perl_open({0}, {1}, {*})", "sv*s", _HANDLE),
    ),
    "pipe": Form("perl_pipe()", "", "list:object:IO::Handle"),
    "print": Form("perl_print({0}, *{*})", "f*v", "int"),
    "read": Form("perl_read({0}, {1})", "fi"),
    "readline": Form("perl_readlines({0})", "f", "list:str", "perl_readline({0})", "str?"),
    "seek": Form("perl_seek({0}, {1}, {2})", "fii", "int"),
    "shutdown": Form("{0}.shut({1})", "fi", "int"),
    "sysopen": (
        Form("perl_sysopen({0}, {1})", "si", _HANDLE),
        Form("perl_sysopen({0}, {1}, {2})", "sii", _HANDLE),
    ),
    "sysread": Form("perl_sysread({0}, {1})", "fi"),
    "sysseek": Form("perl_sysseek({0}, {1}, {2})", "fii"),
    "syswrite": (
        Form("perl_syswrite({0}, {1})", "fv", "int?"),
        Form("perl_syswrite({0}, {1}, {2})", "fvi", "int?"),
        Form("perl_syswrite({0}, {1}, {2}, {3})", "fvii", "int?"),
    ),
    "tell": Form("perl_tell({0})", "f", "int"),
    "truncate": Form("perl_truncate({0}, {1})", "pi", "int"),
}

_PROCESSES: dict[str, Forms] = {
    "exec": Form("perl_exec({*})", "*s", "int"),
    "exit": (
        Form("sys.exit(0)", ""),
        Form("sys.exit({0})", "i"),
    ),
    "fork": Form("perl_fork()", "", "int?"),
    "getpgrp": (
        Form("os.getpgid(0)", "", "int"),
        Form("os.getpgid({0})", "i", "int"),
    ),
    "getppid": Form("os.getppid()", "", "int"),
    "getpriority": Form("os.getpriority({0}, {1})", "ii", "int"),
    "kill": Form("perl_kill({0}, {*})", "v*v", "int"),
    "readpipe": Form(
        "perl_lines(perl_backticks({0}))", "s", "list:str", "perl_backticks({0})", "str?"
    ),
    "setpgrp": (
        Form("perl_did(os.setpgid, 0, 0)", "", "int"),
        Form("perl_did(os.setpgid, {0}, {1})", "ii", "int"),
    ),
    "system": Form("perl_system({*})", "*s", "int"),
    "wait": Form("perl_waitpid(-1)", "", "int"),
    "waitpid": Form("perl_waitpid({0}, {1})", "ii", "int"),
}

_USERS: dict[str, Forms] = {
    "getgrgid": Form(
        "perl_group(grp.getgrgid, {0})", "i", "list", "perl_field(perl_group(grp.getgrgid, {0}), 0)"
    ),
    "getgrnam": Form(
        "perl_group(grp.getgrnam, {0})", "s", "list", "perl_field(perl_group(grp.getgrnam, {0}), 2)"
    ),
    "gethostbyname": Form(
        "perl_gethostbyname({0})", "s", "list", "perl_field(perl_gethostbyname({0}), 4)", "str?"
    ),
    "getlogin": Form("perl_result(os.getlogin)", "", "str?"),
    "getpwnam": Form(
        "perl_user(pwd.getpwnam, {0})", "s", "list", "perl_field(perl_user(pwd.getpwnam, {0}), 2)"
    ),
    "getpwuid": Form(
        "perl_user(pwd.getpwuid, {0})", "i", "list", "perl_field(perl_user(pwd.getpwuid, {0}), 0)"
    ),
}

CORE = Module(
    "CORE",
    functions={
        **_TEXTS,
        **_NUMBERS,
        **_TIMES,
        **_PATHS,
        **ERROR_TESTS,
        **_PLAIN_TESTS,
        **_HANDLES,
        **_PROCESSES,
        **_USERS,
    },
)
