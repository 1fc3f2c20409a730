"""Classes of Moo, Moose and Mouse: ``has``, ``around`` and their like."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import literals
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Writer
    from sysvirt.port.parser.tree import Call

#: The modules that make such classes, and roles.
MODULES = frozenset(
    {
        *("Moo", "Moo::Role", "Moose", "Moose::Role", "Mouse", "Mouse::Role", "Mo", "Role::Tiny"),
        *("Role::Tiny::With", "Class::Accessor"),
    }
)
_CHANGES = {
    "around": "perl_call_around",
    "before": "perl_call_before",
    "after": "perl_call_after",
}
#: What is said about parents, which stand at the class.
_OF_PARENTS = frozenset({"extends", "with", "requires"})
WORDS = frozenset({"has", *_CHANGES, *_OF_PARENTS})


def is_word(writer: Writer, call: Call) -> bool:
    """Whether a call is one of those that make a class."""
    return call.name in WORDS and bool(MODULES & writer.outline.modules.keys())


def write(writer: Writer, call: Call) -> list[str]:
    """What makes a class, as a call that does it."""
    if call.name in _OF_PARENTS:
        return []
    cls = writer.outline.class_path(tree.package(call.node))
    given = [item for each in call.arguments for item in tree.items(each)]
    name = _name(writer, given[0])
    if call.name == "has":
        options = literals.pairs(writer, given[1:]).node
        return [unparse(values.call("perl_has", [cls, name, options]))]
    code = writer.value(given[-1]).node
    return [unparse(values.call(_CHANGES[call.name], [cls, name, code]))]


def _name(writer: Writer, node: Node) -> ast.expr:
    literal = tree.literal(node)
    return ast.Constant(literal) if literal is not None else writer.value(node).node
