"""YAML; test_yaml_texts.py of the tables compares it to Perl's."""

from __future__ import annotations

import pytest

pytest.importorskip("yaml", reason="PyYAML isn't installed: drafts need it that read YAML")

from tests.port.helpers import HELPERS


def test_values_are_texts() -> None:
    text = "a: 1\nb: ~\nc: true\nd: no\ne: 2020-01-01\n"
    found = {"a": "1", "b": None, "c": 1, "d": "no", "e": "2020-01-01"}
    assert HELPERS["perl_yaml_load"](text) == [found]


def test_what_looks_like_a_number_has_quotes() -> None:
    assert HELPERS["perl_yaml_dump"]({"b": "1", "a": 1}) == "---\na: 1\nb: '1'\n"
