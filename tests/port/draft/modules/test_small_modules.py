"""Sys::Hostname, Storable, Sys::Syslog and Term::ReadKey by the tables."""

from __future__ import annotations

import os
import pty
import shutil
import socket
import syslog
import termios
from pathlib import Path
from typing import Any

import pytest

from sysvirt.port.draft.modules.small_modules import (
    STORABLE,
    SYS_HOSTNAME,
    SYS_SYSLOG,
    TERM_READKEY,
)
from sysvirt.port.prelude.files import perl_open
from sysvirt.port.prelude.status import perl_status
from tests.port.both_sides import assert_calls, assert_same, called, constant
from tests.port.prelude.test_files import run_python


def test_the_name_of_the_host() -> None:
    assert_calls(SYS_HOSTNAME, [("hostname",)], "use Sys::Hostname;")
    assert called(SYS_HOSTNAME, "hostname") == socket.gethostname()


def test_values_are_copied_and_stored(tmp_path: Path) -> None:
    value: dict[str, Any] = {"a": [1, {"b": None}], "c": "text"}
    copies = [called(STORABLE, "dclone", value)]
    copies += [
        called(STORABLE, "thaw", called(STORABLE, freeze, value))
        for freeze in ("freeze", "nfreeze")
    ]
    for store, retrieve in (
        ("store", "retrieve"),
        ("nstore", "retrieve"),
        ("lock_store", "lock_retrieve"),
    ):
        assert called(STORABLE, store, value, str(tmp_path / "file")) == 1
        copies.append(called(STORABLE, retrieve, str(tmp_path / "file")))
    assert called(STORABLE, "lock_nstore", value, str(tmp_path / "file")) == 1
    assert copies == [value] * 6
    value["a"].append(2)
    assert copies[0] == {"a": [1, {"b": None}], "c": "text"}


def test_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[object] = []
    monkeypatch.setattr(syslog, "syslog", lambda *entry: written.append(entry))
    monkeypatch.setattr(syslog, "openlog", lambda *entry: written.append(entry))
    monkeypatch.setattr(syslog, "closelog", lambda: written.append("closed"))
    perl_status.error = 2
    called(SYS_SYSLOG, "openlog", "check", "ndelay,pid", "local0")
    called(SYS_SYSLOG, "openlog", "check", "", syslog.LOG_DAEMON)
    called(SYS_SYSLOG, "syslog", "info", "%s is %d%%: %m\n", "disk", 90)
    called(SYS_SYSLOG, "syslog", "err|local1", "failed")
    called(SYS_SYSLOG, "syslog", syslog.LOG_WARNING, "by number")
    called(SYS_SYSLOG, "syslog", "LOG_ERR", "by its long name")
    called(SYS_SYSLOG, "closelog")
    assert written == [
        ("check", syslog.LOG_NDELAY | syslog.LOG_PID, syslog.LOG_LOCAL0),
        ("check", 0, syslog.LOG_DAEMON),
        (syslog.LOG_INFO, "disk is 90%: No such file or directory"),
        (syslog.LOG_ERR | syslog.LOG_LOCAL1, "failed"),
        (syslog.LOG_WARNING, "by number"),
        (syslog.LOG_ERR, "by its long name"),
        "closed",
    ]
    before = called(SYS_SYSLOG, "setlogmask", 0)
    assert called(SYS_SYSLOG, "setlogmask", before) == before
    assert called(SYS_SYSLOG, "setlogsock", "unix") == 1
    cases: list[tuple[str, object]] = [
        (f"{name} + 0", constant(SYS_SYSLOG, name)) for name in SYS_SYSLOG.constants
    ]
    cases += [
        (f"{name}(LOG_ERR)", called(SYS_SYSLOG, name, syslog.LOG_ERR))
        for name in ("LOG_MASK", "LOG_UPTO")
    ]
    assert_same(cases, "use Sys::Syslog ':macros';")


def test_the_terminal() -> None:
    ours, theirs = pty.openpty()
    handle = perl_open("+<&=", theirs)

    def flags() -> list[bool]:
        found = termios.tcgetattr(theirs)[3]
        return [bool(found & each) for each in (termios.ECHO, termios.ICANON, termios.ISIG)]

    seen = []
    for mode in (2, "cbreak", "raw", 1, "noecho", 0):
        called(TERM_READKEY, "ReadMode", mode, handle)
        seen.append(flags())
    assert seen == [
        [False, True, True],
        [False, False, True],
        [False, False, False],
        [True, True, True],
        [False, True, True],
        [True, True, True],
    ]
    assert called(TERM_READKEY, "ReadKey", -1, handle) is None
    os.write(ours, b"line\nx\n")
    assert called(TERM_READKEY, "ReadLine", 0, handle) == "line\n"
    assert called(TERM_READKEY, "ReadKey", 0, handle) == "x"
    size = [*shutil.get_terminal_size(), 0, 0]
    assert [
        called(TERM_READKEY, "GetTerminalSize"),
        called(TERM_READKEY, "GetTerminalSize", handle),
    ] == [size] * 2
    handle.close()
    os.close(ours)


def test_the_standard_input() -> None:
    program = """
        from sysvirt.port.prelude.terminal import perl_read_key, perl_read_line, perl_read_mode
        perl_read_mode("noecho")
        print(repr(perl_read_line(0)), repr(perl_read_key()), repr(perl_read_key(0)))
        perl_read_mode("restore")
    """
    done = run_python(program, stdin=b"secret\nx")
    assert done.stdout == b"'secret\\n' 'x' None\n"


#: What can't be written, and a part of the reason.
LOUD = {
    "use Sys::Syslog 'setlogsock'; setlogsock('unix', '/run/log');": "another place for log",
    "use Sys::Syslog 'setlogsock'; setlogsock('udp') if @ARGV;": "another place for log",
}
#: What stands in the draft of others.
FORMS = {"use Sys::Syslog 'setlogsock'; print setlogsock('unix');": ['print("1"']}
