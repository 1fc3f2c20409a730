"""``sub { … }`` of one expression."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.parser import tree
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.lines.expressions import Expressions


def anonymous(expressions: Expressions, node: Node) -> ast.expr:
    """``sub { … }`` of one expression."""
    body = node.child_by_field_name("body")
    inside = [each for each in body.named_children if each.type != "comment"] if body else []
    names: list[str] = []
    if len(inside) == 2 and (taken := _taken(expressions, inside[0])) is not None:
        names, inside = taken, inside[1:]
    if len(inside) != 1:
        raise Untranslatable("a sub of several statements")
    expression = inside[0].named_children[0] if inside[0].named_child_count == 1 else None
    if inside[0].type != "expression_statement" or expression is None:
        raise Untranslatable("a sub of several statements")
    if expression.type == "return_expression":
        expression = next(iter(expression.named_children), None)
    if expression is None or "_expression" not in expression.type + "_expression":
        raise Untranslatable("sub")
    given = [ast.arg(each) for each in names]
    rest = None if names else ast.arg("_")
    return ast.Lambda(parameters(given, rest), expressions.value(expression))


def _taken(expressions: Expressions, node: Node) -> list[str] | None:
    """The names of ``my ($x, $y) = @_;`` and ``my $x = shift;``."""
    inside = node.named_children[0] if node.named_child_count == 1 else None
    if inside is None or inside.type != "assignment_expression":
        return None
    left, right = inside.child_by_field_name("left"), inside.child_by_field_name("right")
    if left is None or right is None or left.type != "variable_declaration":
        return None
    several = left.children_by_field_name("variables")
    if several and tree.variable(right) == "@_":
        names = [tree.variable(each) or "" for each in several]
        if all(each.startswith("$") for each in names):
            return [expressions.names.of(each) for each in names]
    return None


def parameters(names: list[ast.arg], rest: ast.arg | None = None) -> ast.arguments:
    return ast.arguments([], names, rest, [], [], None, [])
