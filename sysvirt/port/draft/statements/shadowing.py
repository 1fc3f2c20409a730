"""Variables of loops that have a value of their own around the loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.port.parser import tree

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.known.variables import Variable
    from sysvirt.port.draft.writing.writer import Writer


def is_read_elsewhere(writer: Writer, variable: Variable, loop: Node) -> bool:
    """Whether a loop's variable has a value of its own behind the loop, which somebody reads."""
    if any(each.type in ("my", "our", "state") for each in loop.children) or variable.is_boxed:
        return False
    for each in tree.walk(writer.unit.root):
        if each.type == "scalar" and writer.variables.of(each) is variable:
            parent = each.parent
            is_given = parent is not None and (
                parent.type == "variable_declaration"
                or (parent.type == "assignment_expression" and tree.is_field(each, parent, "left"))
            )
            if not is_given and not _is_in_loop_of(writer, variable, each):
                return True
    return False


def _is_in_loop_of(writer: Writer, variable: Variable, node: Node) -> bool:
    for each in tree.above(node):
        if each.type == "for_statement":
            own = each.child_by_field_name("variable")
            if own is not None and writer.variables.of(own) is variable:
                return True
    return False
