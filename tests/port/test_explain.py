"""What a rule is about."""

from __future__ import annotations

import textwrap

import pytest

from sysvirt.port.explain import explain
from sysvirt.port.options import ExplainOptions
from sysvirt.port.report.look import Look
from sysvirt.port.rules import RULES


@pytest.mark.parametrize("rule", sorted(RULES))
def test_all_that_a_rule_has_is_shown(rule: str) -> None:
    said = explain(ExplainOptions(rule=rule), Look())
    known = RULES[rule]
    words = " ".join(said.split())
    for part in (known.title, known.text, known.guide):
        assert " ".join(part.split()) in words
    for code in (known.perl, known.python):
        assert textwrap.indent(code.strip(), "    ", lambda _: True) in said.replace(
            "\n\n", "\n    \n"
        )


def test_prose_fits_the_width() -> None:
    for rule in RULES:
        lines = explain(ExplainOptions(rule=rule), Look(width=60)).splitlines()
        prose = [line for line in lines if not line.startswith("    ") and " " in line]
        assert max(map(len, prose)) <= 60


def test_the_list_has_each_rule_with_its_severity() -> None:
    lines = explain(ExplainOptions(), Look()).splitlines()
    heads = [line.split()[:2] for line in lines if not line.startswith(" ")]
    assert [name for name, _ in heads] == sorted(RULES)
    assert {word for _, word in heads} <= {"note", "warning", "error"}
    assert max(map(len, lines)) <= 80


def test_colours() -> None:
    assert "\x1b[" in explain(ExplainOptions(), Look(colour=True))
    assert "\x1b[" in explain(ExplainOptions(rule="call"), Look(colour=True))
