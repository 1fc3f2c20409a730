"""The simplest values."""

from __future__ import annotations

import ast

import pytest

from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable


@pytest.mark.parametrize(
    ("perl", "value"),
    [
        ("0", 0),
        ("42", 42),
        ("1_000_000", 1000000),
        ("0x1F", 31),
        ("0b101", 5),
        ("0755", 493),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
    ],
)
def test_numbers(perl: str, value: float) -> None:
    assert ast.literal_eval(values.unparse(values.number(perl))) == value


@pytest.mark.parametrize("perl", ["", "abc", "089", "1.2.3"])
def test_what_is_no_number(perl: str) -> None:
    with pytest.raises((Untranslatable, ValueError)):
        values.number(perl)


@pytest.mark.parametrize(
    ("python", "opposite"),
    [
        ("x", "not x"),
        ("not x", "x"),
        ("a == b", "a != b"),
        ("a in b", "a not in b"),
        ("a is None", "a is not None"),
        ("a < b", "not a < b"),
        ("a and b", "not (a and b)"),
    ],
)
def test_the_opposite(python: str, opposite: str) -> None:
    made = values.negated(ast.parse(python, mode="eval").body)
    assert values.unparse(made) == opposite


def test_calls_paths_and_elements() -> None:
    made = values.call("Sys.Virt.new", [], uri=ast.Constant("x"))
    assert values.unparse(values.element(made, ast.Constant("k"))) == 'Sys.Virt.new(uri="x")["k"]'


def test_quotes_are_double_where_that_is_as_good() -> None:
    assert values.unparse(ast.Constant("a")) == '"a"'
    assert values.unparse(ast.Constant('a"b')) == "'a\"b'"
    assert values.unparse(ast.Constant("it's")) == '"it\'s"'
    assert ast.literal_eval(values.unparse(ast.Constant("a'b\"c\n"))) == "a'b\"c\n"
