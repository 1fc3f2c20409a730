"""Expressions with their kinds."""

from __future__ import annotations

import ast

import pytest

from sysvirt.port.draft.writing.typed import constant


@pytest.mark.parametrize(
    ("value", "kind"), [("a", "str"), (1, "int"), (1.5, "float"), (None, "none"), (b"a", "")]
)
def test_a_constant_knows_its_kind(value: object, kind: str) -> None:
    made = constant(value)
    assert made.kind == kind
    assert ast.literal_eval(made.node) == value
