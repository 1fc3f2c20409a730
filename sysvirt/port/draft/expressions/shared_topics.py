"""``$_`` that a sub of the script gives to the code that it calls: ``mygrep { $_ > 1 } @x``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sysvirt.port.draft.modules.collected import MODULES
from sysvirt.port.parser import tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tree_sitter import Node

    from sysvirt.port.draft.known.outline import Sub
    from sysvirt.port.draft.writing.writer import Writer

#: What ``$_`` is called where several subs look at it.
NAME = "perl_topic.value"
_CALLS_CODE = re.compile(r"->\(|&\$|&\{")
_GIVES = re.compile(r"\blocal\s*\(?\s*\$_\b|\bfor(each)?\s*\(")


def is_given(writer: Writer) -> bool:
    """Whether the sub that is written gives ``$_`` to code."""
    return any(_gives(each.node) for each in writer.frames if each.node is not None)


def _gives(node: Node) -> bool:
    text = tree.text(node)
    return bool(_CALLS_CODE.search(text) and _GIVES.search(text))


def is_taken(writer: Writer, node: Node) -> bool:
    """Whether code looks at ``$_`` and stands in a call of a sub that gives it."""
    if not _looks(node):
        return False
    for above in tree.above(node):
        call = tree.call(above)
        if call is None or call.receiver is not None:
            continue
        sub = writer.outline.sub(call.name, tree.package(node))
        return sub is not None and _gives(sub.node)
    return False


def of_module(node: Node) -> str:
    """The kind of ``$_`` in code that looks at it, and that a method of a module calls with it."""
    if not _looks(node):
        return ""
    for above in tree.above(node):
        call = tree.call(above)
        module = MODULES.get(tree.text(call.receiver)) if call and call.receiver else None
        if call is None or module is None:
            continue
        forms = module.class_methods.get(call.name, ())
        all_forms = forms if isinstance(forms, tuple) else (forms,)
        return next((each.topic for each in all_forms if each.topic), "")
    return ""


def _looks(node: Node) -> bool:
    """Whether code looks at ``$_``."""
    return any(tree.variable(each) == "$_" for each in _outside_of_loops(node))


def _outside_of_loops(node: Node) -> Iterable[Node]:
    """The nodes of code that aren't in what gives ``$_`` a value of its own."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        yield each
        if each.type == "map_grep_expression":
            listed = each.child_by_field_name("list")
            waiting += [listed] if listed is not None else []
        elif each.type not in ("for_statement", "postfix_for_expression"):
            waiting += each.named_children


def of_round(writer: Writer, name: str, block: Node) -> list[str]:
    """The first lines of a loop over ``$_`` whose code looks at it."""
    if name == NAME or not _CALLS_CODE.search(tree.text(block)):
        return []
    has_takers = any(
        _gives(each.node) and each.prototype.startswith("&") for each in _around(writer, block)
    )
    return [f"{NAME} = {name}"] if has_takers else []


def _around(writer: Writer, block: Node) -> list[Sub]:
    return [
        each
        for each in writer.outline.subs.values()
        if each.node.start_byte <= block.start_byte and block.end_byte <= each.node.end_byte
    ]
