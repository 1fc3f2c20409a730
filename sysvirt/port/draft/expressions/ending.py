"""``$?`` in ``END``: what the program ends with."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.parser import tree
from sysvirt.port.python import values

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Writer


def begun(writer: Writer, block: Node) -> list[str]:
    """The first lines of a block of ``END`` that asks."""
    found = [each for each in tree.walk(block) if _is_status(each)]
    if not found:
        return []
    lines = ["sys.excepthook = perl_uncaught_ending"]
    if any(map(_is_written, found)):
        # What is registered first is done last.
        lines.insert(0, "atexit.register(perl_end)")
    writer.first[:0] = [each for each in lines if each not in writer.first]
    return ["perl_begin_end()"]


def status(writer: Writer, made: ast.expr) -> ast.expr:
    """What ``exit`` is given, where some ``END`` asks for it."""
    known = writer.outline.asks_for_ending
    if known is None:
        known = writer.outline.asks_for_ending = any(map(_asks, tree.walk(writer.unit.root)))
    return values.call("perl_ending", [made]) if known else made


def _asks(node: Node) -> bool:
    is_end = node.type == "phaser_statement" and tree.text(node).startswith("END")
    return is_end and any(map(_is_status, tree.walk(node)))


def _is_status(node: Node) -> bool:
    return node.type == "scalar" and tree.text(node) in ("$?", "${?}")


def _is_written(node: Node) -> bool:
    parent = node.parent
    return (
        parent is not None
        and parent.type == "assignment_expression"
        and tree.is_field(node, parent, "left")
    )
