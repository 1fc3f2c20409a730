"""The log of the system, and values in files of Python: Sys::Syslog and Storable."""

from __future__ import annotations

import pickle
import syslog

from sysvirt.port.prelude.formats import perl_sprintf
from sysvirt.port.prelude.scalars import perl_text
from sysvirt.port.prelude.status import perl_status


def perl_log_number(value):
    """What priorities and facilities mean: numbers, or names as "info", "LOG_ERR", "err|local0"."""
    if isinstance(value, int):
        return value
    number = 0
    others = {"WARN": "WARNING", "ERROR": "ERR", "PANIC": "EMERG"}
    for each in perl_text(value).replace("|", ",").split(","):
        name = each.strip().upper().removeprefix("LOG_")
        number |= getattr(syslog, f"LOG_{others.get(name, name)}", 0)
    return number


def perl_openlog(name, options, facility):
    """Say what entries in the log begin with, and where they belong."""
    number = 0
    for each in perl_text(options).replace(",", " ").split() if isinstance(options, str) else []:
        number |= getattr(syslog, f"LOG_{each.upper()}", 0)
    number = options if isinstance(options, int) else number
    syslog.openlog(name, number, perl_log_number(facility) or syslog.LOG_USER)
    return 1


def perl_syslog(priority, form, values):
    """Write an entry into the log; %m in it is why the last call failed."""
    text = perl_sprintf(form.replace("%m", perl_text(perl_status.error).replace("%", "%%")), values)
    syslog.syslog(perl_log_number(priority), text.rstrip("\n"))
    return 1


def perl_pickle(value, path):
    """Store a value in a file."""
    with open(path, "wb") as file:
        pickle.dump(value, file)
    return 1


def perl_unpickle(path):
    """The value that perl_pickle has stored in a file."""
    with open(path, "rb") as file:
        return pickle.load(file)
