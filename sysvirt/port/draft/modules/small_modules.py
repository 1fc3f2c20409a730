"""Sys::Hostname, Storable, Sys::Syslog and Term::ReadKey."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Forms, Module

SYS_HOSTNAME = Module(
    "Sys::Hostname",
    functions={"hostname": Form("socket.gethostname()", "", "str")},
    exports=frozenset({"hostname"}),
)

#: Files that Perl has stored aren't read, nor the other way round.
_FILES = "the file is one of Python's: Perl doesn't read it"
_FROM_FILES = "the file has to be one that a draft has stored: those of Perl aren't read"

STORABLE = Module(
    "Storable",
    functions={
        "dclone": Form("copy.deepcopy({0})", "v"),
        "freeze": Form("pickle.dumps({0})", "v"),
        "lock_nstore": Form("perl_pickle({0}, {1})", "vs", "int", note=_FILES),
        "lock_retrieve": Form("perl_unpickle({0})", "s", note=_FROM_FILES),
        "lock_store": Form("perl_pickle({0}, {1})", "vs", "int", note=_FILES),
        "nfreeze": Form("pickle.dumps({0})", "v"),
        "nstore": Form("perl_pickle({0}, {1})", "vs", "int", note=_FILES),
        "retrieve": Form("perl_unpickle({0})", "s", note=_FROM_FILES),
        "store": Form("perl_pickle({0}, {1})", "vs", "int", note=_FILES),
        "thaw": Form("pickle.loads({0})", "v"),
    },
    exports=frozenset({"nstore", "retrieve", "store"}),
)

_PRIORITIES = "EMERG ALERT CRIT ERR WARNING NOTICE INFO DEBUG"
_FACILITIES = (
    "KERN USER MAIL DAEMON AUTH LPR NEWS UUCP CRON SYSLOG AUTHPRIV LOCAL0 LOCAL1 LOCAL2 LOCAL3"
    " LOCAL4 LOCAL5 LOCAL6 LOCAL7"
)
_OPTIONS = "PID CONS NDELAY NOWAIT PERROR"
_LOG = {
    f"LOG_{name}": f"syslog.LOG_{name}"
    for name in f"{_PRIORITIES} {_FACILITIES} {_OPTIONS}".split()
}
#: Python's syslog knows one place.
_ELSEWHERE = (
    "another place for log entries: logging.handlers.SysLogHandler(address), the path of the"
    " socket or host and port; Python's syslog writes to /dev/log alone"
)
_NO_DAEMON = "where no daemon listens, Perl's syslog dies, and Python's writes nothing"
_SYSLOG: dict[str, Forms] = {
    "LOG_MASK": Form("syslog.LOG_MASK({0})", "i", "int"),
    "LOG_UPTO": Form("syslog.LOG_UPTO({0})", "i", "int"),
    "closelog": Form("syslog.closelog()", ""),
    "openlog": Form("perl_openlog({0}, {1}, {2})", "svv", "int", note=_NO_DAEMON),
    "setlogmask": Form("syslog.setlogmask({0})", "i", "int"),
    "setlogsock": (
        Form("1", "s", "int", only="unix|native"),
        Form("", "*v", todo=_ELSEWHERE),
    ),
    "syslog": Form("perl_syslog({0}, {1}, {*})", "vs*v", "int"),
}

SYS_SYSLOG = Module(
    "Sys::Syslog",
    functions=_SYSLOG,
    exports=frozenset({"closelog", "openlog", "setlogmask", "syslog"}),
    constants=_LOG,
)

TERM_READKEY = Module(
    "Term::ReadKey",
    functions={
        "GetTerminalSize": (
            Form("perl_terminal_size()", "", "list:int"),
            Form("perl_terminal_size()", "v", "list:int"),
        ),
        "ReadKey": (
            Form("perl_read_key()", "", "str?"),
            Form("perl_read_key({0})", "n", "str?"),
            Form("perl_read_key({0}, {1})", "nf", "str?"),
        ),
        "ReadLine": (
            Form("perl_readline(perl_stdin)", "", "str?"),
            Form("perl_read_line({0})", "n", "str?"),
            Form("perl_read_line({0}, {1})", "nf", "str?"),
        ),
        "ReadMode": (
            Form("perl_read_mode({0})", "v"),
            Form("perl_read_mode({0}, {1})", "vf"),
        ),
    },
    exports=frozenset({"GetTerminalSize", "ReadKey", "ReadLine", "ReadMode"}),
)
