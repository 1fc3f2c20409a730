"""The words of findings."""

from __future__ import annotations

from sysvirt.port.findings import Confidence, FileReport, Finding, Kind, Severity, Span


def test_words() -> None:
    assert [each.word for each in Severity] == ["info", "warning", "error"]
    assert [each.word for each in Confidence] == ["guess", "likely", "certain"]
    assert Kind("new") is Kind.NEW


def test_severities_and_confidences_have_an_order() -> None:
    assert Severity.ERROR > Severity.WARNING > Severity.INFO
    assert Confidence.CERTAIN > Confidence.LIKELY > Confidence.GUESS


def test_spans_sort_by_place() -> None:
    assert Span(1, 9, 1, 10) < Span(2, 1, 2, 3)


def test_a_report_holds_findings() -> None:
    finding = Finding(
        span=Span(1, 1, 1, 2),
        rule="call",
        severity=Severity.INFO,
        confidence=Confidence.CERTAIN,
        kind=Kind.METHOD,
        perl="$dom->create",
    )
    assert FileReport(path="a.pl", text="", findings=(finding,)).findings[0].cls == ""
