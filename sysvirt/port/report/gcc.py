"""The report as compilers write theirs, which every editor reads."""

from __future__ import annotations

from collections.abc import Iterator

from sysvirt.port.findings import FileReport, Finding
from sysvirt.port.report.contents import Contents
from sysvirt.port.report.wording import SPOKEN, line_numbers, one_line, title, visible_path


def render(contents: Contents) -> str:
    """A line for each finding, and for each part that wasn't understood."""
    return "".join(f"{line}\n" for file in contents.files for line in _lines(file))


def _lines(file: FileReport) -> Iterator[str]:
    path = visible_path(file.path)
    found = [(each.span.line, each.span.column, _said(each, file.text)) for each in file.findings]
    found += [
        (first, 1, f"warning: not understood: {line_numbers([(first, last)])} [unparsed]")
        for first, last in file.unparsed
    ]
    for line, column, said in sorted(found, key=lambda each: each[:2]):
        yield f"{path}:{line}:{column}: {said}"


def _said(finding: Finding, source: str) -> str:
    text = one_line(finding.message)
    if finding.python and not text:
        text = f"in Python: {one_line(finding.python)}"
    name = one_line(title(finding, source))
    return f"{SPOKEN[finding.severity]}: {name}: {text or 'used here'} [{finding.rule}]"
