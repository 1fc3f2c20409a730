"""The report in SARIF 2.1.0, for code hosts."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sysvirt import __version__
from sysvirt.port.findings import Confidence, FileReport, Finding, Severity, Span
from sysvirt.port.report.contents import Contents, Rule
from sysvirt.port.report.wording import line_numbers, title

VERSION = "2.1.0"
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
#: The folder that relative addresses begin at: the one that the command ran in.
ROOT = "%SRCROOT%"
#: SARIF's words.
LEVELS = {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}
#: How far up a list of results one stands, from 0 to 100.
RANKS = {Confidence.GUESS: 20.0, Confidence.LIKELY: 60.0, Confidence.CERTAIN: 100.0}
#: The notification of lines that weren't understood.
UNPARSED = "unparsed"


def render(contents: Contents) -> str:
    """All of it."""
    document = {"$schema": SCHEMA, "version": VERSION, "runs": [_run(contents)]}
    return f"{json.dumps(document, indent=2)}\n"


def _run(contents: Contents) -> dict[str, Any]:
    rules = [contents.rules[each] for each in sorted(contents.rules)]
    places = {rule.id: at for at, rule in enumerate(rules)}
    return {
        "tool": {"driver": _driver(rules)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(contents.files)],
        "artifacts": [
            {"location": _location(file.path), "sourceLanguage": "perl"} for file in contents.files
        ],
        "results": [
            result
            for number, file in enumerate(contents.files)
            for result in _results(file, number, places)
        ],
    }


def _driver(rules: Iterable[Rule]) -> dict[str, Any]:
    return {
        "name": "sysvirt.port",
        "fullName": "sysvirt.port: what becomes of Perl scripts on Sys::Virt",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules],
        "notifications": [
            {
                "id": UNPARSED,
                "shortDescription": {"text": "Lines that were not understood"},
                "defaultConfiguration": {"level": "warning"},
            }
        ],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    text = f"{rule.text}\n\nPerl:\n\n{rule.perl}\n\nPython:\n\n{rule.python}"
    markdown = f"{rule.text}\n\n```perl\n{rule.perl}\n```\n\n```python\n{rule.python}\n```"
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.text},
        "help": {
            "text": f"{text}\n\nThe guide: {rule.guide}",
            "markdown": f"{markdown}\n\nThe guide: {rule.guide}",
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["perl", "python", "porting"]},
    }


def _invocation(files: Iterable[FileReport]) -> dict[str, Any]:
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [
            {
                "descriptor": {"id": UNPARSED, "index": 0},
                "level": "warning",
                "message": {"text": f"Not understood: {line_numbers([(first, last)])}."},
                "locations": [
                    {
                        "physicalLocation": {
                            "artifactLocation": _location(file.path, number),
                            "region": {"startLine": first, "endLine": last},
                        }
                    }
                ],
            }
            for number, file in enumerate(files)
            for first, last in file.unparsed
        ],
    }


def _results(file: FileReport, number: int, rules: Mapping[str, int]) -> Iterable[dict[str, Any]]:
    location = _location(file.path, number)
    lines = file.text.split("\n")
    seen: Counter[str] = Counter()
    for finding in file.findings:
        # The same line twice in a file has two prints; one that only moves keeps its own.
        key = "\0".join((finding.rule, title(finding, file.text), finding.perl))
        seen[key] += 1
        place = {"artifactLocation": location, **_regions(finding.span, lines)}
        result = {
            "ruleId": finding.rule,
            "level": LEVELS[finding.severity],
            "message": {"text": _message(finding, file.text)},
            "locations": [{"physicalLocation": place}],
            "rank": RANKS[finding.confidence],
            "partialFingerprints": {
                "sysvirtPort/v1": hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest()
            },
            "properties": {
                "confidence": finding.confidence.word,
                "kind": finding.kind.value,
                "class": finding.cls,
                "name": finding.name,
                "python": finding.python,
            },
        }
        if finding.rule in rules:
            result["ruleIndex"] = rules[finding.rule]
        yield result


def _message(finding: Finding, text: str) -> str:
    said = finding.message or "used here."
    python = f"\nIn Python: {finding.python}" if finding.python else ""
    return f"{title(finding, text)}: {said}{python}"


def _regions(span: Span, lines: Sequence[str]) -> dict[str, Any]:
    """The place, and the lines around it as they are."""
    region: dict[str, Any] = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    around = [line.rstrip("\r") for line in lines[span.line - 1 : span.end_line]]
    if span.line == span.end_line:
        named = around[0][span.column - 1 : span.end_column - 1] if around else ""
        region["snippet"] = {"text": named}
    context = {
        "startLine": span.line,
        "endLine": span.end_line,
        "snippet": {"text": "\n".join(around)},
    }
    return {"region": region, "contextRegion": context}


def _location(path: str, index: int | None = None) -> dict[str, Any]:
    """Where a file is: seen from the folder of the command, if it is in there."""
    number = {} if index is None else {"index": index}
    full = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
    here = Path.cwd()
    if full.is_relative_to(here):
        relative = quote(os.fsencode(full.relative_to(here)))
        return {"uri": relative, "uriBaseId": ROOT, **number}
    return {"uri": full.as_uri(), **number}
