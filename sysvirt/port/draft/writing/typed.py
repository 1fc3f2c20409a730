"""An expression of Python, with the kind of its value."""

from __future__ import annotations

import ast

import attrs


@attrs.frozen
class Typed:
    """An expression, and what is known of its value."""

    node: ast.expr
    kind: str = ""
    #: Whether it is a list that nobody else has, which may be kept without a copy.
    is_new: bool = False
    #: Whether it is what a sub gives that sometimes gives nothing: a list then has no element.
    is_optional: bool = False


def constant(value: object) -> Typed:
    """A value that is written there."""
    known = {str: "str", int: "int", float: "float", type(None): "none"}
    return Typed(ast.Constant(value), known.get(type(value), ""))  # type: ignore[arg-type]
