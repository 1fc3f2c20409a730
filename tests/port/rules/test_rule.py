"""Rules, and their links into the guide."""

from __future__ import annotations

from sysvirt.port.findings import Severity
from sysvirt.port.rules.rule import GUIDE, Rule, guide_link


def test_a_rule_links_into_the_guide() -> None:
    rule = Rule(
        id="a",
        severity=Severity.INFO,
        title="A.",
        text="B.",
        perl="",
        python="",
        place="lists.md#counting",
    )
    assert rule.guide == guide_link("lists.md#counting") == f"{GUIDE}/lists.md#counting"
