"""``state``: what a sub keeps from call to call."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import targets
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Writer


def state(writer: Writer, left: Node, right: Node | None) -> list[str] | None:
    """``state $n = 0``: it has its value before the sub is called for the first time."""
    if left.type != "variable_declaration" or left.children[0].type != "state":
        return None
    variable = writer.variables.of(targets.unwrapped(left))
    if variable is None or writer.frame.node is None or not writer.frame.key:
        raise Untranslatable("state outside of a sub that has a name")
    made = writer.listed(right) if variable.name[0] == "@" and right is not None else None
    if right is None:
        value: ast.expr = {"$": ast.Constant(None), "@": ast.List([])}.get(
            variable.name[0], ast.Dict([], [])
        )
        kind = "none"
    elif variable.name[0] == "$":
        kept = writer.kept(right)
        value, kind = kept.node, kept.kind
    elif made is not None:
        value, kind = made.node, ""
    else:
        raise Untranslatable("a hash that state begins with")
    if not _is_written_there(value):
        raise Untranslatable("state that begins with what is worked out")
    writer.write_to(variable, kind)
    writer.first.append(f"{variable.python} = {unparse(value)}")
    return []


def _is_written_there(value: ast.expr) -> bool:
    known = (ast.Constant, ast.List, ast.Dict, ast.Load, ast.UnaryOp, ast.USub)
    return all(isinstance(each, known) for each in ast.walk(value))
