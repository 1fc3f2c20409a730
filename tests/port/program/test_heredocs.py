"""Heredocs with `~`."""

from __future__ import annotations

import ast
from typing import Any

import pytest

from sysvirt.port.draft.refusing import Untranslatable
from sysvirt.port.program.heredocs import unindented
from tests.port.prelude.perl_side import PerlError, assert_same

BODIES = [
    ("    a\n      b\n\n    c\n", "    "),
    ("\ta\n\t b\n", "\t"),
    ("  a\n", ""),
    ("a\n", ""),
    ("", "  "),
    ("\n\n", "  "),
    ("    \n    a\n", "    "),
    ("    a\n  b\n", "    "),
    ("    a\n  \n", "    "),
    ("\ta\n", "    "),
    ("    a\\n  b\n", "    "),
]


def cut(body: str, indentation: str) -> Any:
    try:
        return ["".join(each for each in unindented([body], indentation) if isinstance(each, str))]
    except Untranslatable as error:
        return error


def test_the_lines_are_those_of_perl_or_refused_by_both() -> None:
    cases: list[tuple[str, Any]] = []
    for body, indentation in BODIES:
        made = cut(body, indentation)
        perl = f"<<~'END';\n{body}{indentation}END\n"
        if isinstance(made, Untranslatable):
            line = next(
                n
                for n, each in enumerate(body.split("\n"), 1)
                if each and not each.startswith(indentation)
            )
            made = PerlError(f"Indentation on line {line} of here-doc doesn't match delimiter")
        cases.append((perl, made))
    assert_same(cases)


def test_values_stay_where_they_are() -> None:
    name = ast.Name("name")
    assert unindented(["  a ", name, "\n  ", name, " b\n\n  c"], "  ") == [
        "a ",
        name,
        "\n",
        name,
        " b\n\nc",
    ]
    assert unindented([name, "\n"], "") == [name, "\n"]
    assert unindented(["  ", name], "  ") == [name]


def test_a_value_that_begins_a_line_is_indented_less() -> None:
    first: list[str | ast.expr] = ["  a\n", ast.Name("b")]
    for pieces in (first, first[1:]):
        with pytest.raises(Untranslatable):
            unindented(pieces, "  ")
