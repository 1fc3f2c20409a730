"""The report as JSON, for programs."""

from __future__ import annotations

import json
from typing import Any

from sysvirt.port.findings import FileReport, Finding
from sysvirt.port.report.contents import Contents
from sysvirt.port.report.wording import readable_path

#: Rises when a program that reads the report would have to change.
VERSION = 1


def render(contents: Contents) -> str:
    """All of it."""
    document = {"version": VERSION, "files": [_file(file) for file in contents.files]}
    return f"{json.dumps(document, indent=2)}\n"


def _file(file: FileReport) -> dict[str, Any]:
    return {
        "path": readable_path(file.path),
        "parsed": "partly" if file.unparsed else "whole",
        "unparsed": [list(lines) for lines in file.unparsed],
        "findings": [_finding(finding) for finding in file.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    span = finding.span
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "rule": finding.rule,
        "severity": finding.severity.word,
        "confidence": finding.confidence.word,
        "kind": finding.kind.value,
        "class": finding.cls,
        "name": finding.name,
        "perl": finding.perl,
        "python": finding.python,
        "message": finding.message,
    }
