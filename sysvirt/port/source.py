"""The text of a script, and where things stand in it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from pathlib import Path

import attrs

from sysvirt.port.findings import Span


@attrs.define(frozen=True, slots=False, eq=False)
class Source:
    """A file of Perl: bytes, as the parser counts in bytes."""

    #: How reports name it.
    path: str
    data: bytes

    @classmethod
    def read(cls, path: Path) -> Source:
        """Read a file."""
        return cls(str(path), path.read_bytes())

    @cached_property
    def encoding(self) -> str:
        """UTF-8, or Latin-1, which any bytes are."""
        try:
            self.data.decode("utf-8")
        except UnicodeDecodeError:
            return "latin-1"
        return "utf-8"

    @cached_property
    def text(self) -> str:
        """All of it."""
        return self.data.decode(self.encoding)

    @cached_property
    def _starts(self) -> list[int]:
        """The offset of each line."""
        return [0, *(at + 1 for at, byte in enumerate(self.data) if byte == 0x0A)]

    def span(self, start: int, end: int) -> Span:
        """Where the bytes from one offset to another stand.

        >>> Source("a.pl", "my $é = 1;".encode()).span(3, 6)
        Span(line=1, column=4, end_line=1, end_column=6)
        """
        return Span(*self._place(start), *self._place(end))

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        before = self.data[self._starts[line - 1] : offset]
        return line, len(before.decode(self.encoding, "replace")) + 1

    def part(self, start: int, end: int) -> str:
        """The text from one offset to another."""
        return self.data[start:end].decode(self.encoding, "replace")
