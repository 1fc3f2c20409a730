"""XML as dicts; test_xml_simple.py of the tables compares it to Perl's."""

from __future__ import annotations

from typing import Any

import pytest

from tests.port.helpers import HELPERS


@pytest.mark.parametrize(
    ("options", "value"),
    [
        ({}, {"b": {"x": {"c": "1"}, "y": {"c": "2"}}}),
        ({"KeyAttr": []}, {"b": [{"name": "x", "c": "1"}, {"name": "y", "c": "2"}]}),
        ({"KeyAttr": "c"}, {"b": {"1": {"name": "x"}, "2": {"name": "y"}}}),
    ],
)
def test_keys_make_dicts_of_lists(options: dict[str, Any], value: Any) -> None:
    text = "<a><b name='x' c='1'/><b name='y' c='2'/></a>"
    assert HELPERS["perl_xml_in"](text, **options) == value


def test_plain_values_become_attributes() -> None:
    assert HELPERS["perl_xml_out"]({"a": 1, "b": ["x"]}) == '<opt a="1">\n  <b>x</b>\n</opt>\n'
