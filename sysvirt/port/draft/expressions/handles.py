"""File handles: ``$fh``, ``STDIN``, ``\\*STDOUT``, ``FH``."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Writer

STANDARD = {"STDIN": "perl_stdin", "STDOUT": "sys.stdout", "STDERR": "sys.stderr"}


def handle(writer: Writer, node: Node) -> ast.expr:
    """A handle as an expression."""
    node = tree.bare(node)
    if node.type in ("readline_expression", "fileglob_expression", "indirect_object"):
        inner = next(iter(node.named_children), None)
        if inner is None:
            raise Untranslatable("<> reads the files of the command line")
        return handle(writer, inner)
    if node.type == "block":
        return handle(writer, node.named_children[0].named_children[0])
    if node.type == "conditional_expression":
        return writer.value(node).node
    text = tree.text(node)
    name = text.removeprefix("\\").removeprefix("*").strip("{}")
    if node.type == "variable_declaration" and node.child_by_field_name("variable"):
        node = node.child_by_field_name("variable") or node
    variable = writer.variables.of(node)
    if variable is not None and node.type in ("scalar", "filehandle"):
        return ast.Name(variable.python)
    if name in STANDARD:
        return values.path(STANDARD[name])
    if name.isidentifier() and name.upper() == name and name != "ARGV":
        return ast.Name(name)
    if node.type in ("bareword", "filehandle", "glob", "refgen_expression", "function"):
        raise Untranslatable(f"the handle {text}")
    return writer.value(node).node


def is_bare(node: Node) -> str:
    """The name of a handle without ``$``; else an empty text."""
    text = tree.text(tree.bare(node))
    return text if text.isidentifier() and text.upper() == text and text not in STANDARD else ""
