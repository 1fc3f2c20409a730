"""Where the value of a variable comes from, if it comes from one place only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sysvirt.port.rules import nodes
from sysvirt.port.rules.script import Origin, Script

if TYPE_CHECKING:
    from tree_sitter import Node

_WRITERS = frozenset(
    {
        "postinc_expression",
        "preinc_expression",
        "refgen_expression",
        "undef_expression",
        "localization_expression",
    }
)
#: What only a user, a file or a pattern gives.
_CAPTURE = re.compile(r"\$\d+\Z")


def origin(script: Script, variable: Node) -> Origin | None:
    """What a variable was declared with, if nothing else is ever written to it."""
    name = nodes.name_of(variable)
    if not name.startswith("$"):
        return None
    declared = _declaration(script, variable, name)
    if declared is None:
        return None
    if declared.id not in script.origins:
        script.origins[declared.id] = _only_value(script, declared, name)
    return script.origins[declared.id]


def _only_value(script: Script, declared: Node, name: str) -> Origin | None:
    """What a declared variable gets, if nothing else is ever written to it."""
    if any(_is_written(node) for node in script.variables(name, _block(declared))):
        return None
    return _value(declared)


def _declaration(script: Script, variable: Node, name: str) -> Node | None:
    """The nearest ``my`` of a name that a place sees."""
    seen: Node | None = None
    for node in script.variables(name):
        if node.start_byte >= variable.start_byte:
            break
        if _is_declared(node) and nodes.is_inside(variable, _block(node)):
            seen = node
    return seen


def _is_declared(variable: Node) -> bool:
    parent = variable.parent
    return parent is not None and parent.type == "variable_declaration"


def _block(node: Node) -> Node:
    """The block, or the statement with a block of its own, in which a declaration holds."""
    inner = node
    for each in nodes.above(node):
        if each.type in {"block", "block_statement", "source_file"}:
            return each
        if each.type in nodes.LOOPS or each.type == "conditional_statement":
            return each
        inner = each
    return inner


def _is_written(variable: Node) -> bool:
    """Whether something other than its declaration changes a variable."""
    if _is_declared(variable):
        return False
    parent = nodes.holder(variable)
    while parent is not None and parent.type == "list_expression":
        variable, parent = parent, nodes.holder(parent)
    if parent is None:
        return False
    if parent.type == "assignment_expression":
        return nodes.is_at(variable, parent, "left")
    if parent.type == "for_statement":
        return nodes.is_at(variable, parent, "variable")
    if parent.type == "binary_expression":
        right = parent.child_by_field_name("right")
        changes = {"substitution_regexp", "transliteration_expression"}
        return right is not None and right.type in changes and right != variable
    return parent.type in _WRITERS or nodes.function_name(parent) == "undef"


def _value(variable: Node) -> Origin | None:
    """What a declared variable gets."""
    declaration = variable.parent
    assignment = nodes.holder(declaration) if declaration is not None else None
    if declaration is None or assignment is None or assignment.type != "assignment_expression":
        return None
    value = nodes.field(assignment, "right")
    operator = assignment.child_by_field_name("operator")
    if value is None or operator is None or nodes.words(operator) != "=":
        return None
    several = declaration.children_by_field_name("variables")
    variables = [each for each in several if each.is_named]
    return Origin(value, variables.index(variable) if variable in variables else None)


def text_source(script: Script, node: Node) -> str:
    """Where a text comes from that a user or a pattern gave: ``@ARGV``; else an empty text."""
    node = nodes.bare(node)
    found = _first_source(node)
    if found or node.type != "scalar":
        return found
    begin = origin(script, node)
    if begin is None:
        return ""
    if begin.value.type == "array" and begin.index is not None:
        return "@ARGV" if nodes.name_of(begin.value) == "@ARGV" else ""
    if begin.index is not None and _is_match(begin.value):
        return "a pattern"
    return _first_source(begin.value)


def _first_source(node: Node) -> str:
    found = [_direct_source(each) for each in _alternatives(node)]
    return next((source for source in found if source), "")


def _alternatives(node: Node) -> Iterator[Node]:
    """The values that an expression may be: both sides of ``||`` and ``//``."""
    node = nodes.bare(node)
    operator = node.child_by_field_name("operator")
    if operator is None or nodes.words(operator) not in {"||", "//"}:
        yield node
        return
    for side in (nodes.field(node, "left"), nodes.field(node, "right")):
        if side is not None:
            yield from _alternatives(side)


def _direct_source(node: Node) -> str:
    text = nodes.words(node)
    if node.type == "readline_expression":
        return "a file" if "STDIN" not in text else "STDIN"
    if node.type == "scalar" and _CAPTURE.match(text):
        return "a pattern"
    if node.type == "array_element_expression" and text.startswith("$ARGV["):
        return "@ARGV"
    if node.type == "hash_element_expression" and text.startswith("$ENV{"):
        return "%ENV"
    if nodes.function_name(node) in {"shift", "pop"}:
        taken = nodes.arguments(node)
        outside = nodes.scope(node).type == "source_file"
        if (taken and nodes.name_of(taken[0]) == "@ARGV") or (not taken and outside):
            return "@ARGV"
    return ""


def _is_match(node: Node) -> bool:
    right = node.child_by_field_name("right")
    return right is not None and right.type == "match_regexp"
