"""Subs by names that are only known when the script runs: ``&$name(…)``, ``defined &name``."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft.known import kinds
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.parser import tree
from sysvirt.port.python import values

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Frame, Writer


def defined(writer: Writer, node: Node) -> Typed:
    """``defined &name``, ``defined &$name``."""
    function = node.child_by_field_name("function") or node.named_children[0]
    inner = function.named_children[0] if function.named_children else function
    of_block = inner.type == "code_deref_expression"
    behind = tree.dereferenced_code(function if of_block else inner)
    if behind is not None:
        made = by_name(writer, writer.value(behind).node, tree.package(node))
    else:
        name = tree.text(node).removeprefix("&")
        sub = writer.outline.sub(name, tree.package(node))
        if sub is not None:
            return Typed(ast.Constant(True), "truth")
        made = by_name(writer, ast.Constant(name), tree.package(node))
    return Typed(ast.Compare(made, [ast.IsNot()], [ast.Constant(None)]), "truth")


def code(writer: Writer, node: Node) -> ast.expr:
    """What is called by ``&$x(…)`` and ``$x->(…)``: code, or a sub by its name."""
    made = writer.value(node)
    is_text = kinds.base(made.kind) == "str"
    if not is_text and (made.kind or not _may_be_name(node)):
        return made.node
    return by_name(writer, made.node, tree.package(node))


def by_name(writer: Writer, value: ast.expr, package: str) -> ast.expr:
    """A sub by its name, or code itself."""
    for sub in writer.outline.subs.values():
        # It may be any of them.
        writer.facts.sub(sub.key).is_passed |= sub.package == package
    given = [values.call("globals", []), value]
    if package != "main":
        given.append(ast.Constant(package))
    return values.call("perl_code", given)


def handed_on(made: Typed, frame: Frame) -> Typed:
    """What code gives that another gives: as many values as that gives."""
    node = made.node
    if not frame.is_code or not (not frame.key or frame.key.endswith("AUTOLOAD")):
        return made
    is_one = isinstance(node, ast.Call) and ast.unparse(node.func) == "perl_one_given"
    return Typed(node.args[0]) if isinstance(node, ast.Call) and is_one else made


def _may_be_name(node: Node) -> bool:
    """Whether ``no strict`` stands before it in a block around it."""
    for above in tree.above(node):
        for each in above.named_children:
            if each.start_byte >= node.start_byte:
                break
            is_pragma = each.type == "use_statement" and each.children[0].type == "no"
            if is_pragma and "strict" in tree.text(each):
                return True
    return False
