"""Perl's own functions by the table, beside Perl."""

from __future__ import annotations

import itertools
import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysvirt.port.draft.modules.core import CORE, ERROR_TESTS, TOPIC
from sysvirt.port.prelude.folders import perl_start_time
from sysvirt.port.prelude.status import perl_status
from tests.port.both_sides import assert_calls, assert_same, called, literal, run

TEXTS = [
    "",
    "a",
    "abc",
    "ABC abc",
    "0",
    "12abc",
    "  7 ",
    "-3.7e2",
    "aäß€",
    'x\ny\t"$@%',
    None,
    5,
    2.5,
]
NUMBERS = [0, 1, -1, 7, -7.5, 0.1, 2.5, 1e20, 12345678.9, "3abc", "", None, " 12 ", "1e3"]


def test_texts() -> None:
    names = ["lc", "uc", "fc", "lcfirst", "ucfirst", "length", "quotemeta", "ord"]
    calls = [(name, text) for name in names for text in TEXTS]
    # Perl's quotemeta of characters beyond ASCII depends on how it keeps the text.
    calls.remove(("quotemeta", "aäß€"))
    assert_calls(CORE, calls, setup="use feature qw(fc unicode_strings);", package="")


def test_bases() -> None:
    texts = [
        "0xff",
        "0XfF",
        "ff",
        "xff",
        "f_f",
        "0xfz",
        "",
        "755",
        "0755",
        "0b101",
        "b11",
        "0o17",
        "789",
    ]
    texts += [" 0x1f ", "0x", "9", "12", "FFFFFFFFFFFFFFFFF", "o17", "1_000"]
    assert_calls(CORE, [(name, text) for name in ("hex", "oct") for text in texts])
    assert_calls(CORE, [("chr", number) for number in (65, 0, 255, 8364, 10)])


def test_places_in_texts() -> None:
    texts, parts = ["", "a", "abcabc", "aaa"], ["", "a", "bc", "z", "abcabcd"]
    places = range(-8, 9)
    calls: list[tuple[object, ...]] = []
    for text, part in itertools.product(texts, parts):
        calls += [("index", text, part), ("rindex", text, part)]
        calls += [(name, text, part, at) for name in ("index", "rindex") for at in places]
    for text, at in itertools.product(texts, places):
        calls.append(("substr", text, at))
        calls += [("substr", text, at, length) for length in places]
    assert_calls(CORE, calls)


def test_lists_and_texts_of_them() -> None:
    lists: list[list[object]] = [[], ["a"], ["a", "b", None, 2.50], [1, "x y", ""]]
    assert_calls(CORE, [("join", sep, *each) for sep in ("", "-", ", ") for each in lists])
    assert_calls(CORE, [("reverse", *each) for each in lists])
    assert_calls(CORE, [("reverse", *each) for each in lists if each], scalar=True)


def test_numbers() -> None:
    calls: list[tuple[object, ...]] = []
    for number in NUMBERS:
        calls += [(name, number) for name in ("abs", "sin", "cos")]
        if number != 1e20:
            calls.append(("int", number))
        calls += [("atan2", number, other) for other in (0, 1, -2.5)]
    calls += [(name, number) for name in ("sqrt", "log") for number in (0.5, 1, 2, "10", 1e10)]
    calls += [("exp", number) for number in (0, 1, -1, 2.5, "3")]
    # What Python and C add of the last digit is not Perl's.
    assert_calls(CORE, calls)


def test_roots_of_negative_numbers_fail_on_both_sides() -> None:
    assert_calls(CORE, [("sqrt", -1), ("log", 0), ("log", -2)])


def test_chance_after_srand_is_perls() -> None:
    for seed in (0, 1, 42, 123456789, -1, 2**40, 2**32 + 5):
        called(CORE, "srand", seed)
        mine = [called(CORE, "rand") for _ in range(5)] + [called(CORE, "rand", 10)]
        assert_same([(f"do {{ srand({seed}); [(map {{ rand() }} 1..5), rand(10)] }}", mine)])
    assert called(CORE, "srand", 7) == 7


def test_times() -> None:
    moments = [0, 1, 86399, 951782400, 1709210096, 1e9, 1234567890.9, "1700000000", 4102444800]
    for zone in ("UTC", "Europe/Berlin", "America/New_York"):
        setup = f"$ENV{{TZ}} = {literal(zone)}; use POSIX (); POSIX::tzset();"
        for scalar in (False, True):
            calls: list[tuple[object, ...]] = [
                (name, each) for name in ("localtime", "gmtime") for each in moments
            ]
            _in_zone(zone, calls, setup, scalar)


def _in_zone(zone: str, calls: list[tuple[object, ...]], setup: str, scalar: bool) -> None:
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        assert_calls(CORE, calls, setup, scalar)
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()


