"""Families of rules."""

from __future__ import annotations

from sysvirt.port import rules


def test_no_rule_is_in_two_families() -> None:
    ids = [rule.id for family in rules.FAMILIES for rule in family.rules]
    assert len(ids) == len(set(ids)) == len(rules.RULES)


def test_no_two_families_have_the_same_name() -> None:
    names = [family.name for family in rules.FAMILIES]
    assert len(names) == len(set(names))
