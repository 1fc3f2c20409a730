"""Files that are open: what is in them afterwards, byte for byte, beside Perl."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

import sysvirt
from sysvirt.port.prelude.files import (
    PerlFile,
    perl_command,
    perl_encoding_of,
    perl_open,
    perl_open_words,
    perl_readline,
)
from sysvirt.port.prelude.handles import perl_close, perl_print, perl_readlines
from sysvirt.port.prelude.status import perl_status
from tests.port.both_sides import assert_same, literal

BYTES = (
    b"plain\ncaf\xc3\xa9 \xe2\x82\xac\r\nbroken \xe9\xff\n\x00\x01\x0c\x1d\x85\nlast without end"
)


def test_any_bytes_come_out_as_they_went_in(tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(BYTES)
    reading, writing = perl_open("<", str(tmp_path / "in")), perl_open(">", str(tmp_path / "out"))
    for line in reading:
        perl_print(writing, "> ", line)
    perl_close(writing)
    said = subprocess.run(
        ["perl", "-ne", "print '> ', $_", str(tmp_path / "in")], capture_output=True
    )
    assert (tmp_path / "out").read_bytes() == said.stdout


@pytest.mark.parametrize(
    ("mode", "before"),
    [
        (">", "old"),
        (">>", "old\n"),
        ("+<", "old text here"),
        ("+>", "old"),
        (">", None),
        (">>", None),
    ],
)
@pytest.mark.parametrize("layer", ["", ":utf8", ":encoding(UTF-8)", ":raw"])
def test_each_mode_writes_what_perl_writes(
    tmp_path: Path, mode: str, before: str | None, layer: str
) -> None:
    for side in ("perl", "python"):
        if before is not None:
            (tmp_path / side).write_text(before)
    handle = perl_open(mode + layer, str(tmp_path / "python"))
    perl_print(handle, "caf\xe9 \u20ac\n", 3.0, None, "end")
    assert perl_close(handle) == 1
    # In a script a text that isn't decoded has the bytes of its file; with a layer it is decoded.
    decoded = "use utf8;" if "ut" in layer.lower() else ""
    opening = f"{decoded} open(my $f, '{mode}{layer}', $ARGV[0]);"
    script = f'{opening} print $f "café €\\n", 3.0, undef, "end";'
    subprocess.run(["perl", "-e", script, str(tmp_path / "perl")], check=True)
    assert (tmp_path / "python").read_bytes() == (tmp_path / "perl").read_bytes()


def test_a_file_is_read_and_written(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("one\ntwo\n")
    handle = perl_open("+<", str(tmp_path / "f"))
    assert perl_readline(handle) == "one\n"
    handle.buffer.seek(0)
    perl_print(handle, "ONE")
    perl_close(handle)
    assert (tmp_path / "f").read_text() == "ONE\ntwo\n"


def test_what_fails_says_why(tmp_path: Path) -> None:
    words = ["/none/such", str(tmp_path)]
    cases: list[tuple[str, object]] = []
    for mode in (">", ">>", "+<"):
        for word in words:
            perl_status.error = 0
            opened = perl_open(mode, word)
            found = [1 if opened else 0, perl_status.error, perl_status.error.number]
            perl = f"do {{ $! = 0; my $o = open(my $f, '{mode}', {literal(word)});"
            cases.append((f"{perl} [$o ? 1 : 0, qq($!), $! + 0] }}", found))
    assert_same(cases)


def test_the_form_with_one_text(tmp_path: Path) -> None:
    file = tmp_path / "a file"
    for text in (f">{file}", f"> {file} ", f">>{file}", f"+<{file}", f"<{file}", f" {file}"):
        handle = perl_open(text)
        if ">" in text or "+" in text:
            perl_print(handle, text)
        else:
            assert perl_readlines(handle) == [f"+<{file} >>{file}"]
        perl_close(handle)
    assert perl_open_words(" ls -l | ") == ("-|", "ls -l")
    assert perl_open_words("| cat >x") == ("|-", "cat >x")
    assert perl_open_words("-") == ("<&=", 0)
    assert perl_open_words(">-") == (">&=", 1)


def test_pipes(tmp_path: Path) -> None:
    reading = perl_open("-|", "printf", "%s\n", "a b", "c;d")
    assert perl_readlines(reading) == ["a b\n", "c;d\n"]
    assert (perl_close(reading), perl_status.child) == (1, 0)
    shell = perl_open("echo one; echo two; exit 3 |")
    assert perl_readlines(shell) == ["one\n", "two\n"]
    assert (perl_close(shell), perl_status.child) == (0, 3 << 8)
    writing = perl_open("|-", f"cat > {tmp_path / 'out'}")
    perl_print(writing, "through a pipe\n")
    assert perl_close(writing) == 1
    assert (tmp_path / "out").read_text() == "through a pipe\n"
    killed = perl_open("-|", "kill -9 $$")
    assert perl_readline(killed) is None
    assert (perl_close(killed), perl_status.child) == (0, 9)
    assert perl_open("-|", "/no/such/program", "x") is None
    assert perl_status.error == "No such file or directory"


def test_a_pipe_that_nothing_refers_to_is_waited_for(tmp_path: Path) -> None:
    def printing() -> None:
        handle = perl_open("|-", f"sleep 0.2; cat > {tmp_path / 'out'}")
        perl_print(handle, "late\n")

    printing()
    assert (tmp_path / "out").read_text() == "late\n"


class Box:
    """What a draft keeps a variable in that something points to."""

    value: object = "old\n"


def test_texts_as_files() -> None:
    box = Box()
    boxed = perl_open(">>", box)
    perl_print(boxed, "new\n")
    assert box.value == "old\nnew\n"
    assert perl_readlines(perl_open("<", box)) == ["old\n", "new\n"]
    cell: list[object] = [None]
    handle = perl_open(">", cell)
    perl_print(handle, "caf\xe9\n", 2)
    assert cell == ["caf\xe9\n2"]
    more = perl_open(">>", cell)
    perl_print(more, "!")
    assert cell == ["caf\xe9\n2!"]
    assert perl_readlines(perl_open("<", ["a\nb\r\nc"])) == ["a\n", "b\r\n", "c"]


def test_layers() -> None:
    found = {each: perl_encoding_of(each) for each in ("", ":raw", ":utf8", ":encoding(UTF-8)")}
    assert list(found.values()) == ["", "raw", "utf-8", "utf-8"]
    assert perl_encoding_of(":encoding(iso-8859-1)") == "iso8859-1"
    assert perl_encoding_of(":raw:encoding(UTF-16LE)") == "utf-16-le"


def test_other_encodings(tmp_path: Path) -> None:
    for encoding in ("iso-8859-1", "UTF-16LE", "cp1252"):
        path = tmp_path / encoding
        opening = f"open(my $f, '>:encoding({encoding})', $ARGV[0]);"
        script = f"{opening} print $f qq(caf\\xe9\\nzwei\\n)"
        subprocess.run(["perl", "-e", script, str(path)], check=True)
        handle = perl_open(f"<:encoding({encoding})", str(path))
        assert perl_readlines(handle) == ["caf\xe9\n", "zwei\n"]
        writing = perl_open(f">:encoding({encoding})", f"{path}.py")
        perl_print(writing, "caf\xe9\nzwei\n")
        perl_close(writing)
        assert Path(f"{path}.py").read_bytes() == path.read_bytes()


def test_a_file_is_pythons_as_well(tmp_path: Path) -> None:
    with PerlFile(open(tmp_path / "f", "wb")) as handle:
        print("one", 2, file=handle)
        assert (handle.writable(), handle.readable(), handle.isatty()) == (True, False, False)
    assert (tmp_path / "f").read_text() == "one 2\n"
    assert handle.closed


COMMANDS = [
    ["echo a b"], ["echo", "a  b"], ["echo $HOME"], ["echo a; echo b"], [" echo  x "], ["true\n"],
    ["A=1 env | grep ^A="], ["exec echo x"], ["echo 'a b'"], ["echo a~b"], ["echo a*b"],
    ["echo", "$HOME"],
    ["no-such-command-here"], ["no-such-command-here; true"], ["exit 4"], ["sh", "-c", "exit 5"],
]  # fmt: skip


def test_commands_go_through_the_shell_as_in_perl() -> None:
    script = """
        $| = 1; open(STDERR, '>', '/dev/null');
        for (%s) { print "<"; print system(@$_), "> $?\\n" }
    """ % ", ".join(map(literal, COMMANDS))  # noqa: UP031 - braces are Perl's here
    expected = subprocess.run(["perl", "-e", script], capture_output=True, text=True).stdout
    program = f"""
        import sys
        from sysvirt.port.prelude.programs import perl_system
        from sysvirt.port.prelude.status import perl_status
        for words in {COMMANDS!r}:
            print("<", end="")
            print(perl_system(words), end=f"> {{perl_status.child}}\\n")
    """
    done = run_python(program)
    # Perl prints its texts in order, and so do the programs.
    assert done.stdout.decode() == expected
    assert perl_command(["a", "b c"]) == ["a", "b c"]


#: What Python finds the helpers by, wherever it runs.
_PLACE = {"PYTHONPATH": str(Path(sysvirt.__file__).parents[1])}


def run_python(
    program: str, *arguments: str, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), *arguments],
        input=stdin,
        capture_output=True,
        timeout=60,
        env={name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
        | _PLACE,
    )


def test_the_standard_files() -> None:
    program = """
        import sys
        from sysvirt.port.prelude.files import perl_reopen, perl_start, perl_stdin
        from sysvirt.port.prelude.handles import perl_eof, perl_print, perl_readline
        from sysvirt.port.prelude.programs import perl_system
        perl_start()
        print(perl_readline(perl_stdin), end="")
        perl_print(sys.stdout, "eof: ", perl_eof(perl_stdin), "\\n")
        for line in perl_stdin:
            print(line, end="")
        perl_print(sys.stdout, "eof: ", perl_eof(perl_stdin), "\\n")
        perl_print(sys.stderr, "error\\n")
        perl_reopen(sys.stderr, ">&", sys.stdout)
        print("to error", file=sys.stderr)
        perl_system(["echo from a program >&2"])
        perl_reopen(sys.stdout, ">", sys.argv[1])
        print("into the file")
        perl_system(["echo", "this as well"])
    """
    with tempfile.NamedTemporaryFile() as file:
        done = run_python(program, file.name, stdin=BYTES)
        first, _, others = BYTES.partition(b"\n")
        expected = first + b"\neof: \n" + others + b"eof: 1\nto error\nfrom a program\n"
        assert done.stdout == expected
        assert done.stderr == b"error\n"
        assert file.read() == b"into the file\nthis as well\n"


def test_nobody_reads_on() -> None:
    program = """
        from sysvirt.port.prelude.files import perl_start
        perl_start()
        for number in range(100000):
            print(number)
    """
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -c "$0" | head -1', textwrap.dedent(program)],
        capture_output=True,
        timeout=60,
    )
    assert (done.stdout, done.stderr) == (b"0\n", b"")


def test_what_was_printed_isnt_lost_at_the_end(tmp_path: Path) -> None:
    program = """
        import sys
        from sysvirt.port.prelude.files import perl_open
        from sysvirt.port.prelude.handles import perl_print
        kept = {"file": perl_open(">", sys.argv[1])}
        kept["pipe"] = perl_open("|-", f"cat > {sys.argv[2]}")
        kept["self"] = kept
        for each in ("file", "pipe"):
            perl_print(kept[each], "text")
    """
    run_python(program, str(tmp_path / "a"), str(tmp_path / "b"))
    assert [(tmp_path / each).read_text() for each in "ab"] == ["text", "text"]