def test_now() -> None:
    (said,) = [called(CORE, "time")]
    assert isinstance(said, int)
    assert len(called(CORE, "localtime")) == 9
    assert len(called(CORE, "times")) == 4
    assert called(CORE, "sleep", 0) == 0
    assert str(called(CORE, "localtime", scalar=True))[-4:] == str(
        1900 + called(CORE, "localtime")[5]
    )


def test_paths(tmp_path: Path) -> None:
    for side in ("perl", "python"):
        (tmp_path / side / "full").mkdir(parents=True)
        (tmp_path / side / "full" / "a.txt").write_text("text")
        (tmp_path / side / "b.txt").write_text("")
    steps: list[tuple[object, ...]] = [
        ("mkdir", "new"), ("mkdir", "new"), ("mkdir", "other", 0o700), ("mkdir", "no/such"),
        ("rmdir", "new"), ("rmdir", "new"), ("rmdir", "full"), ("rename", "b.txt", "c.txt"),
        ("rename", "b.txt", "c.txt"), ("link", "c.txt", "d.txt"), ("link", "none", "e.txt"),
        ("symlink", "c.txt", "s"), ("symlink", "c.txt", "s"), ("readlink", "s"),
        ("readlink", "c.txt"), ("chmod", 0o600, "c.txt", "d.txt", "none"), ("utime", 5, 6, "c.txt"),
        ("utime", None, None, "c.txt", "none"), ("unlink", "d.txt", "none", "s"),
        ("chdir", "full"), ("chdir", ".."), ("chdir", "none"), ("stat", "none"), ("lstat", "none"),
        ("chown", -1, -1, "c.txt", "none"), ("unlink", "full"),
    ]  # fmt: skip
    here = Path.cwd()
    os.chdir(tmp_path / "python")
    try:
        given: list[list[object]] = []
        for name, *arguments in steps:
            perl_status.error = 0
            value = called(CORE, str(name), *arguments)
            given.append([value, perl_status.error, perl_status.error.number])
    finally:
        os.chdir(here)
    cases: list[tuple[str, object]] = []
    for (name, *arguments), value in zip(steps, given, strict=True):
        call = f"{name}({', '.join(map(literal, arguments))})"
        call = f"[{call}]" if name in ("stat", "lstat") else f"scalar({call})"
        cases.append((f"do {{ $! = 0; my $v = {call}; [$v, qq($!), $! + 0] }}", value))
    assert_same(cases, setup=f"no warnings; chdir {literal(str(tmp_path / 'perl'))};")


def test_stat_of_files(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("some text")
    (tmp_path / "link").symlink_to(file)
    paths = [str(file), str(tmp_path / "link"), str(tmp_path), "/dev/null"]
    calls = [(name, path) for name in ("stat", "lstat") for path in paths]
    assert_calls(CORE, calls)
    assert_calls(CORE, [*calls, ("stat", str(tmp_path / "none"))], scalar=True)


@pytest.fixture
def kinds_of_files(tmp_path: Path) -> list[str]:
    (tmp_path / "text").write_text("some text\n" * 100)
    (tmp_path / "binary").write_bytes(bytes(range(256)))
    (tmp_path / "latin").write_bytes(b"caf\xe9 au lait\n" * 3)
    (tmp_path / "utf8").write_bytes("café\n".encode())
    (tmp_path / "empty").touch()
    (tmp_path / "script").write_text("#!/bin/sh\n")
    (tmp_path / "script").chmod(0o4755)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder").chmod(0o1777)
    (tmp_path / "link").symlink_to("text")
    (tmp_path / "broken").symlink_to("none")
    os.mkfifo(tmp_path / "fifo")
    os.utime(tmp_path / "text", (1_000_000_000, 1_000_000_500))
    names = [
        "text",
        "binary",
        "latin",
        "utf8",
        "empty",
        "script",
        "folder",
        "link",
        "broken",
        "fifo",
        "none",
    ]
    return [*(str(tmp_path / each) for each in names), "/dev/null", "/"]


def test_file_tests(kinds_of_files: list[str]) -> None:
    cases: list[tuple[str, object]] = []
    for letter, path in itertools.product("rwxoRWXOezsfdlpSbcugkTB", kinds_of_files):
        if letter in "TB" and path.endswith(("fifo", "null")):
            # Opening it would wait.
            continue
        cases.append((f"-{letter} {literal(path)}", run(ERROR_TESTS[f"-{letter}"], [path])))
    assert_same(cases)


def test_plain_file_tests(kinds_of_files: list[str]) -> None:
    cases: list[tuple[str, object]] = []
    for letter, path in itertools.product("defrwxl", kinds_of_files):
        perl = f"-{letter} {literal(path)} ? 1 : ''"
        cases.append((perl, called(CORE, f"-{letter}", path)))
    assert_same(cases)


def test_the_age_of_files(kinds_of_files: list[str]) -> None:
    text = kinds_of_files[0]
    assert_same(
        [(f"-{letter} {literal(text)}", called(CORE, f"-{letter}", text)) for letter in "MA"],
        setup=f"BEGIN {{ $^T = {perl_start_time} }}",
    )


def test_names_in_folders(tmp_path: Path) -> None:
    for each in ("b", "a", "C", ".hidden"):
        (tmp_path / each).touch()
    folder = called(CORE, "opendir", str(tmp_path))
    names = called(CORE, "readdir", folder)
    assert called(CORE, "readdir", folder, scalar=True) is None
    assert called(CORE, "rewinddir", folder) == 1
    assert called(CORE, "readdir", folder, scalar=True) == "."
    closed = [called(CORE, "closedir", folder), called(CORE, "closedir", folder)]
    setup = f"""
        opendir(my $d, {literal(str(tmp_path))}); my @names = readdir $d;
        my @closed = (closedir($d), closedir($d) || 0);
    """
    assert isinstance(names, list)
    assert_same(
        [
            ("[sort @names]", sorted(names)),
            ("[grep { !/^\\.\\.?$/ } @names]", [each for each in names if each not in (".", "..")]),
            ("[@closed]", closed),
            ("opendir(my $d, '/none') || undef", called(CORE, "opendir", "/none")),
        ],
        setup,
    )


def test_patterns_of_paths(tmp_path: Path) -> None:
    for each in ("b.txt", "a.txt", "C.txt", ".hidden", "a.log", "B.txt", "a b.txt", "x1", "x2"):
        (tmp_path / each).touch()
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "in.txt").touch()
    here = Path.cwd()
    patterns = [
        "*.txt", "*", "*.{log,txt}", "{b,a}.txt", "none", "none*", "x?", "x[12]", "d/*", "*/*.txt",
        "*.txt x*", "'a b.txt' x1", "~/none", "{a,b}{1,2}", ".*hid*", "x[!1]", "", "a.{log}",
        "./*.log", "a.{}", "a{.txt,{.log,b}}",
    ]  # fmt: skip
    os.chdir(tmp_path)
    try:
        assert_calls(CORE, [("glob", each) for each in patterns])
    finally:
        os.chdir(here)


