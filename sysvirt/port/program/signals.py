"""``$SIG{INT} = …``."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft import values
from sysvirt.port.draft.refusing import Untranslatable
from sysvirt.port.parser import tree
from sysvirt.port.program import handlers
from sysvirt.port.program.writer import Writer
from sysvirt.port.program.written import unparse

if TYPE_CHECKING:
    from tree_sitter import Node

_KNOWN = {"IGNORE": "signal.SIG_IGN", "DEFAULT": "signal.SIG_DFL", "": "signal.SIG_DFL"}


def assigned(writer: Writer, left: Node, right: Node) -> list[str] | None:
    """A handler that is set; of any other assignment none."""
    inner = left
    if inner.type == "localization_expression":
        inner = inner.named_children[0]
    holder = inner.child_by_field_name("hash")
    if holder is None or tree.variable(holder) != "%SIG":
        return None
    told = handlers.assigned(writer, inner, right)
    if told is not None:
        if left.type == "localization_expression":
            raise Untranslatable("a handler that is local inside of a statement")
        return told
    names = [inner]
    lines = []
    while right.type == "assignment_expression":
        # $SIG{INT} = $SIG{TERM} = sub { … }
        further, last = right.child_by_field_name("left"), right.child_by_field_name("right")
        if further is None or last is None:
            raise Untranslatable("a handler")
        names.append(further)
        right = last
    handler = _handler(writer, right)
    for each in names:
        key = tree.literal(each.child_by_field_name("key"))
        if key is None or key.startswith("__"):
            raise Untranslatable(f"a handler of {key}")
        lines.append(f"signal.signal(signal.SIG{key}, {handler(key)})")
    if left.type == "localization_expression":
        writer.note(left, "the handler stays behind the end of its block")
    return lines


def _handler(writer: Writer, node: Node):  # type: ignore[no-untyped-def]
    word = tree.literal(node)
    if node.type == "undef_expression":
        word = "DEFAULT"
    if word is not None and word in _KNOWN:
        return lambda _key: _KNOWN[word]
    if word is not None:
        sub = writer.outline.sub(word.removeprefix("main::"), tree.package(node))
        if sub is None:
            raise Untranslatable(f"the handler {word}")
        writer.facts.sub(sub.key).is_passed = True
        made: ast.expr = ast.Name(sub.python)
    else:
        made = writer.value(node).node
    return lambda key: unparse(
        ast.Lambda(
            ast.arguments([], [], ast.arg("_"), [], [], None, []),
            values.call(made, [ast.Constant(key)]),
        )
    )
