"""What ``die`` and ``warn`` are given."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import printing
from sysvirt.port.draft.writing.typed import Typed, constant
from sysvirt.port.draft.writing.writer import Writer
from sysvirt.port.parser import tree
from sysvirt.port.python import values

if TYPE_CHECKING:
    from sysvirt.port.parser.tree import Call


def died(writer: Writer, call: Call, nothing: str = "Died") -> ast.Call:
    """What it says, and its line where the text doesn't end in a line end."""
    given = list(call.arguments)
    made = printing.message(writer, given) if given else constant(nothing)
    if not given and call.name == "die" and _may_have_failed(writer, call):
        made = Typed(values.call("perl_propagated", [ast.Name("error")]))
    line = ast.Constant(writer.line_of(call.node))
    return values.call("PerlDie", [made.node] if _is_ended(made) else [made.node, line])


def _may_have_failed(writer: Writer, call: Call) -> bool:
    """Whether ``$@`` may have something where ``die`` says nothing by itself."""
    root = tree.sub(call.node) or writer.unit.root
    evals = [each for each in tree.walk(root) if each.type == "eval_expression"]
    return any(each.start_byte < call.node.start_byte for each in evals)


def _is_ended(made: Typed) -> bool:
    node = made.node
    if isinstance(node, ast.Constant):
        return str(node.value).endswith("\n")
    if isinstance(node, ast.JoinedStr):
        last = node.values[-1]
        return isinstance(last, ast.Constant) and str(last.value).endswith("\n")
    return isinstance(node, ast.Name) and node.id.endswith('\ue000"""')
