"""What the rules ask of the nodes of a tree, beyond what ``tree`` tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.port.parser import tree
from sysvirt.port.parser.tree import PLAIN_CALLS as CALLS
from sysvirt.port.parser.tree import SUBS, above, bare, outermost, walk
from sysvirt.port.parser.tree import text as words
from sysvirt.port.parser.tree import written_statement as statement

if TYPE_CHECKING:
    from tree_sitter import Node

__all__ = ["CALLS", "SUBS", "above", "bare", "outermost", "statement", "walk", "words"]

STRINGS = frozenset({"string_literal", "interpolated_string_literal"})
LOOPS = frozenset(
    {"cstyle_for_statement", "for_statement", "loop_statement", "postfix_for_expression"}
)
LISTS = frozenset({"list_expression", "parenthesized_expression"})


def enclosing(node: Node, types: frozenset[str]) -> Node | None:
    """The nearest node of some types around a node."""
    return next((each for each in above(node) if each.type in types), None)


def field(node: Node, name: str) -> Node | None:
    """What a node has in a field, without the parentheses around it."""
    value = node.child_by_field_name(name)
    return bare(value) if value is not None else None


def holder(node: Node) -> Node | None:
    """What a node is a part of, beyond parentheses."""
    return outermost(node).parent


def is_at(node: Node, parent: Node, name: str) -> bool:
    """Whether a node is what its parent has in a field, parentheses aside."""
    value = parent.child_by_field_name(name)
    return value is not None and value == outermost(node)


def scope(node: Node) -> Node:
    """The sub, or the file, that a node is a part of."""
    outer = node
    for each in above(node):
        if each.type in SUBS:
            return each
        outer = each
    return outer


def is_inside(node: Node, outer: Node) -> bool:
    """Whether a node stands within another."""
    return outer.start_byte <= node.start_byte and node.end_byte <= outer.end_byte


def name_of(node: Node) -> str:
    """The name of a variable with its sign: ``$dom``; of what is none, an empty text."""
    if node.type == "variable_declaration" and node.named_child_count == 1:
        return name_of(node.named_children[0])
    signs = {"scalar": "$", "array": "@", "hash": "%"}
    last = node.named_children[-1] if node.named_child_count else None
    if node.type not in signs or last is None or last.type != "varname" or last.child_count:
        return ""
    return signs[node.type] + words(last)


def literal(node: Node | None) -> str | None:
    """The text of a string without variables in it; of anything else, none."""
    return tree.literal(node) if node is not None and bare(node).type in STRINGS else None


def function_name(node: Node) -> str:
    """The name of the function that is called: ``die``; of what is no call, an empty text."""
    if node.type == "function":
        return words(node) if _is_whole_call(node) else ""
    name = node.child_by_field_name("function") if node.type in CALLS else None
    return words(name).lstrip("&") if name is not None else ""


def _is_whole_call(node: Node) -> bool:
    """Whether a call without arguments is all that there is: ``die;``."""
    return node.parent is not None and node.parent.type not in CALLS


def arguments(node: Node) -> list[Node]:
    """The arguments of a call, one by one."""
    given = node.child_by_field_name("arguments")
    if given is None:
        name = node.child_by_field_name("function")
        rest = [each for each in node.named_children if each != name]
        return [each for each in rest if each.type not in {"function", "indirect_object"}]
    return items(given)


def items(node: Node) -> list[Node]:
    """The items of a list, one by one."""
    if node.type not in LISTS:
        return [node]
    return [each for child in node.named_children for each in items(child)]


def is_error_variable(node: Node) -> bool:
    """Whether a node is ``$@``, or a text of nothing else."""
    if node.type == "interpolated_string_literal":
        content = node.child_by_field_name("content")
        inside = content.named_children if content is not None else []
        return len(inside) == 1 and words(node) in {'"$@"', '"${@}"'}
    return node.type == "scalar" and words(node) in {"$@", "${@}"}
