"""What Perl asks of an expression: a value, a list, whether it is true, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import attrs
from tree_sitter import Node

from sysvirt.port.parser import tree
from sysvirt.port.sites import Context

#: What a place says: a context, or the node whose own context is the answer.
Answer: TypeAlias = "Context | Node | Seen"

CHOICES = frozenset({"&&", "||", "//", "and", "or", "xor", "^^"})
#: Functions of more than one argument that want single values.
SCALAR_FUNCTIONS = frozenset(
    {
        "atan2", "binmode", "bless", "crypt", "index", "link", "mkdir", "rename", "rindex", "seek",
        "substr", "symlink", "truncate", "vec", "waitpid", "read", "sysread", "syswrite",
    }
)  # fmt: skip
#: Functions with a block that asks a question of each item.
QUESTIONS = frozenset(
    {"first", "any", "all", "none", "notall", "firstidx", "first_index", "true", "indexes", "part"}
)
VALUED = frozenset({"do_expression", "eval_expression"})
#: What has a block that gives a reference or a number.
REFERENCES = frozenset(
    {
        "scalar", "array", "hash", "varname", "arraylen", "sort_expression",
        "code_deref_expression", "glob_deref_expression", "container_variable",
        "slice_container_variable", "keyval_container_variable",
    }
)  # fmt: skip
CONTROL = frozenset({"conditional_statement", "elsif", "else", "try_statement", "statement_label"})
AGGREGATES = frozenset(
    {
        "array", "hash", "parenthesized_expression", "slice_expression", "array_deref_expression",
        "hash_deref_expression", "anonymous_slice_expression", "stub_expression",
    }
)  # fmt: skip


@attrs.frozen(eq=False)
class Seen:
    """The context of a node, as one of its parts sees it."""

    node: Node
    through: Callable[[Context], Context]


def context(node: Node) -> Context:
    """What is asked of an expression."""
    seen: list[Callable[[Context], Context]] = []
    answer: Answer = node
    while not isinstance(answer, Context):
        if isinstance(answer, Seen):
            seen.append(answer.through)
            answer = answer.node
        parent = answer.parent
        answer = PLACES.get(parent.type, _scalar)(answer, parent) if parent else Context.VOID
    for through in reversed(seen):
        answer = through(answer)
    return answer


def _scalar(_: Node, __: Node) -> Answer:
    return Context.SCALAR


def _list(_: Node, __: Node) -> Answer:
    return Context.LIST


def _void(_: Node, __: Node) -> Answer:
    return Context.VOID


def _through(_: Node, parent: Node) -> Answer:
    return parent


def _caller(_: Node, __: Node) -> Answer:
    return Context.CALLER


def _boolean(_: Node, __: Node) -> Answer:
    return Context.BOOLEAN


def _item(node: Node, parent: Node) -> Answer:
    """An item of a list: in a scalar the last one is the value, and the others are for nothing."""
    owner = parent.parent
    is_argument = owner is not None and owner.type in tree.PLAIN_CALLS
    if is_argument or tree.same(node, parent.named_children[-1]):
        return parent
    return Seen(parent, _not_last)


def _not_last(outer: Context) -> Context:
    return outer if outer in (Context.LIST, Context.CALLER) else Context.VOID


def _assigned(node: Node, parent: Node) -> Answer:
    left = tree.field(parent, "left")
    if left is None or tree.same(left, node) or tree.operator(parent) != "=":
        return Context.SCALAR
    return Context.LIST if is_list_target(left) else Context.SCALAR


def is_list_target(left: Node) -> bool:
    """Whether an assignment to something is one of a list."""
    if left.type == "variable_declaration":
        declared = tree.field(left, "variable")
        return declared is None or declared.type != "scalar"
    if left.type == "localization_expression":
        return any(is_list_target(each) for each in left.named_children)
    return left.type in AGGREGATES


def _binary(node: Node, parent: Node) -> Answer:
    operator = tree.operator(parent)
    is_left = tree.same(tree.field(parent, "left"), node)
    if operator in CHOICES:
        if not is_left and operator not in ("xor", "^^"):
            return parent
        if operator == "||":
            return Seen(parent, _left_of_or)
        return Context.SCALAR if operator == "//" else Context.BOOLEAN
    if operator == "x" and is_left and node.type == "parenthesized_expression":
        return Context.LIST
    return Context.SCALAR


def _left_of_or(outer: Context) -> Context:
    """``$x || 1`` is a value where a value is asked for; in ``f() or die`` truth is all."""
    return Context.BOOLEAN if outer in (Context.VOID, Context.BOOLEAN) else Context.SCALAR


def _unary(_: Node, parent: Node) -> Answer:
    return Context.BOOLEAN if tree.operator(parent) in ("!", "not") else Context.SCALAR


def _choice(node: Node, parent: Node) -> Answer:
    return Context.BOOLEAN if tree.is_field(node, parent, "condition") else parent


def _postfix_loop(node: Node, parent: Node) -> Answer:
    return Context.BOOLEAN if tree.is_field(node, parent, "condition") else Context.VOID


def _postfix_for(node: Node, parent: Node) -> Answer:
    return Context.LIST if tree.is_field(node, parent, "list") else Context.VOID


def _loop(node: Node, parent: Node) -> Answer:
    if tree.is_field(node, parent, "condition"):
        return Context.BOOLEAN
    return Context.LIST if tree.is_field(node, parent, "list") else Context.VOID


def _statement(_: Node, parent: Node) -> Answer:
    outer = parent.parent
    if outer is not None and outer.type == "cstyle_for_statement":
        is_condition = tree.is_field(parent, outer, "condition")
        return Context.BOOLEAN if is_condition else Context.VOID
    return parent


def _block(node: Node, block: Node) -> Answer:
    """A statement: the last one of some blocks is their value."""
    if not _is_last(node):
        return Context.VOID
    owner = block.parent
    if owner is None:
        return Context.VOID
    if owner.type in tree.SUBS:
        return Context.CALLER
    if owner.type in VALUED:
        return owner
    if owner.type in CONTROL:
        return _whole(owner)
    if owner.type == "map_grep_expression":
        return _map(block, owner)
    if owner.type == "indirect_object":
        return _of_function_block(owner)
    return Context.VOID if owner.type in tree.BLOCKS else _of_reference(owner)


def _bare_block(node: Node, owner: Node) -> Answer:
    """A block that is no node of its own: the second one of ``try {...} catch {...}``."""
    if node.type == "block":
        return Context.VOID
    return _of_function_block(owner) if _is_last(node) else Context.VOID


def _is_last(node: Node) -> bool:
    after = node.next_named_sibling
    while after is not None and after.type in ("comment", "pod", "heredoc_content"):
        after = after.next_named_sibling
    return after is None


def _whole(node: Node) -> Node:
    """``if`` with all that belongs to it: as the last statement of a sub it is its value."""
    while (parent := node.parent) is not None and parent.type in CONTROL:
        node = parent
    return node


def _of_reference(owner: Node) -> Context:
    """``@{ ... }``, ``&{ ... }``, ``sort { ... }``; loops and phases want nothing."""
    if owner.type in REFERENCES:
        return Context.SCALAR
    return Context.VOID


def _of_function_block(node: Node) -> Answer:
    owner = node.parent
    called = tree.call(owner) if owner is not None else None
    if called is None:
        return Context.SCALAR
    if called.name in ("try", "catch", "otherwise") and owner is not None:
        return owner
    return Context.BOOLEAN if called.name.rpartition("::")[2] in QUESTIONS else Context.SCALAR


def _map(node: Node, parent: Node) -> Answer:
    if not tree.is_field(node, parent, "callback"):
        return Context.LIST
    return Context.BOOLEAN if parent.children[0].type == "grep" else Context.LIST


def _sort(node: Node, parent: Node) -> Answer:
    return Context.LIST if tree.is_field(node, parent, "list") else Context.SCALAR


def _method_call(node: Node, parent: Node) -> Answer:
    return Context.LIST if tree.is_field(node, parent, "arguments") else Context.SCALAR


def _function_call(node: Node, parent: Node) -> Answer:
    if not tree.is_field(node, parent, "arguments"):
        return Context.SCALAR
    called = tree.call(parent)
    name = called.name if called is not None else ""
    if name in SCALAR_FUNCTIONS:
        return Context.SCALAR
    return parent if name in ("try", "catch", "finally", "otherwise") else Context.LIST


def _slice(node: Node, parent: Node) -> Answer:
    is_container = any(
        tree.is_field(node, parent, each) for each in ("array", "hash", "arrayref", "hashref")
    )
    return Context.SCALAR if is_container else Context.LIST


def _coderef_call(node: Node, parent: Node) -> Answer:
    return Context.LIST if tree.is_field(node, parent, "arguments") else Context.SCALAR


PLACES: dict[str, Callable[[Node, Node], Answer]] = {
    "parenthesized_expression": _through,
    "list_expression": _item,
    "expression_statement": _statement,
    "assignment_expression": _assigned,
    "return_expression": _caller,
    "conditional_expression": _choice,
    "binary_expression": _binary,
    "lowprec_logical_expression": _binary,
    "unary_expression": _unary,
    "logical_not_expression": _boolean,
    "refgen_expression": _list,
    "conditional_statement": _loop,
    "elsif": _loop,
    "loop_statement": _loop,
    "for_statement": _loop,
    "cstyle_for_statement": _loop,
    "postfix_conditional_expression": _choice,
    "postfix_loop_expression": _postfix_loop,
    "postfix_for_expression": _postfix_for,
    "block": _block,
    "source_file": _void,
    "indirect_object": _bare_block,
    "map_grep_expression": _map,
    "sort_expression": _sort,
    "method_call_expression": _method_call,
    "function_call_expression": _function_call,
    "ambiguous_function_call_expression": _function_call,
    "slice_expression": _slice,
    "keyval_expression": _slice,
    "anonymous_slice_expression": _list,
    "anonymous_array_expression": _list,
    "anonymous_hash_expression": _list,
    "coderef_call_expression": _coderef_call,
    "do_expression": _through,
    "eval_expression": _through,
    "use_statement": _list,
    "statement_label": _void,
    "ERROR": _void,
}
