"""Loops of three parts: ``for (my $i = 0; $i < 10; $i++) { … }``."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import operators, targets
from sysvirt.port.draft.statements import loops
from sysvirt.port.draft.statements.leaving import finished, inside
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.lines import further_in
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Writer


def three_parts(writer: Writer, node: Node, label: str = "") -> list[str]:
    """``for (my $i = 0; $i < 10; $i++) { … }``."""
    block = node.child_by_field_name("block")
    parts = [_part(node, each) for each in ("initialiser", "condition", "iterator")]
    start, condition, step = parts
    if block is None:
        raise Untranslatable("for without a block")
    counted = _counted(writer, start, condition, step, block, label)
    if counted is not None:
        return counted
    before = loops.statement_of(writer, start) if start is not None else []
    steps = loops.statement_of(writer, step) if step is not None else []
    with inside(writer, label, steps) as loop:
        test = operators.condition(writer, condition) if condition is not None else None
        body = loops.body_of(writer, block)
    shown = unparse(test) if test is not None and not loops.is_true(test) else "True"
    made = [
        f"while {shown}:",
        *[each for each in body if each.strip() != "pass"],
        *further_in(steps),
    ]
    return [*before, *finished(writer, loop, made)]


def _part(node: Node, name: str) -> Node | None:
    for each in node.children_by_field_name(name):
        if each.type == "expression_statement":
            return each.named_children[0]
        if each.is_named:
            return each
    return None


def _counted(
    writer: Writer,
    start: Node | None,
    condition: Node | None,
    step: Node | None,
    block: Node,
    label: str,
) -> list[str] | None:
    """One that counts: ``for i in range(…)``."""
    if start is None or condition is None or step is None:
        return None
    left, first = start.child_by_field_name("left"), start.child_by_field_name("right")
    sign = tree.operator(condition)
    one, last = condition.child_by_field_name("left"), condition.child_by_field_name("right")
    if left is None or first is None or one is None or last is None:
        return None
    if left.type == "variable_declaration" and left.child_by_field_name("variable") is None:
        return None
    name = tree.variable(targets.unwrapped(left)) if left.type == "variable_declaration" else None
    operand = step.child_by_field_name("operand")
    is_up = tree.operator(step) == "++" and operand is not None
    if name is None or not is_up or sign not in ("<", "<=") or tree.variable(one) != name:
        return None
    if operand is None or tree.variable(operand) != name or loops.is_written(name, block):
        return None
    if not _stays(last, block):
        return None
    variable = writer.variables.of(targets.unwrapped(left))
    if variable is None:
        return None
    begin, end = writer.integer(first), writer.integer(last)
    if sign == "<=":
        end = conversions.one_more(end)
    writer.write_to(variable, "int")
    is_zero = isinstance(begin, ast.Constant) and begin.value == 0
    bounds = [end] if is_zero else [begin, end]
    with inside(writer, label) as loop:
        body = loops.body_of(writer, block)
    head = f"for {variable.python} in {unparse(values.call('range', bounds))}:"
    return finished(writer, loop, [head, *body])


def _stays(last: Node, block: Node) -> bool:
    """Whether the end of a loop stays the same while it runs."""
    last = tree.bare(last)
    if last.type == "number":
        return True
    if last.type == "scalar":
        name = tree.variable(last)
        return name is not None and not loops.is_written(name, block)
    if last.type in ("array", "arraylen") and tree.dereferenced(last) is None:
        short = re.escape(tree.text(last).lstrip("@$#"))
        text = tree.text(block)
        return not re.search(rf"@{short}\b", text)
    return False
