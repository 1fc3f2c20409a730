"""IO::Handle, IO::File, IO::Dir and IO::Select by the tables, beside Perl."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from sysvirt.port.draft.modules.io_handle import IO_DIR, IO_FILE, IO_HANDLE, IO_SELECT
from sysvirt.port.prelude.handles import perl_close, perl_pipe, perl_print
from sysvirt.port.prelude.status import perl_status
from tests.port.both_sides import assert_same, literal, made, method
from tests.port.prelude.test_files import run_python


def call(name: str, handle: object, *arguments: object) -> Any:
    return method(IO_HANDLE, "IO::Handle", name, handle, *arguments)


STEPS: list[tuple[object, ...]] = [
    ("print", "one\n", 2, "\n"), ("printf", "%03d|%s\n", 7, "x"), ("say", "said"), ("tell",),
    ("flush",), ("printflush", "out\n"), ("autoflush", 1), ("autoflush",), ("syswrite", "sys\n"),
    ("syswrite", "part", 2), ("syswrite", "part", 2, 1), ("write", "written\n"),
    ("write", "written", 3), ("seek", 0, 0), ("eof",), ("getline",), ("getc",),
    ("input_line_number",), ("getlines",), ("eof",), ("getline",), ("opened",), ("binmode",),
    ("binmode", ":utf8"), ("truncate", 5), ("blocking", 1), ("error",), ("clearerr",),
    ("untaint",), ("sync",), ("close",), ("opened",), ("fileno",), ("close",),
]  # fmt: skip


def test_methods(tmp_path: Path) -> None:
    handle = made(IO_FILE, "new", str(tmp_path / "python"), "w+")
    cases: list[tuple[str, object]] = []
    for name, *arguments in STEPS:
        found = call(str(name), handle, *arguments)
        perl = f"$f->{name}({', '.join(map(literal, arguments))})"
        if name == "getlines":
            cases.append((f"[{perl}]", found))
        elif name in ("close", "sync", "untaint", "flush", "truncate", "seek", "error", "clearerr"):
            # Perl's truth values here are 1, "0 but true", 0 or an empty text.
            cases.append((f"({perl}) ? 1 : 0", 1 if found or name in ("flush", "truncate") else 0))
        else:
            cases.append((f"scalar({perl})", found))
    setup = f"use IO::File; my $f = IO::File->new({literal(str(tmp_path / 'perl'))}, 'w+');"
    assert_same(cases, "no warnings; " + setup)
    assert (tmp_path / "python").read_bytes() == (tmp_path / "perl").read_bytes()


@pytest.mark.parametrize(
    "mode", ["r", "w", "a", "r+", "w+", "<", ">", ">>", "+<", os.O_RDWR, os.O_RDONLY]
)
def test_ways_to_open(tmp_path: Path, mode: object) -> None:
    for side in ("perl", "python"):
        (tmp_path / side).write_text("text\n")
    handle = made(IO_FILE, "new", str(tmp_path / "python"), mode)
    reads = mode not in ("w", "a", ">", ">>")
    found = [call("getline", handle) if reads else None, call("print", handle, "more\n")]
    call("close", handle)
    read = "scalar(<$f>)" if reads else "undef"
    opening = f"IO::File->new({literal(str(tmp_path / 'perl'))}, {literal(mode)})"
    perl = f"do {{ my $f = {opening}; no warnings;"
    assert_same([(f"{perl} [{read}, $f->print(qq(more\\n)) || 0] }}", found)], "use IO::File;")
    assert (tmp_path / "python").read_bytes() == (tmp_path / "perl").read_bytes()


def test_other_ways_to_open(tmp_path: Path) -> None:
    path = tmp_path / "new"
    handle = made(IO_FILE, "new", str(path), os.O_CREAT | os.O_WRONLY, 0o600)
    assert path.stat().st_mode & 0o777 == 0o600
    copy = made(IO_HANDLE, "new_from_fd", handle, "w")
    call("print", copy, "through the copy")
    call("close", copy)
    call("close", handle)
    assert path.read_text() == "through the copy"
    assert made(IO_FILE, "new", "/none/such", "r") is None
    assert perl_status.error == "No such file or directory"
    assert call("getline", made(IO_FILE, "new", f"< {path}")) == "through the copy"
    temporary = made(IO_FILE, "new_tmpfile")
    call("print", temporary, "x")
    assert call("seek", temporary, 0, 0) == 1
    assert call("getline", temporary) == "x"
    assert call("stat", temporary)[7] == 1
    assert (
        call("getline", made(IO_FILE, "new_from_fd", os.open(path, os.O_RDONLY), "r")) is not None
    )


def test_the_standard_output_has_them() -> None:
    done = run_python(
        """
        import os, sys
        from sysvirt.port.prelude.handles import perl_autoflush, perl_print
        perl_autoflush(sys.stdout)
        perl_print(sys.stdout, "a", 1, "\\n")
        os.write(1, b"behind\\n")
        """
    )
    assert done.stdout == b"a1\nbehind\n"


def test_folders(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    folder = made(IO_DIR, "new", str(tmp_path))
    names = method(IO_DIR, "IO::Dir", "read", folder)
    assert names == [".", "..", "a"]
    method(IO_DIR, "IO::Dir", "rewind", folder)
    assert method(IO_DIR, "IO::Dir", "read", folder, scalar=True) == "."
    assert method(IO_DIR, "IO::Dir", "close", folder) == 1
    assert made(IO_DIR, "new", "/none") is None


def test_waiting_for_several() -> None:
    pipes = [perl_pipe() for _ in range(3)]
    selected = made(IO_SELECT, "new", *(reading for reading, _ in pipes[:2]))

    def select(name: str, *arguments: object, scalar: bool = False) -> Any:
        return method(IO_SELECT, "IO::Select", name, selected, *arguments, scalar=scalar)

    select("add", pipes[2][0])
    assert (select("count"), len(select("handles")), select("handles", scalar=True)) == (3, 3, 3)
    assert select("can_read", 0) == []
    perl_print(pipes[1][1], "x\n")
    pipes[1][1].flush()
    assert select("can_read") == [pipes[1][0]]
    select("remove", pipes[1][0])
    assert (select("exists", pipes[1][0]), select("exists", pipes[0][0])) == ("", 1)
    assert select("can_read", 0) == []
    writing = made(IO_SELECT, "new", pipes[0][1])
    assert method(IO_SELECT, "IO::Select", "can_write", writing) == [pipes[0][1]]
    assert method(IO_SELECT, "IO::Select", "can_write", writing, 0) == [pipes[0][1]]
    for each in pipes:
        perl_close(each[1])
