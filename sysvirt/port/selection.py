"""Which findings are shown."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from sysvirt.port.findings import Confidence, FileReport, Finding
from sysvirt.port.options import ReportOptions


def select(
    reports: Iterable[FileReport], options: ReportOptions
) -> tuple[tuple[FileReport, ...], int]:
    """Reports with what was asked for, and how many places are left out without being asked."""
    least = Confidence.LIKELY if options.least is None else options.least
    shown: list[FileReport] = []
    hidden = 0
    for report in reports:
        asked = [each for each in report.findings if _is_asked(each, options)]
        kept = [each for each in asked if each.confidence >= least]
        if options.least is None:
            hidden += len(_places(asked) - _places(kept))
        shown.append(attrs.evolve(report, findings=tuple(kept)))
    return tuple(shown), hidden


def _places(findings: Iterable[Finding]) -> set[tuple[int, int]]:
    return {(each.span.line, each.span.column) for each in findings}


def _is_asked(finding: Finding, options: ReportOptions) -> bool:
    is_wanted = not options.only or finding.rule in options.only
    return is_wanted and finding.rule not in options.ignore
