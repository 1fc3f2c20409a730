"""Expressions of tables with others in their places."""

from __future__ import annotations

import ast

import pytest

from sysvirt.port.draft.writing import filling


def made(text: str, **places: str) -> str:
    nodes = {
        {"all": "*", "named": "**"}.get(key.strip("_"), key.strip("_")): ast.parse(
            value, mode="eval"
        ).body
        for key, value in places.items()
    }
    return ast.unparse(ast.fix_missing_locations(filling.built(text, nodes)))


def test_each_place_is_filled() -> None:
    assert made("{0}.find({1}) + {0}", _0="x", _1="'a'") == "x.find('a') + x"
    assert made("{self}.get({0})", self="node", _0="'id'") == "node.get('id')"


def test_what_is_left_is_a_list_or_stands_by_itself() -> None:
    assert made("f({*})", all="[a, *b]") == "f([a, *b])"
    assert made("f(*{*})", all="[a, *b]") == "f(a, *b)"


@pytest.mark.parametrize(
    ("given", "call"),
    [
        ("{'string': xml, 'size': 1}", "load(string=xml, size=1)"),
        ("{'not-a-name': 1}", "load(**{'not-a-name': 1})"),
        ("{'class': 1}", "load(**{'class': 1})"),
        ("perl_pairs(x)", "load(**perl_pairs(x))"),
    ],
)
def test_pairs_are_keyword_arguments_where_they_can(given: str, call: str) -> None:
    assert made("load({**})", named=given) == call
