"""``sprintf`` and ``printf``."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.writer import Writer
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

#: A format that means the same in both languages.
_SIMPLE = re.compile(r"(?:[^%]|%%|%[-+0 ]*\d*(?:\.\d+)?[sdifgexXo])*\Z", re.DOTALL)
_PLACE = re.compile(r"%(?:%|[-+0 ]*\d*(?:\.\d+)?([sdifgexXo]))")


def formatted(writer: Writer, arguments: Sequence[Node]) -> ast.expr:
    """A format with its values: ``"%-10s %d" % (name, count)`` where that is the same."""
    given = [item for each in arguments for item in tree.items(each)]
    if not given:
        raise Untranslatable("sprintf of nothing")
    form = writer.value(given[0])
    items = writer.items(given[1:])
    text = form.node.value if isinstance(form.node, ast.Constant) else None
    if isinstance(text, str) and _SIMPLE.match(text):
        made = _plain(text, items)
        if made is not None:
            return made
    rest = [each.node for each in items]
    return values.call("perl_sprintf", [conversions.as_text(form), ast.List(rest)])


def _plain(text: str, items: list[Typed]) -> ast.expr | None:
    letters = [found[1] for found in _PLACE.finditer(text) if found[1]]
    if any(isinstance(each.node, ast.Starred) for each in items) or len(letters) != len(items):
        return None
    if not items:
        return ast.Constant(text.replace("%%", "%"))
    pairs = list(zip(letters, items, strict=True))
    if any(letter in "xXo" and not _is_positive(each) for letter, each in pairs):
        return None
    made = [_value(letter, each) for letter, each in pairs]
    one = made[0] if len(made) == 1 else ast.Tuple(made)
    if len(made) == 1 and not _is_safe(made[0]):
        one = ast.Tuple(made)
    return ast.BinOp(ast.Constant(text), ast.Mod(), one)


def _is_positive(typed: Typed) -> bool:
    """Whether it is no negative number for certain, which Perl shows in 64 bits."""
    node = typed.node
    if isinstance(node, ast.Constant):
        return isinstance(node.value, int | float) and node.value >= 0
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.BitAnd)
    return isinstance(node, ast.Call) and ast.unparse(node.func) in ("perl_ord", "ord", "len")


def _is_safe(node: ast.expr) -> bool:
    """Whether it can't be a tuple, which ``%`` would take apart."""
    return isinstance(node, ast.Call | ast.Constant | ast.JoinedStr | ast.Name | ast.Attribute)


def _value(letter: str, typed: Typed) -> ast.expr:
    if letter == "s":
        if typed.kind == "int":
            return typed.node
        return conversions.as_text(typed)
    if letter in "dixXo":
        if typed.kind in ("int", "bool", "float", "num") and letter in "di":
            return typed.node
        return conversions.as_integer(typed)
    return conversions.as_number(typed)
