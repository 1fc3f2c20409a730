"""``chomp`` and ``chop``."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft import values
from sysvirt.port.parser import tree
from sysvirt.port.program import access, assignments, conversions, targets
from sysvirt.port.program.lines import further_in
from sysvirt.port.program.typed import Typed
from sysvirt.port.program.written import unparse

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.program.writer import Writer


def chomp(writer: Writer, call: tree.Call, node: Node) -> list[str]:  # noqa: ARG001
    """One of both as a statement, of ``$_``, of variables, of lists."""
    if not call.arguments:
        return chomped(targets.topic_target(writer), call.name)
    lines: list[str] = []
    for each in call.arguments:
        inner = tree.bare(each)
        if inner.type == "assignment_expression":
            lines += assignments.write(writer, inner)
            left = inner.child_by_field_name("left")
            inner = targets.unwrapped(left) if left is not None else inner
        if inner.type == "variable_declaration":
            inner = targets.unwrapped(inner)
        if inner.type in ("array", "array_deref_expression"):
            made = unparse(access.array(writer, inner).node)
            end = '.removesuffix("\\n")' if call.name == "chomp" else "[:-1]"
            cut = f"perl_text(line){end}"
            lines.append(f"{made}[:] = [{cut} for line in {made}]")
            continue
        lines += chomped(targets.target(writer, inner), call.name)
    return lines


def chomped(place: targets.Target, name: str) -> list[str]:
    """A place without its line end, or without its last character."""
    text = conversions.as_text(place.read)
    if name == "chop":
        end = ast.Slice(None, ast.UnaryOp(ast.USub(), ast.Constant(1)))
        return place.store(Typed(values.element(text, end), "str"))
    made = values.call(ast.Attribute(text, "removesuffix"), [ast.Constant("\n")])
    if place.read.kind == "str":
        return place.store(Typed(made, "str"))
    plain = place.plain
    lines = place.store(Typed(made, "str?"))
    if plain is None:
        return lines
    return [f"if {unparse(plain)} is not None:", *further_in(lines)]
