"""Operators that classes of the script have their own ideas of: ``use overload '+' => …``."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft.known import kinds
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.python import values

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.expressions.targets import Target
    from sysvirt.port.draft.writing.writer import Writer

#: Operators with two sides that a helper looks at.
SIGNS = frozenset(
    [
        *("+", "-", "*", "/", "%", "**"),
        *("==", "!=", "<", ">", "<=", ">=", "<=>"),
        *("eq", "ne", "lt", "gt", "le", "ge", "cmp"),
    ]
)
CHANGING = frozenset(["+=", "-=", "*=", "/=", "%=", "**="])
#: All that a class may have.
KNOWN = SIGNS | CHANGING | {'""', "bool", "0+", "fallback", "neg", "abs", "="}


def is_used(writer: Writer) -> bool:
    """Whether a class of the project has operators of its own."""
    known = SIGNS | CHANGING | {"neg", "abs"}
    return any(each.operators & known for each in (writer.outline, *writer.outline.others))


def may_be_object(typed: Typed) -> bool:
    """Whether nothing is known of a value."""
    return kinds.sure(typed.kind) in ("", "dict", "list") or kinds.base(typed.kind) == "object"


def operation(writer: Writer, sign: str, left: Node, right: Node) -> Typed | None:
    """An operator with two sides; None where neither can be an object."""
    if sign not in SIGNS or not is_used(writer):
        return None
    before = len(writer.ahead)
    sides = [conversions.kept(writer.value(each)) for each in (left, right)]
    if not any(map(may_be_object, sides)):
        del writer.ahead[before:]
        return None
    return Typed(values.call("perl_operate", [ast.Constant(sign), *(each.node for each in sides)]))


def changed(writer: Writer, place: Target, right: Node, sign: str) -> list[str] | None:
    """``$x += $y``."""
    if sign not in CHANGING or not is_used(writer):
        return None
    before = len(writer.ahead)
    other = conversions.kept(writer.value(right))
    if not may_be_object(place.read) and not may_be_object(other):
        del writer.ahead[before:]
        return None
    made = values.call("perl_operate", [ast.Constant(sign), place.read.node, other.node])
    return place.store(Typed(made))


def of_one(writer: Writer, name: str, made: Typed) -> Typed | None:
    """``-$x`` and ``abs $x``."""
    if not is_used(writer) or not may_be_object(made):
        return None
    return Typed(values.call(f"perl_operate_{name}", [made.node]))
