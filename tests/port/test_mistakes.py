"""The mistakes in the corpus are named, with what was meant, and nothing else is called one."""

from __future__ import annotations

from functools import cache

import pytest

from sysvirt.port import rules
from sysvirt.port.findings import Confidence, Finding
from sysvirt.port.project import read_project
from sysvirt.port.source import Source
from tests.port.labels import Label, Script, projects

CORPUS = tuple(projects())
SCRIPTS = [script for scripts in CORPUS for script in scripts]
MISTAKES = [
    pytest.param(script, label, id=f"{script.name}:{label.line} {label.name or label.cls}")
    for script in SCRIPTS
    for label in script.labels
    if label.is_mistake
]


@cache
def findings() -> dict[Script, list[Finding]]:
    """What a reader is told of mistakes, by script."""
    told: dict[Script, list[Finding]] = {}
    for scripts in CORPUS:
        units = read_project([Source.read(script.path) for script in scripts])
        for script, unit in zip(scripts, units, strict=True):
            told[script] = [
                finding
                for finding in rules.find(unit)
                if finding.rule == "api-mistake" and finding.confidence >= Confidence.LIKELY
            ]
    return told


def test_there_are_mistakes_of_all_kinds() -> None:
    kinds = {label.kind for script in SCRIPTS for label in script.labels if label.is_mistake}
    assert kinds == {"method", "constant", "class", "key"}
    assert len(MISTAKES) >= 30


@pytest.mark.parametrize(("script", "label"), MISTAKES)
def test_it_is_named(script: Script, label: Label) -> None:
    said = [
        f"{finding.perl}: {finding.message}"
        for finding in findings()[script]
        if finding.span.line == label.line
    ]
    named = [text for text in said if (label.name or label.cls) in text]
    assert named, said
    assert not label.nearest or any(label.nearest in text for text in named), named


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_nothing_else_is_called_one(script: Script) -> None:
    lines = {label.line for label in script.labels if label.is_mistake}
    assert not [each for each in findings()[script] if each.span.line not in lines]
