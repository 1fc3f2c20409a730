"""What ``die`` and ``warn`` are given."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft import values
from sysvirt.port.program import printing
from sysvirt.port.program.typed import Typed, constant
from sysvirt.port.program.writer import Writer

if TYPE_CHECKING:
    from sysvirt.port.parser.tree import Call


def died(writer: Writer, call: Call, nothing: str = "Died") -> ast.Call:
    """What it says, and its line where the text doesn't end in a line end."""
    given = list(call.arguments)
    made = printing.message(writer, given) if given else constant(nothing)
    line = ast.Constant(writer.line_of(call.node))
    return values.call("PerlDie", [made.node] if _is_ended(made) else [made.node, line])


def _is_ended(made: Typed) -> bool:
    node = made.node
    if isinstance(node, ast.Constant):
        return str(node.value).endswith("\n")
    if isinstance(node, ast.JoinedStr):
        last = node.values[-1]
        return isinstance(last, ast.Constant) and str(last.value).endswith("\n")
    return isinstance(node, ast.Name) and node.id.endswith('\ue000"""')
