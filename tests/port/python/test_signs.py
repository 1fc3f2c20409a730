"""Perl's operators by their signs."""

from __future__ import annotations

import ast

import pytest

from sysvirt.port.python.signs import AND, ARITHMETIC, COMPARISONS, OR


@pytest.mark.parametrize("sign", sorted(ARITHMETIC))
def test_arithmetic_has_the_same_sign_in_python(sign: str) -> None:
    made = ast.BinOp(ast.Name("a"), ARITHMETIC[sign](), ast.Name("b"))
    assert ast.unparse(made) == f"a {sign} b"


@pytest.mark.parametrize(
    ("signs", "python"),
    [
        ("== eq", "=="),
        ("!= ne", "!="),
        ("< lt", "<"),
        ("> gt", ">"),
        ("<= le", "<="),
        (">= ge", ">="),
    ],
)
def test_texts_and_numbers_are_compared_by_other_signs(signs: str, python: str) -> None:
    for sign in signs.split():
        made = ast.Compare(ast.Name("a"), [COMPARISONS[sign]()], [ast.Name("b")])
        assert ast.unparse(made) == f"a {python} b"


def test_both_ways_to_write_and_and_or() -> None:
    assert sorted(AND) == ["&&", "and"]
    assert sorted(OR) == ["or", "||"]
