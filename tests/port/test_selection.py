"""Which findings are shown."""

from __future__ import annotations

from typing import Any

import attrs

from sysvirt.port.findings import Confidence, Finding
from sysvirt.port.options import ReportOptions
from sysvirt.port.selection import select
from tests.port.report.samples import BROKEN, FILE, FINDINGS

GUESS = tuple(
    attrs.evolve(
        FINDINGS[3],
        confidence=Confidence.GUESS,
        rule=rule,
        span=attrs.evolve(FINDINGS[3].span, line=line, end_line=line),
    )
    for line, rule in ((20, "call"), (20, "shape"), (21, "call"))
)


def shown(*findings: Finding, **asked: Any) -> tuple[tuple[Finding, ...], int]:
    file = attrs.evolve(FILE, findings=findings)
    (report,), hidden = select([file], ReportOptions(paths=("x",), **asked))
    return report.findings, hidden


def test_all_that_is_likely_is_shown_and_guesses_are_counted_by_place() -> None:
    assert shown(*FINDINGS, *GUESS) == (FINDINGS, 2)


def test_all_is_all() -> None:
    assert shown(*FINDINGS, *GUESS, least=Confidence.GUESS) == ((*FINDINGS, *GUESS), 0)


def test_rules() -> None:
    rules = [each.rule for each in shown(*FINDINGS, only=frozenset({"shape"}))[0]]
    assert rules == ["shape"]
    rules = [each.rule for each in shown(*FINDINGS, ignore=frozenset({"call"}))[0]]
    assert set(rules) == {"api-mistake", "shape"}
    assert shown(*GUESS, only=frozenset({"shape"}))[1] == 1


def test_certainty() -> None:
    found = shown(*FINDINGS, *GUESS, least=Confidence.CERTAIN)
    assert {each.confidence for each in found[0]} == {Confidence.CERTAIN}
    # Who asked for what is certain need not be told of guesses.
    assert found[1] == 0


def test_files_stay_even_without_findings() -> None:
    (report,), _ = select([BROKEN], ReportOptions(paths=("x",)))
    assert report == BROKEN
