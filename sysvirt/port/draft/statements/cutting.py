"""``chomp`` and ``chop``."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import access, targets
from sysvirt.port.draft.statements import assignments
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.lines import further_in
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Writer


def chomp(writer: Writer, call: tree.Call, node: Node) -> list[str]:  # noqa: ARG001
    """One of both as a statement, of ``$_``, of variables, of lists."""
    ending = _ending(writer)
    if not call.arguments:
        return chomped(targets.topic_target(writer), call.name, ending)
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
            end = "[:-1]"
            if call.name == "chomp":
                end = f".{_cut(ending)[0]}({_cut(ending)[1]!r})"
            cut = f"perl_text(line){end}"
            lines.append(f"{made}[:] = [{cut} for line in {made}]")
            continue
        lines += chomped(targets.target(writer, inner), call.name, ending)
    return lines


def _ending(writer: Writer) -> str:
    """What ``$/`` is, which ``chomp`` takes away."""
    if not writer.separators:
        return "\n"
    node = writer.separators[-1]
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        raise Untranslatable("chomp where $/ isn't a text that is written there")
    return node.value


def _cut(ending: str) -> tuple[str, str]:
    """The method that takes it away; ``$/ = ""`` takes all empty lines."""
    return ("removesuffix", ending) if ending else ("rstrip", "\n")


def chomped(place: targets.Target, name: str, ending: str = "\n") -> list[str]:
    """A place without its line end, or without its last character."""
    text = conversions.as_text(place.read)
    if name == "chop":
        end = ast.Slice(None, ast.UnaryOp(ast.USub(), ast.Constant(1)))
        return place.store(Typed(values.element(text, end), "str"))
    method, cut = _cut(ending)
    made = values.call(ast.Attribute(text, method), [ast.Constant(cut)])
    if place.read.kind == "str":
        return place.store(Typed(made, "str"))
    plain = place.plain
    lines = place.store(Typed(made, "str?"))
    if plain is None:
        return lines
    return [f"if {unparse(plain)} is not None:", *further_in(lines)]
