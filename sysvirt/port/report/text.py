"""The report for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from sysvirt.port.findings import Finding, Severity
from sysvirt.port.report.contents import Contents
from sysvirt.port.report.look import Look
from sysvirt.port.report.places import Block, Place, blocks
from sysvirt.port.report.wording import (
    SPOKEN,
    counted,
    line_numbers,
    one_line,
    severities,
    visible,
    visible_path,
)

#: How far the Perl line stands to the right, and the arrow before the Python line.
INDENT, ARROW = 4, "→ "
#: Where a short remark begins that stands beside the Python line.
BESIDE = 45


def render(contents: Contents, look: Look) -> str:
    """All of it: a paragraph for each place, and a summary."""
    return "".join(f"{line}\n" for line in _lines(contents, look))


def _lines(contents: Contents, look: Look) -> Iterator[str]:
    for file in contents.files:
        for block in blocks(file.findings, file.text):
            yield from _block(file.path, block, look)
            yield ""
    yield from _summary(contents, look)


def _block(path: str, block: Block, look: Look) -> Iterator[str]:
    for place in block.places:
        yield from _heading(path, place, look)
    if block.perl:
        for line in look.code(visible(block.perl.expandtabs()), INDENT):
            yield look.paint("perl", line)
    findings = [each for each in block.findings if each.message]
    python = visible(block.python.expandtabs())
    python_lines = list(look.code(python, INDENT - 2, ARROW)) if python else []
    beside = _beside(python_lines, findings, look)
    for line in python_lines:
        yield look.paint("python", line) + beside
    if not beside:
        for finding in findings:
            yield from _remark(finding, look)


def _heading(path: str, place: Place, look: Look) -> Iterator[str]:
    where = f"{visible_path(path)}:{place.span.line}:{place.span.column}"
    sure = place.confidence.word
    title = one_line(place.title)
    room = look.width - cell_len(where) - 2 - len(title) - 2 - len(sure)
    if room >= 0:
        words = look.paint("title", title), " " * (room + 2), look.paint("quiet", sure)
        yield f"{look.paint('place', where)}  {''.join(words)}"
        return
    yield look.paint("place", where)
    gap = max(2, look.width - 2 - len(title) - len(sure))
    yield f"  {look.paint('title', title)}{' ' * gap}{look.paint('quiet', sure)}"


def _beside(python: list[str], findings: list[Finding], look: Look) -> str:
    """A single short note, for the same line as the Python."""
    if len(python) != 1 or len(findings) != 1 or findings[0].severity is not Severity.INFO:
        return ""
    gap = BESIDE - cell_len(python[0])
    note = f"{one_line(findings[0].message)}   [{findings[0].rule}]"
    if gap < 2 or BESIDE + cell_len(note) > look.width:
        return ""
    return " " * gap + look.paint("note", note)


def _remark(finding: Finding, look: Look) -> Iterator[str]:
    word = SPOKEN[finding.severity]
    text = f"{word}: {one_line(finding.message)} [{finding.rule}]"
    first, *rest = look.wrap(text, INDENT, INDENT + 2)
    before, said = " " * INDENT, first[INDENT + len(word) + 1 :]
    # A note is quiet as a whole; of what matters the first word alone has the colour.
    if finding.severity is Severity.INFO:
        yield from (look.paint("note", line) for line in (first, *rest))
        return
    yield f"{before}{look.paint(word, f'{word}:')}{said}"
    yield from rest


def _summary(contents: Contents, look: Look) -> Iterator[str]:
    for file in contents.files:
        if file.unparsed:
            text = (
                f"{visible_path(file.path)}: not understood: {line_numbers(file.unparsed)}."
                " What they use of Sys::Virt may be missing above."
            )
            yield from (look.paint("warning", line) for line in look.wrap(text, 0, 2))
    number = {each: contents.count(each) for each in Severity}
    said = f"{severities(number)} in" if any(number.values()) else "Nothing to tell of"
    yield look.paint("heading", f"{said} {counted(len(contents.files), 'file')}.")
    if contents.hidden:
        yield from look.wrap(_hidden(contents.hidden), 0)


def _hidden(number: int) -> str:
    those, verb = ("It is", "is") if number == 1 else ("They are", "are")
    return (
        f"{counted(number, 'place')} of which little says Sys::Virt {verb} not shown."
        f" {those} shown by --all."
    )