def test_users_and_groups() -> None:
    calls: list[tuple[object, ...]] = [
        ("getpwnam", "root"), ("getpwnam", "nobody!"), ("getpwuid", 0), ("getpwuid", 987654),
        ("getgrnam", "root"), ("getgrnam", "nobody!"), ("getgrgid", 0), ("getgrgid", 987654),
    ]  # fmt: skip
    assert_calls(CORE, calls, scalar=True)

    # Perl's list has nine fields, and a tenth where accounts end one day. The second is a secret,
    # which Perl has when root asks.
    def shown(found: object) -> object:
        assert isinstance(found, list)
        return [each for at, each in enumerate(found) if at != 1]

    assert_same(
        [
            (
                f"[(splice @{{[{name}({literal(arg)})]}}, 0, 9)[0, 2..8]]"
                if "pw" in str(name) and arg in ("root", 0)
                else f"[grep {{ ($_ // '') !~ /^[x*]$/ }} {name}({literal(arg)})]",
                shown(called(CORE, str(name), arg)),
            )
            for name, arg in calls
        ]
    )


def test_processes() -> None:
    assert called(CORE, "getppid") == os.getppid()
    assert called(CORE, "getpgrp") == os.getpgrp()
    assert called(CORE, "kill", 0, os.getpid(), 2**22 + 1) == 1
    assert_calls(CORE, [("umask",), ("getpriority", 0, 0), ("gethostbyname", "localhost")])
    assert_calls(CORE, [("gethostbyname", "localhost")], scalar=True)
    with pytest.raises(SystemExit) as raised:
        called(CORE, "exit", 3)
    assert raised.value.code == 3


def test_what_takes_the_topic_is_in_the_table() -> None:
    assert TOPIC - set(CORE.functions) == set()


@settings(max_examples=10, deadline=None)
@given(
    st.lists(
        st.tuples(st.text("ab\nX9é€_-", max_size=8), st.text("ab", max_size=2), st.integers(-9, 9)),
        min_size=20,
        max_size=20,
    )
)
def test_any_texts(found: list[tuple[str, str, int]]) -> None:
    calls: list[tuple[object, ...]] = []
    for text, part, at in found:
        calls += [("substr", text, at), ("substr", text, at, len(part) - 1), ("lc", text)]
        calls += [("index", text, part, at), ("rindex", text, part, at), ("ucfirst", text)]
    # Perl knows letters beyond ASCII in texts of characters, which texts of a draft are.
    assert_calls(CORE, calls, setup="use feature 'unicode_strings';")
