"""What a report is made of."""

from __future__ import annotations

from sysvirt.port.findings import Severity
from tests.port.report.samples import CONTENTS, FINDINGS


def test_it_counts_the_findings_of_all_files() -> None:
    assert CONTENTS.findings == list(FINDINGS)
    assert [CONTENTS.count(each) for each in Severity] == [7, 0, 2]


def test_it_names_the_rules_that_have_a_finding() -> None:
    assert [rule.id for rule in CONTENTS.used] == ["api-mistake", "call", "shape"]
