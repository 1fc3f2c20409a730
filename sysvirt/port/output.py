"""Where the program's texts go."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TextIO

from sysvirt.port.options import UsageError, program
from sysvirt.port.report.look import Look
from sysvirt.port.report.wording import visible

#: What stands for a character that the terminal's encoding lacks.
PLAIN = {"→": "->"}
#: Lines wider than this are hard to read.
WIDEST = 100


def look(colour: str) -> Look:
    """How texts look on standard output."""
    columns = shutil.get_terminal_size((80, 24)).columns
    return Look(width=min(max(columns, 40), WIDEST), colour=_has_colour(colour))


def _has_colour(colour: str) -> bool:
    if colour != "auto":
        return colour == "always"
    quiet = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not quiet


def write(text: str) -> None:
    """Write for people, in the encoding of standard output, whatever that lacks."""
    _send(sys.stdout, _encoded(text, sys.stdout.encoding))


def write_data(text: str) -> None:
    """Write for programs: in UTF-8."""
    _send(sys.stdout, text.encode())


def write_file(text: str, path: str) -> None:
    """Write into a file, in UTF-8."""
    try:
        Path(path).write_bytes(_encoded(text, "utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: {getattr(error, 'strerror', None) or error}") from None


def complain(text: str) -> None:
    """A line on standard error: the program's name, and what is wrong."""
    tell(f"{program()}: {text}")


def tell(text: str) -> None:
    """A line on standard error that doesn't say who writes it."""
    line = f"{visible(text)}\n"
    try:
        _send(sys.stderr, _encoded(line, sys.stderr.encoding))
    except OSError:
        # Nobody can be told.
        return


def _send(stream: TextIO, data: bytes) -> None:
    stream.flush()
    stream.buffer.write(data)
    stream.buffer.flush()


def _encoded(text: str, encoding: str) -> bytes:
    try:
        # Names of files may have any bytes: they go out as they came in.
        return text.encode(encoding, "surrogateescape")
    except UnicodeEncodeError:
        for fine, plain in PLAIN.items():
            text = text.replace(fine, plain)
        return text.encode(encoding, "backslashreplace")
