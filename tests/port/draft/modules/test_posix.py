"""POSIX by the table, beside Perl."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from sysvirt.port.draft.modules.posix import POSIX
from tests.port.both_sides import assert_calls, assert_same, called, constant, literal
from tests.port.prelude.test_files import run_python

NUMBERS: list[object] = [0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 7, 1e10, 0.1, "3.7 x", "", None, -7.9]
PACKAGE = "POSIX::"


def test_numbers() -> None:
    names = (
        "ceil floor round trunc rint lround tan cosh tanh sinh atan modf frexp isnan isinf isfinite"
    )
    calls: list[tuple[object, ...]] = []
    for name in names.split():
        calls += [(name, number) for number in NUMBERS if (name, number) not in TOO_LARGE]
    for name in ("log10", "log2", "log1p", "cbrt"):
        calls += [(name, number) for number in (0.5, 1, 2, 1000)]
    for name in ("fmod", "pow", "fmax", "fmin", "copysign", "hypot", "fdim", "remainder"):
        calls += [(name, one, other) for one in (7, 7.5, 2) for other in (3, 2.5, -2)]
    calls += [(name, each) for name in ("acos", "asin", "erf", "expm1") for each in (0, 0.5, -1)]
    calls += [("ldexp", 1.5, 4), ("erfc", 1), ("acosh", 2)]
    calls += [("asinh", 2), ("atanh", 0.5)]
    assert_calls(POSIX, calls, "no warnings; use POSIX ();", package=PACKAGE)


TOO_LARGE = {(name, 1e10) for name in ("cosh", "sinh", "tan")}


def test_texts() -> None:
    texts = ["12", " -7x", "0x1F", "077", "", "abc", "zz", "99999999999999999999", "+5 "]
    calls: list[tuple[object, ...]] = [("strtol", text) for text in texts]
    calls += [("strtol", text, base) for text in texts for base in (0, 8, 10, 16, 36)]
    calls += [("strtod", text) for text in ["1.5x", " 2e3", "abc", "", "0x10", "inf", "-.5"]]
    assert_calls(POSIX, calls, "use POSIX ();", package=PACKAGE)
    assert_calls(POSIX, calls, "use POSIX ();", scalar=True, package=PACKAGE)
    others: list[tuple[object, ...]] = [("strerror", each) for each in (1, 2, 13, 110)]
    others += [("strstr", "some text", each) for each in ("text", "x", "none", "")]
    assert_calls(POSIX, others, "use POSIX ();", package=PACKAGE)
    # Perl has no such functions any more; its older ones are uc and lc.
    assert [called(POSIX, each, "aB1") for each in ("toupper", "tolower")] == ["AB1", "ab1"]


@contextmanager
def zone(name: str) -> Iterator[str]:
    """The same zone on both sides; gives what Perl has to begin with."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield f"$ENV{{TZ}} = {literal(name)}; use POSIX (); POSIX::tzset(); "
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()


FIELDS: list[list[object]] = [
    [0, 0, 0, 1, 0, 100], [59, 59, 23, 31, 11, 99], [30, 15, 12, 4, 6, 126],
    [0, 0, 0, 32, 0, 126], [0, 0, 0, 29, 1, 126], [0, 0, 25, 1, 12, 120], [90, 0, 0, 0, 2, 124],
    [0, 30, 2, 29, 2, 126], [0, 30, 2, 25, 9, 126, 0, 0, 0], [0, 30, 2, 25, 9, 126, 0, 0, 1],
    [0, 0, 12, 15, 5, 70, 3, 99, -1], [1, 2, 3, 4, -1, 100], [5, 6, 7, 8, 9, 138],
]  # fmt: skip


@pytest.mark.parametrize("name", ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"])
def test_times(name: str) -> None:
    with zone(name) as setup:
        forms = [
            "%Y-%m-%d %H:%M:%S",
            "%a %A %b %B %d %e %j %u %w %U %V",
            "%Z %z",
            "%y%m%d|%I %p|%%",
            "%s",
        ]
        forms += ["%F %T", "%c", "%D %R", "", "plain", "%x %X", "%C %n%t|", "%G-W%V"]
        calls: list[tuple[object, ...]] = [
            ("strftime", form, *fields) for form in forms for fields in FIELDS
        ]
        calls += [("mktime", *fields) for fields in FIELDS]
        calls += [("asctime", *fields) for fields in FIELDS]
        calls += [("ctime", each) for each in (0, 1_700_000_000, "86400")]
        calls += [("difftime", 5, 3.5), ("tzname",)]
        assert_calls(POSIX, calls, setup, package=PACKAGE)
        cases: list[tuple[str, object]] = []
        for moment in (0, 1_700_000_000, 1_720_000_000):
            fields = list(time.localtime(moment))
            given = [*fields[5:2:-1], fields[2], fields[1] - 1, fields[0] - 1900, 0, 0, fields[8]]
            found = called(POSIX, "strftime", "%Y-%m-%dT%H:%M:%S%z %Z", *given)
            cases.append((f"POSIX::strftime('%Y-%m-%dT%H:%M:%S%z %Z', localtime {moment})", found))
        assert_same(cases, setup)


def test_the_system() -> None:
    calls: list[tuple[object, ...]] = [
        ("access", "/", 4), ("access", "/none", 0), ("getuid",), ("getgid",), ("geteuid",),
        ("uname",), ("getegid",), ("getcwd",), ("sysconf", 2), ("ttyname", 99), ("dup", 99),
        ("ctermid",),
    ]  # fmt: skip
    calls += [(name, status) for name in ("WIFEXITED", "WIFSIGNALED") for status in (0, 256, 9, 15)]
    calls += [("WEXITSTATUS", 768), ("WTERMSIG", 9), ("WIFSTOPPED", 0x137F), ("WSTOPSIG", 0x137F)]
    calls += [(name, mode) for name in ("S_ISDIR", "S_ISREG") for mode in (0o40755, 0o100644)]
    # Perl's access says "0 but true", which is a true 0.
    assert_calls(POSIX, calls[2:], "use POSIX ();", package=PACKAGE)
    assert [called(POSIX, str(name), *given) for name, *given in calls[:2]] == [1, 0]
    assert called(POSIX, "isatty", os.open("/dev/null", os.O_RDONLY)) == ""
    assert called(POSIX, "getpid") == os.getpid()


def test_a_session_of_ones_own() -> None:
    done = run_python(
        """
        import os
        from sysvirt.port.prelude.programs import perl_setsid
        from sysvirt.port.prelude.status import perl_status
        if os.fork() == 0:
            print(perl_setsid() == os.getpid(), perl_setsid(), perl_status.error, flush=True)
            os._exit(0)
        os.wait()
        """
    )
    assert done.stdout == b"True None Operation not permitted\n"


def test_constants() -> None:
    missing = {"CLOCKS_PER_SEC"}
    names = [name for name in sorted(POSIX.constants) if name not in missing]
    cases: list[tuple[str, object]] = []
    for name in names:
        if name.startswith("SIG_D") or name == "SIG_IGN":
            continue
        cases.append((f"POSIX::{name}() + 0", constant(POSIX, name)))
    assert_same(cases, "use POSIX ();")


def test_what_use_alone_brings() -> None:
    exported = sorted(POSIX.exports)
    cases: list[tuple[str, object]] = [(f"exists(&main::{name}) ? 1 : 0", 1) for name in exported]
    assert_same(cases, "use POSIX;")
