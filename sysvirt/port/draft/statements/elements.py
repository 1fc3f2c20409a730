"""What a loop goes through: whether its variable is an element of something else."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import attrs

from sysvirt.port.draft.expressions.targets import COPIED
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.typed import Typed
    from sysvirt.port.draft.writing.writer import Writer

_ALIASES = frozenset(
    {
        *("scalar", "array", "array_deref_expression", "hash", "hash_deref_expression"),
        *("hash_element_expression", "array_element_expression", "slice_expression"),
    }
)
_NOTE = "Perl changes the elements of the list itself here, too"


def assigned(writer: Writer, listed: Node) -> Node:
    """``for (my @c = @l)``: the array, which is set before."""
    items = list(tree.items(listed))
    one = tree.bare(items[0]) if len(items) == 1 else listed
    left = one.child_by_field_name("left")
    if one.type != "assignment_expression" or left is None:
        return listed
    place = tree.bare(left)
    if place.type == "variable_declaration":
        place = place.child_by_field_name("variable") or place
    if place.type != "array":
        return listed
    writer.ahead += writer.simple(one)
    return place


@attrs.frozen
class Slice:
    """``for (@h{…})``: what it is a slice of, and the lines that are before the loop."""

    container: str
    keys: ast.expr
    ahead: list[str]

    def head(self, key: str, name: str) -> str:
        """The first line of the loop."""
        made = values.call("perl_slice_pairs", [ast.Name(self.container), self.keys])
        return f"for {key}, {name} in {unparse(made)}:"


def slice_of(writer: Writer, node: Node, made: Typed) -> Slice | None:
    """The slice that a loop goes through, and nothing else."""
    listed = node.child_by_field_name("list")
    items = list(tree.items(listed)) if listed is not None else []
    call = made.node
    if len(items) != 1 or items[0].type != "slice_expression" or not isinstance(call, ast.Call):
        return None
    if ast.unparse(call.func) != "perl_slice":
        return None
    holder = items[0].child_by_field_name("hash") or items[0].named_children[0]
    writer.hold(writer.variables.of(holder), "none")
    base, keys = call.args
    if isinstance(base, ast.Name | ast.Attribute):
        return Slice(unparse(base), keys, [])
    name = writer.name("container")
    return Slice(name, keys, [f"{name} = {unparse(base)}"])


def place(node: Node) -> str | None:
    """What changes become that a loop does to its variable, where it has no place of its own."""
    listed = node.child_by_field_name("list")
    items = list(tree.items(listed)) if listed is not None else []
    if any(map(_is_alias, items)):
        return ""
    return COPIED if any(map(_is_copied, items)) else None


def _is_alias(node: Node) -> bool:
    """Variables, elements, and the values of a hash."""
    node = tree.bare(node)
    parts = tree.ternary(node) if node.type == "conditional_expression" else None
    if parts is not None:
        return any(map(_is_alias, parts[1:]))
    return node.type in _ALIASES or tree.text(node).startswith("values")


def _is_copied(node: Node) -> bool:
    """``grep``, ``sort`` and ``reverse``, whose elements are those of what they look at."""
    node = tree.bare(node)
    call = tree.call(node)
    if node.type == "sort_expression":
        inner = node.child_by_field_name("list")
        given = [inner] if inner is not None else list(node.named_children)
    elif node.type == "map_grep_expression" and node.children[0].type == "grep":
        inner = node.child_by_field_name("list")
        given = [inner] if inner is not None else []
    elif call is not None and call.receiver is None and call.name == "reverse":
        given = list(call.arguments)
    else:
        return False
    items = [item for each in given for item in tree.items(each)]
    return any(_is_alias(each) or _is_copied(each) for each in items)


def noted(writer: Writer, node: Node, name: str) -> None:
    """Tell of elements that stay as they are, where the loop has a copy of them."""
    if writer.aliases.get(name) == COPIED and name in writer.aliased:
        writer.note(node, _NOTE)
        writer.aliased.discard(name)
