"""Where the program's texts go."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from sysvirt.port import output
from sysvirt.port.options import UsageError


class Stream(io.TextIOWrapper):
    """A stream in memory that may be a terminal."""

    def __init__(self, encoding: str = "utf-8", terminal: bool = False) -> None:
        self.raw_bytes = io.BytesIO()
        self.terminal = terminal
        super().__init__(self.raw_bytes, encoding=encoding)

    def isatty(self) -> bool:
        return self.terminal


def replace(monkeypatch: pytest.MonkeyPatch, name: str = "stdout", **how: Any) -> Stream:
    stream = Stream(**how)
    monkeypatch.setattr(sys, name, stream)
    return stream


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("utf-8", "→ é".encode()),
        ("latin-1", b"-> \xe9"),
        ("ascii", b"-> \\xe9"),
    ],
)
def test_an_encoding_that_lacks_something_does_no_harm(
    encoding: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = replace(monkeypatch, encoding=encoding)
    output.write("→ é")
    assert stream.raw_bytes.getvalue() == data


def test_names_of_files_go_out_as_they_came_in(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = replace(monkeypatch)
    output.write("caf\udce9.pl")
    assert stream.raw_bytes.getvalue() == b"caf\xe9.pl"


def test_data_is_utf_8_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = replace(monkeypatch, encoding="ascii")
    output.write_data("é")
    assert stream.raw_bytes.getvalue() == "é".encode()


def test_what_was_printed_before_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = replace(monkeypatch)
    print("a")
    output.write("b\n")
    print("c")
    stream.flush()
    assert stream.raw_bytes.getvalue() == b"a\nb\nc\n"


def test_a_complaint_is_a_line_with_the_programs_name(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = replace(monkeypatch, "stderr", encoding="ascii")
    output.complain("caf\xe9\x1b[2J")
    assert stream.raw_bytes.getvalue() == b"python -m sysvirt.port: caf\\xe9\\x1b[2J\n"


def test_a_file(tmp_path: Path) -> None:
    output.write_file("→", str(tmp_path / "x"))
    assert (tmp_path / "x").read_bytes() == "→".encode()
    with pytest.raises(UsageError, match="No such file or directory"):
        output.write_file("", str(tmp_path / "no/x"))


@pytest.mark.parametrize(
    ("colour", "terminal", "variables", "painted"),
    [
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {}, False),
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", True, {"TERM": "dumb"}, False),
    ],
)
def test_colours(
    colour: str,
    terminal: bool,
    variables: dict[str, str],
    painted: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    replace(monkeypatch, terminal=terminal)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert output.look(colour).colour is painted


@pytest.mark.parametrize(("columns", "width"), [("20", 40), ("72", 72), ("250", 100)])
def test_the_width_is_one_that_can_be_read(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert output.look("never").width == width


def test_a_line_on_standard_error_cannot_command_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = replace(monkeypatch, "stderr")
    output.tell("a.pl:1: TODO \x1b[2J")
    assert stream.raw_bytes.getvalue() == b"a.pl:1: TODO \\x1b[2J\n"
