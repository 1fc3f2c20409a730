"""``if (/begin/ .. /end/)``: what is true from one condition to another."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Writer

_BY_HAND = "keep in a variable whether it is between both"


def flipped(writer: Writer, node: Node, left: Node, right: Node) -> Typed:
    """``..`` and ``...`` where one value is asked for."""
    around = tree.sub(node)
    if around is not None and around.type != "subroutine_declaration_statement":
        # Each copy of such code has a state of its own.
        raise Untranslatable(f"`..` as a condition in code without a name: {_BY_HAND}")
    if any(each.id in writer.outline.captures.names for each in tree.walk(node)):
        raise Untranslatable(f"`..` as a condition with $1 of its patterns: {_BY_HAND}")
    given = [_condition(writer, each) for each in (left, right)]
    if "..." in {tree.text(each) for each in node.children}:
        given.append(ast.Constant(True))
    return Typed(values.call(f"{_state(writer)}.step", given))


def _state(writer: Writer) -> str:
    """The name of what is kept from round to round, and from call to call."""
    number = sum("PerlFlipFlop" in each for each in writer.first) + 1
    name = "between" if number == 1 else f"between_{number}"
    if name in {each.python for each in writer.variables.all}:
        name += "_both"
    writer.first.append(f"{name} = PerlFlipFlop()")
    return name


def _condition(writer: Writer, node: Node) -> ast.expr:
    """One side as code: it is asked for when it is its turn. A plain number is one of a line."""
    inner = tree.bare(node)
    if inner.type == "number":
        line = ast.Constant(int(tree.text(inner).rstrip(".")))
        made: ast.expr = ast.Compare(values.path("perl_status.line"), [ast.Eq()], [line])
    else:
        made = conversions.as_truth(writer.late(inner))
    if any(isinstance(each, ast.NamedExpr) for each in ast.walk(made)):
        raise Untranslatable(f"`..` with an assignment in a condition: {_BY_HAND}")
    return ast.Lambda(ast.arguments([], [], None, [], [], None, []), made)
