"""The words that several formats share."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from sysvirt.port.findings import Finding, Kind, Severity

#: How compilers, and people, call a severity.
SPOKEN = {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}

#: What commands a terminal, or changes the order in which the text around it is shown.
_COMMANDS = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]"
)
#: What begins a piece of Perl: a variable or a name, also in quotes.
_WORD = re.compile(r"[\"'/]?([$@%&]?(?:\w+(?:::?\w+)*|@(?!\w)))")


def title(finding: Finding, text: str) -> str:
    """What stands at a place of a text: ``Domain.get_state``, or a word of Perl."""
    if finding.kind in (Kind.CLASS, Kind.IMPORT):
        return finding.cls or finding.name
    if finding.cls or finding.name:
        return ".".join(filter(None, (finding.cls, finding.name)))
    lines = text.split("\n", finding.span.line)
    line = lines[finding.span.line - 1] if finding.span.line <= len(lines) else ""
    word = _WORD.match(line, finding.span.column - 1)
    return word[1] if word else finding.kind.value


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "file"), counted(1200, "note")
    ('1 file', '1,200 notes')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(parts: list[str]) -> str:
    """Words in a row.

    >>> listed(["1 error", "2 warnings", "3 notes"])
    '1 error, 2 warnings and 3 notes'
    """
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def severities(number: dict[Severity, int]) -> str:
    """How many findings of each severity there are, but for those of which there are none.

    >>> severities({Severity.INFO: 3, Severity.WARNING: 0, Severity.ERROR: 1})
    '1 error and 3 notes'
    """
    worst_first = sorted(number, reverse=True)
    return listed([counted(number[each], SPOKEN[each]) for each in worst_first if number[each]])


def line_numbers(ranges: Iterable[tuple[int, int]]) -> str:
    """Lines by their numbers.

    >>> line_numbers([(3, 3), (7, 9)]), line_numbers([(4, 4)])
    ('lines 3 and 7-9', 'line 4')
    """
    spans = list(ranges)
    one = len(spans) == 1 and spans[0][0] == spans[0][1]
    each = [str(first) if first == last else f"{first}-{last}" for first, last in spans]
    return f"{'line' if one else 'lines'} {listed(each)}"


def visible(text: str) -> str:
    """A text in which nothing can command the terminal that shows it.

    Tabs and line ends stay.

    >>> visible("a\\x1b[31mb")
    'a\\\\x1b[31mb'
    """
    return _COMMANDS.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def one_line(text: str) -> str:
    """A text on one line, with nothing in it that could command a terminal.

    >>> one_line("try:\\n    dom.create()")
    'try: dom.create()'
    """
    return visible(" ".join(text.split()))


def visible_path(path: str) -> str:
    """A path on one line, that can't command a terminal either.

    >>> visible_path("a b\\n.pl")
    'a b\\\\n.pl'
    """
    return visible(path.replace("\n", "\\n").replace("\t", "\\t"))


def readable_path(path: str) -> str:
    """A path as a text that can be written in UTF-8, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "replace")
