"""``$?`` in ``END``: what the program ends with."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.parser import tree
from sysvirt.port.python import values

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.known.variables import Variable
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


def before(writer: Writer, block: Node) -> list[str]:
    """Values of the variables that ``END`` looks at, where the program may end before theirs."""
    found = {writer.variables.of(each): None for each in tree.walk(block) if each.type in _NAMES}
    lines = []
    for variable in found:
        if variable is None or variable.node is None or variable.function is not None:
            continue
        is_inside = writer.outline.is_inside(variable.node, block)
        if not is_inside and not _is_at_once(variable.node):
            line = f"{variable.python} = {_made(variable)}"
            lines += [line] if line not in writer.first else []
            writer.write_to(variable, "none")
    return lines


_NAMES = frozenset(
    {
        *("scalar", "array", "hash", "container_variable", "slice_container_variable"),
        *("keyval_container_variable", "arraylen"),
    }
)


def _made(variable: Variable) -> str:
    if variable.is_boxed:
        return "PerlBox(None)"
    return {"$": "None", "@": "[]"}.get(variable.name[0], "{}")


def _is_at_once(node: Node) -> bool:
    """Whether a variable gets its value before anything else may happen."""
    statement = node
    while statement.parent is not None and statement.parent.parent is not None:
        statement = statement.parent
    if "(" in tree.text(statement).partition("=")[2]:
        return False
    earlier = statement.prev_named_sibling
    while earlier is not None and earlier.type in _WITHOUT_END:
        earlier = earlier.prev_named_sibling
    return earlier is None


_WITHOUT_END = frozenset(
    {
        *("use_statement", "use_version_statement", "package_statement", "comment", "pod"),
        *("subroutine_declaration_statement", "phaser_statement"),
    }
)


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
