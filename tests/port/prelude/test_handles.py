"""What is done with open files, beside Perl."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sysvirt.port.prelude.files import perl_open, perl_readline, perl_stdin
from sysvirt.port.prelude.handles import (
    perl_autoflush,
    perl_binmode,
    perl_bytes,
    perl_close,
    perl_eof,
    perl_fileno,
    perl_getc,
    perl_is_open,
    perl_lines,
    perl_pipe,
    perl_print,
    perl_read,
    perl_readlines,
    perl_seek,
    perl_sysopen,
    perl_sysread,
    perl_sysseek,
    perl_syswrite,
    perl_tell,
    perl_truncate,
)
from sysvirt.port.prelude.status import perl_status
from tests.port.both_sides import assert_same, literal
from tests.port.prelude.test_files import run_python

TEXT = "one\ntwo\n\n\nthree\nfour\r\n\n\n\n\nlast; and; more"


@pytest.fixture
def file(tmp_path: Path) -> str:
    (tmp_path / "file").write_bytes(TEXT.encode())
    return str(tmp_path / "file")


@pytest.mark.parametrize("separator", ["\n", "", None, "; ", "o", "\n\n"])
def test_lines_end_where_perl_ends_them(file: str, separator: str | None) -> None:
    setup = f"sub lines {{ local $/ = shift; open(my $f, '<', {literal(file)}); [<$f>, $.] }}"
    handle = perl_open("<", file)
    lines = perl_readlines(handle, separator)
    assert_same([(f"lines({literal(separator)})", [*lines, perl_status.line])], setup)
    assert perl_readline(handle, separator) is None


def test_lines_of_a_text() -> None:
    assert perl_lines(TEXT) == TEXT.splitlines(keepends=True)
    assert perl_lines("a\x0bb\x85c\u2028d\ne") == ["a\x0bb\x85c\u2028d\n", "e"]
    assert perl_lines("") == perl_lines(None) == []


def test_places_in_files(file: str) -> None:
    handle = perl_open("<", file)
    found = [perl_readline(handle), perl_tell(handle), perl_eof(handle)]
    found += [perl_seek(handle, -4, 2), perl_read(handle, 2), perl_getc(handle), perl_getc(handle)]
    found += [perl_getc(handle), perl_eof(handle), perl_seek(handle, 0), perl_readline(handle)]
    found += [perl_seek(handle, -5, 0), perl_tell(handle)]
    assert_same(
        [
            (
                (
                    "[scalar(<$f>), tell $f, eof $f, seek($f, -4, 2), rd(2), getc $f, getc $f,"
                    " getc $f, eof $f, seek($f, 0, 0), scalar(<$f>),"
                    " seek($f, -5, 0) ? 1 : 0, tell $f]"
                ),
                found,
            )
        ],
        f"open(my $f, '<', {literal(file)}); sub rd {{ read($f, my $b, shift); $b }}",
    )


def test_characters_and_bytes(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes("äöü€x".encode() + b"\xff\x00end")
    assert perl_read(perl_open("<:utf8", str(path)), 4) == "äöü€"
    raw = perl_open("<:raw", str(path))
    assert perl_read(raw, 4) == "äö".encode()
    plain = perl_open("<", str(path))
    assert perl_read(plain, 4) == "äö"
    perl_binmode(plain)
    assert perl_read(plain, 100) == "ü€x".encode() + b"\xff\x00end"
    perl_seek(plain, 0)
    perl_binmode(plain, ":encoding(UTF-8)")
    assert (perl_getc(plain), perl_getc(plain)) == ("ä", "ö")


def test_bytes_are_printed_as_they_are(tmp_path: Path) -> None:
    handle = perl_open(">", str(tmp_path / "out"))
    assert perl_print(handle, b"\xff\xfe", "ä", 1, None) == 1
    perl_close(handle)
    assert (tmp_path / "out").read_bytes() == b"\xff\xfe" + "ä1".encode()
    assert perl_bytes("ä\udcff") == b"\xc3\xa4\xff"
    done = run_python(
        """
        import sys
        from sysvirt.port.prelude.handles import perl_binmode, perl_print
        perl_print(sys.stdout, "first ")
        perl_print(sys.stdout, b"\\xff\\x00", "!")
        perl_binmode(sys.stdout, ":encoding(iso-8859-1)")
        perl_print(sys.stdout, "\\xe4")
        """
    )
    assert done.stdout == b"first \xff\x00!\xe4"


def test_each_print_goes_out_at_once(tmp_path: Path) -> None:
    handle = perl_open(">", str(tmp_path / "out"))
    perl_print(handle, "waits")
    assert (tmp_path / "out").read_text() == ""
    perl_autoflush(handle)
    perl_print(handle, ", goes")
    assert (tmp_path / "out").read_text() == "waits, goes"
    done = run_python(
        """
        import os, sys
        from sysvirt.port.prelude.handles import perl_autoflush
        perl_autoflush(sys.stdout)
        print("one ", end="")
        os.write(1, b"two ")
        perl_autoflush(sys.stdout, 0)
        print("four", end="")
        os.write(1, b"three ")
        """
    )
    assert done.stdout == b"one two three four"


def test_what_is_closed_fails(file: str) -> None:
    handle = perl_open("<", file)
    assert perl_is_open(handle)
    assert perl_close(handle) == 1
    for found in (handle, None):
        perl_status.error = 0
        assert (perl_close(found), perl_print(found, "x"), perl_readline(found)) == (0, 0, None)
        assert (perl_eof(found), perl_fileno(found), perl_is_open(found)) == (1, None, False)
        assert perl_status.error.number > 0
    perl_status.error = 0
    assert perl_print(perl_open(">", "/dev/full"), "x" * 100_000) == 0
    assert perl_status.error == "No space left on device"


def test_calls_of_the_system(tmp_path: Path) -> None:
    path = str(tmp_path / "new")
    assert perl_sysopen(path, os.O_RDONLY) is None
    assert perl_status.error == "No such file or directory"
    handle = perl_sysopen(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    assert perl_fileno(handle) > 2
    written = [perl_syswrite(handle, "äbc"), perl_syswrite(handle, b"\xff123", 2, 1)]
    assert written == [4, 2]
    assert perl_sysseek(handle, 0) == "0 but true"
    assert perl_sysseek(handle, 2) == 2
    assert (perl_sysread(handle, 100), perl_sysread(handle, 5)) == (b"bc12", b"")
    assert perl_truncate(handle, 3) == 1
    assert Path(path).read_bytes() == "äb".encode()
    assert perl_truncate(path, 2) == 1
    assert Path(path).stat().st_size == 2
    assert perl_truncate("/none", 2) == 0


def test_both_ends_of_a_pipe() -> None:
    reading, writing = perl_pipe()
    perl_print(writing, "through\n")
    perl_close(writing)
    assert perl_readlines(reading) == ["through\n"]


def test_the_standard_input_has_its_number() -> None:
    assert perl_fileno(perl_stdin) == 0
    assert perl_fileno(perl_open("<", ["text"])) == -1
