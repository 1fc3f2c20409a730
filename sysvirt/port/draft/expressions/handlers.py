"""``$SIG{__WARN__}`` and ``$SIG{__DIE__}``: code that is told of warnings and errors."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Writer

#: ``die @_ if $^S;``
_ASKS = re.compile(
    r"\{\s*(die\b[^;]*|return(\s+if)?)\s*if\s+(defined\s+)?\$\^S\b|return\s+if\s+\$\^S"
)
PLACES = {"__WARN__": "PerlHandlers.warn", "__DIE__": "PerlHandlers.die"}
#: The helpers that tell them.
_TELLING = {
    "perl_warn": ("__WARN__", "perl_warn_told"),
    "PerlDie": ("__DIE__", "perl_died"),
    "perl_die": ("__DIE__", "perl_die_told"),
    "perl_again": ("__DIE__", "perl_died"),
}


def helper(writer: Writer, name: str) -> str:
    """What a helper is called where the script has such code."""
    key, telling = _TELLING[name]
    return telling if key in _kept(writer) else name


def _kept(writer: Writer) -> frozenset[str]:
    known = writer.outline.told
    if known is None:
        keys: set[str] = set()
        for node in tree.walk(writer.unit.root):
            left = node.child_by_field_name("left")
            if node.type == "assignment_expression" and left is not None:
                right = node.child_by_field_name("right")
                if right is None or not _ASKS.search(tree.text(right)):
                    keys.update(key for key in map(key_of, tree.walk(left)) if key)
        known = writer.outline.told = frozenset(keys)
    return known


def key_of(node: Node) -> str:
    """The name of such code by its place; of all others nothing."""
    holder = node.child_by_field_name("hash")
    if holder is None or tree.variable(holder) != "%SIG":
        return ""
    key = tree.literal(node.child_by_field_name("key"))
    return key if key in PLACES else ""


def assigned(writer: Writer, left: Node, right: Node) -> list[str] | None:
    """Code that is set; of any other assignment none."""
    key = key_of(left)
    if not key:
        return None
    if key == "__DIE__" and _ASKS.search(tree.text(right)):
        return _last_word(writer, right)
    made = _code(writer, right)
    if not isinstance(made, ast.Constant):
        word = "warns of" if key == "__WARN__" else "dies of"
        writer.note(left, f"only what the script itself {word} comes here, nothing of modules")
    lines = [f"{PLACES[key]} = {unparse(made)}"]
    # What Python itself raises comes to light at the end.
    return [*lines, "sys.excepthook = perl_uncaught_told"] if key == "__DIE__" else lines


def _last_word(writer: Writer, right: Node) -> list[str]:
    """Code that gives way inside of ``eval``: it hears only of what nobody catches."""
    writer.is_last_word = True
    try:
        made = _code(writer, right)
    finally:
        writer.is_last_word = False
    return [f"PerlHandlers.last = {unparse(made)}", "sys.excepthook = perl_uncaught_told"]


def _code(writer: Writer, node: Node) -> ast.expr:
    word = tree.literal(node)
    if node.type == "undef_expression" or word in ("DEFAULT", "IGNORE", ""):
        return ast.Constant(None)
    if word is None:
        return writer.value(node).node
    sub = writer.outline.sub(word.removeprefix("main::"), tree.package(node))
    if sub is None:
        raise Untranslatable(f"the handler {word}")
    writer.facts.sub(sub.key).is_passed = True
    return ast.Name(sub.python)


def localized(
    writer: Writer, key: str, place: Node, right: Node | None
) -> tuple[list[str], list[str]]:
    """``local $SIG{__WARN__} = sub { … };``."""
    name = PLACES[key]
    saved = writer.name("handler_before")
    lines = assigned(writer, place, right) if right is not None else [f"{name} = None"]
    return [f"{saved} = {name}", *(lines or [])], [f"{name} = {saved}"]
