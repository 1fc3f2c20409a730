"""Long scripts and large projects, made of short scripts.

Each copy has its own names of subs and packages, so that a project of a hundred copies is as
entangled as one that grew, and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count, cycle

from sysvirt.port.source import Source

#: Lines.
LONG_SCRIPT = 1_000
LONG_PROJECT = 30_000
#: How many copies make a file of a project.
COPIES = 3

_SUB = re.compile(rb"^\s*sub\s+(\w+)", re.MULTILINE)
_PACKAGE = re.compile(rb"^\s*package\s+([\w:]+)", re.MULTILINE)
#: What comes after it is no code.
_END = re.compile(rb"^__(?:END|DATA)__$.*", re.MULTILINE | re.DOTALL)
#: What Perl calls itself by such a name.
_KEPT = frozenset({b"new", b"AUTOLOAD", b"DESTROY", b"BEGIN", b"END", b"BUILD", b"import", b"main"})


def make_script(sources: Sequence[Source], lines: int) -> Source:
    """One script of so many lines or a few more."""
    return Source("long.pl", _joined(_copies(sources), lines))


def make_project(sources: Sequence[Source], lines: int) -> list[Source]:
    """A project of so many lines or a few more."""
    copies = _copies(sources)
    files: list[Source] = []
    while lines > 0:
        data = b"\n".join(next(copies) for _ in range(COPIES))
        lines -= data.count(b"\n")
        files.append(Source(f"part{len(files)}.pl", data))
    return files


def _joined(copies: Iterator[bytes], lines: int) -> bytes:
    data = b""
    while data.count(b"\n") < lines:
        data += next(copies)
    return data


def _copies(sources: Sequence[Source]) -> Iterator[bytes]:
    """Copies without end, each with names of its own."""
    for number, source in zip(count(), cycle(filter(_is_usual, sources))):
        yield _copy(source.data, number)


def _is_usual(source: Source) -> bool:
    """Whether it can be put beside others: a file in another encoding can't."""
    return source.encoding == "utf-8" and b"\r" not in source.data


def _copy(data: bytes, number: int) -> bytes:
    text = _END.sub(b"", data)
    names = {*_SUB.findall(text), *_PACKAGE.findall(text)} - _KEPT
    if names:
        every = b"|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        text = re.sub(
            rb"(?<![\w$@%>:])(?:" + every + rb")(?![\w])(?!\s*=>)",
            lambda found: found[0] + b"_%d" % number,
            text,
        )
    return b"{\n" + text.rstrip(b"\n") + b"\n}\n"
