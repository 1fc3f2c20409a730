"""The lines in question: what a script has run until it printed something."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs

PERL = Path(__file__).parent / "perl"


@attrs.frozen
class Trace:
    """What a script has run: lines on which statements begin, with the bytes printed before."""

    steps: tuple[tuple[int, int], ...]
    #: All such lines, in order.
    beginnings: tuple[int, ...]

    def until(self, printed: int | None) -> frozenset[int]:
        """The statements that ran until so many bytes were printed; all of them for None."""
        return frozenset(
            line for line, before in self.steps if printed is None or before <= printed
        )

    def statement(self, line: int) -> int:
        """The line on which the statement of a line begins."""
        at = bisect_right(self.beginnings, line)
        return self.beginnings[at - 1] if at else line

    def has_run(self, lines: Iterable[int], printed: int | None) -> bool:
        """Whether one of some lines has run until so many bytes were printed."""
        ran = self.until(printed)
        return any(self.statement(line) in ran for line in lines)


def command(script: Path, notes: Path, arguments: Sequence[str]) -> list[str]:
    """The program that runs a script, and notes in a file what runs when."""
    perl = ["perl", f"-I{PERL}", "-d:PrintedBy", script.name, *arguments]
    return ["env", f"PRINTED_BY={notes}", *perl]


def read(text: str) -> Trace:
    """Read what the module has noted.

    >>> read("3 0\\n4 6\\nB 3\\nB 4\\n").until(5)
    frozenset({3})
    """
    steps: list[tuple[int, int]] = []
    beginnings: list[int] = []
    for line in text.splitlines():
        first, second = line.split()
        if first == "B":
            beginnings.append(int(second))
        else:
            steps.append((int(first), int(second)))
    return Trace(tuple(steps), tuple(sorted(beginnings)))


def first_difference(one: str, other: str) -> int | None:
    """After how many bytes two outputs differ; None if they don't."""
    left, right = one.encode(), other.encode()
    if left == right:
        return None
    for at, (a, b) in enumerate(zip(left, right, strict=False)):
        if a != b:
            return at
    return min(len(left), len(right))
