"""What code gives: one value, a list, or nothing; seen from its text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sysvirt.port.parser import tree

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.known.outline import Sub

_LIST_CALLS = frozenset({"keys", "values", "split", "reverse", "uniq", "readdir", "glob"})


def judged(body: Node | None) -> str:
    """``one`` or ``list``: what code gives."""
    if body is None:
        return "one"
    shapes = {shape_of(each) for each in _returns(body) if each is not None}
    return "list" if shapes & {"array", "several", "list"} else "one"


def judge(sub: Sub) -> None:
    """What a sub gives: one value or a list."""
    body = sub.node.child_by_field_name("body")
    if body is None:
        return
    shapes = {"nothing" if each is None else shape_of(each) for each in _returns(body)}
    sub.is_asked = "wantarray" in tree.text(body)
    sub.is_optional = not shapes - {"one", "nothing"} and shapes != {"one"}
    if shapes & {"array", "several", "list"}:
        sub.gives = "list"
        kinds = shapes - {"nothing"}
        sub.scalar = (
            {"array": "count", "several": "last"}.get(next(iter(kinds)), "")
            if len(kinds) == 1
            else ""
        )


def optional(node: Node | None) -> tuple[Node, Node, Node] | None:
    """The parts of ``… ? () : 'something'``; of other expressions none."""
    parts = tree.ternary(node)
    return parts if parts is not None and "nothing" in map(shape_of, parts[1:]) else None


def _returns(body: Node) -> Iterable[Node | None]:
    for each in _returned(body):
        parts = optional(each)
        yield from (each,) if parts is None else parts[1:]


def _returned(body: Node) -> Iterable[Node | None]:
    """What all the ends of a sub give."""
    waiting = [body]
    while waiting:
        node = waiting.pop()
        for each in node.named_children:
            if each.type in tree.SUBS:
                continue
            if each.type == "return_expression":
                given = [one for one in each.named_children if one.type != "comment"]
                yield given[0] if given else None
            waiting.append(each)
    yield from last_values(body)


def last_values(block: Node) -> Iterable[Node]:
    """The last values of a block: what a sub gives without ``return``."""
    inside = tree.inside(block)
    if not inside:
        return
    last = inside[-1]
    if last.type == "expression_statement" and last.named_children:
        node = last.named_children[0]
        if node.type == "postfix_conditional_expression":
            node = node.named_children[0]
        if node.type not in (
            "return_expression",
            "postfix_conditional_expression",
            "postfix_for_expression",
            "postfix_loop_expression",
            "loopex_expression",
        ):
            yield node
    elif last.type in ("conditional_statement", "elsif", "else"):
        yield from _of_branches(last)
    elif last.type == "block_statement":
        yield from last_values(last)


def _of_branches(node: Node) -> Iterable[Node]:
    block = node.child_by_field_name("block")
    if block is not None:
        yield from last_values(block)
    for each in node.named_children:
        if each.type in ("elsif", "else"):
            yield from _of_branches(each)


def shape_of(node: Node) -> str:
    """Whether an expression is one value, an array, several values, or another list."""
    inner = tree.bare(node)
    if inner.type in ("array", "array_deref_expression"):
        return "array"
    if inner.type == "stub_expression":
        return "nothing"
    if inner.type in ("hash", "hash_deref_expression", "slice_expression"):
        return "list"
    if inner.type in ("list_expression", "parenthesized_expression", "quoted_word_list"):
        items = list(tree.items(inner))
        if not items:
            return "nothing"
        if len(items) == 1 and items[0].type != "quoted_word_list":
            return shape_of(items[0])
        return "several"
    if inner.type == "map_grep_expression":
        # As one value it is a number, too.
        return "array"
    if inner.type == "sort_expression":
        return "list"
    if inner.type == "eval_expression" and inner.named_children[0].type == "block":
        return judged(inner.named_children[0])
    parts = tree.ternary(inner)
    if parts is not None:
        shapes = {shape_of(each) for each in parts[1:]} - {"one", "nothing"}
        return shapes.pop() if len(shapes) == 1 else ("list" if shapes else "one")
    call = tree.call(inner)
    if call is not None and call.receiver is None and call.name in _LIST_CALLS:
        return "list"
    return "one"
