"""The files that paths name: all of them are one project."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from sysvirt.port.source import Source

#: The names of Perl's files.
SUFFIXES = frozenset({".pl", ".pm", ".t", ".cgi"})
#: A first line that calls Perl.
SHEBANG = re.compile(rb"#!.*\bperl", re.ASCII)
ANY_SHEBANG = b"#!"
#: The path that stands for standard input, and how reports name it.
STANDARD_INPUT, STANDARD_INPUT_NAME = "-", "<stdin>"


@attrs.frozen(kw_only=True)
class Gathered:
    """What there is to be read."""

    sources: tuple[Source, ...]
    #: What can't be read, and why: a line each.
    faults: tuple[str, ...]


def gather(paths: Sequence[str]) -> Gathered:
    """Read what paths name; a file that several of them name is read once."""
    sources: list[Source] = []
    faults: list[str] = []
    known: set[Path] = set()
    for path in paths:
        folder = path != STANDARD_INPUT and Path(path).is_dir()
        found = list(_scripts(Path(path), faults)) if folder else [path]
        if not found:
            faults.append(f"{path}: no Perl files in there")
        sources += [source for each in found if (source := _read(each, known, faults))]
    return Gathered(sources=tuple(sources), faults=tuple(faults))


def _read(path: str, known: set[Path], faults: list[str]) -> Source | None:
    try:
        if path == STANDARD_INPUT:
            return Source(STANDARD_INPUT_NAME, sys.stdin.buffer.read())
        where = Path(path).resolve()
        if where in known:
            return None
        known.add(where)
        return Source.read(Path(path))
    except (OSError, ValueError) as error:
        # A ValueError is a path with a null character.
        faults.append(f"{path}: {getattr(error, 'strerror', None) or error}")
        return None


def _scripts(folder: Path, faults: list[str]) -> Iterator[str]:
    """The Perl files of a folder and those below it, but for hidden ones."""

    def tell(error: OSError) -> None:
        faults.append(f"{error.filename}: {error.strerror}")

    for place, folders, names in os.walk(folder, onerror=tell):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if not name.startswith(".") and path.is_file() and _is_perl(path):
                yield str(path)


def _is_perl(path: Path) -> bool:
    """Whether a file is of Perl by its first line, or by its name if that calls nothing else."""
    try:
        with path.open("rb") as file:
            first = file.readline(200)
    except OSError:
        # Reading it as a whole will tell why it can't be read.
        return path.suffix in SUFFIXES
    if first.startswith(ANY_SHEBANG):
        return bool(SHEBANG.match(first))
    return path.suffix in SUFFIXES
