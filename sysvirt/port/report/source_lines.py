"""The lines of a source in HTML, with marks where something is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

import attrs

from sysvirt.port.findings import FileReport, Severity, Span
from sysvirt.port.report.wording import visible


@attrs.frozen
class Mark:
    """A place that links to what is said of it."""

    span: Span
    #: The id of the element that it links to.
    target: str
    severity: Severity


def lines(file: FileReport, key: str, marks: Iterable[Mark]) -> list[str]:
    """Each line of a file; ``key`` begins the ids of its lines."""
    by_line: dict[int, list[Mark]] = {}
    for mark in marks:
        by_line.setdefault(mark.span.line, []).append(mark)
    lost = {n for first, last in file.unparsed for n in range(first, last + 1)}
    return [
        _line(number, text.rstrip("\r"), key, by_line.get(number, []), number in lost)
        for number, text in enumerate(_texts(file.text), 1)
    ]


def _texts(text: str) -> list[str]:
    """The lines, as the parser counts them; what ends the last one begins none."""
    found = text.split("\n")
    return found[:-1] if len(found) > 1 and not found[-1] else found


def _line(number: int, text: str, key: str, marks: list[Mark], lost: bool) -> str:
    code = "".join(_pieces(number, text, marks))
    name = f"{key}L{number}"
    kind = "line unparsed" if lost else "line"
    return (
        f'<div class="{kind}" id="{name}"><a href="#{name}" aria-label="line {number}">{number}</a>'
        f"<code>{code}</code></div>"
    )


def _pieces(number: int, text: str, marks: list[Mark]) -> Iterator[str]:
    """The text with its marks; of those that overlap the first one stands."""
    at = 0
    for mark in sorted(marks, key=lambda mark: mark.span):
        start = mark.span.column - 1
        end = mark.span.end_column - 1 if mark.span.end_line == number else len(text)
        end = min(max(end, start), len(text))
        if start < at or end <= start:
            continue
        word = mark.severity.word
        yield _shown(text[at:start])
        yield (
            f'<a href="#{mark.target}"><mark class="{word}" data-severity="{word}">'
            f"{_shown(text[start:end])}</mark></a>"
        )
        at = end
    yield _shown(text[at:])


def _shown(text: str) -> str:
    return escape(visible(text))
