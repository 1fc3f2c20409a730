"""``@_``: what looks at it, what changes it, and the blocks of Try::Tiny, which have their own.

A sub that changes an argument where it comes from gets a list, which the caller looks at behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sysvirt.port.parser import tree
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.python.signs import AND, OR

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Writer

_USES = re.compile(
    r"@_\b|@_(?=\W)|\$_\[|\$#_|\bshift\b(?!\s*\(?\s*@\s*[\w{$])|\bpop\b(?!\s*\(?\s*@)"
)
#: What makes that an argument isn't any more where it was.
_MOVES = re.compile(
    r"\b(?:shift|pop)\b(?!\s*\(?\s*@\s*(?:[A-Za-z{$]|_\w))"
    r"|\b(?:push|unshift|splice|undef)\b\s*\(?\s*@_\b|@_\s*=(?![=~])"
)
#: The keyword by which a sub gets the list of its arguments.
PLACES = "perl_places"
ALL = -1
_BLOCKS_OF_TRY = frozenset({"try", "catch", "finally"})


def are_used(text: str) -> bool:
    """Whether Perl looks at ``@_``."""
    return _USES.search(text) is not None


def text_of(writer: Writer, node: Node) -> str:
    """The text of a statement without the subs in it, which have their own ``@_``."""
    data, start = node.text or b"", node.start_byte
    parts, at = [], 0
    waiting = [node]
    found: list[Node] = []
    while waiting:
        each = waiting.pop()
        is_own = each.type in tree.SUBS or is_of_try(writer, each)
        if is_own or each.type in ("comment", "string_literal"):
            found.append(each)
        else:
            waiting.extend(each.named_children)
    for each in sorted(found, key=lambda one: one.start_byte):
        parts.append(data[at : each.start_byte - start])
        at = each.end_byte - start
    parts.append(data[at:])
    return b"".join(parts).decode("utf-8", "replace")


def is_of_try(writer: Writer, node: Node) -> bool:
    """Whether it is a block of Try::Tiny, which is a sub to Perl."""
    if node.type not in ("block", "anonymous_hash_expression") or not are_own(writer):
        return False
    parent = node.parent
    if parent is not None and parent.type == "indirect_object":
        parent = parent.parent
    if parent is None:
        return False
    call = tree.call(parent)
    return parent.type == "try_statement" or (call is not None and call.name in _BLOCKS_OF_TRY)


def are_own(writer: Writer) -> bool:
    """Whether ``try`` is a function, whose blocks have their own ``@_``."""
    return "Try::Tiny" in writer.outline.modules


@contextmanager
def named(writer: Writer, name: str) -> Iterator[None]:
    """Let ``@_`` have another name, or none, for some statements."""
    frame = writer.frame
    before, frame.arguments = frame.arguments, name
    try:
        yield
    finally:
        frame.arguments = before


def change(writer: Writer, number: int = ALL) -> None:
    """Note that the sub that is written changes an argument where it comes from."""
    frame = writer.frame
    if not frame.key or frame.cls or frame.node is None:
        raise Untranslatable("an argument that is changed where it comes from")
    if writer.before.sub(frame.key).is_passed:
        raise Untranslatable("an argument that is changed by code that is handed on")
    if _MOVES.search(text_of_sub(writer, frame.node)):
        raise Untranslatable("an argument that is changed, of a list that changes, too")
    writer.facts.sub(frame.key).changes.add(number)
    if number not in writer.before.sub(frame.key).changes:
        # Its callers don't know yet.
        raise Untranslatable("an argument that is changed where it comes from")


def refuse_earlier(writer: Writer, node: Node) -> None:
    """``"$n " . bump($n)``: the call is written ahead, where its variable is another one already.

    A use that is a value by itself is read behind the call in Perl as well, and what stands left
    of ``and`` or ``?`` is asked before.
    """
    variable = writer.variables.of(node)
    inside = node
    for around in tree.above(node):
        if around.type.endswith("_statement") or around.type in ("block", *tree.SUBS):
            return
        is_choice = tree.operator(around) in (*AND, *OR, "=") or tree.ternary(around) is not None
        for use in () if is_choice else _before(around, inside):
            is_same = use.type == "scalar" and writer.variables.of(use) is variable
            if is_same and not tree.same(use.parent, around):
                raise Untranslatable(f"{tree.text(node)} before what changes it")
        inside = around


def _before(around: Node, inside: Node) -> Iterator[Node]:
    """The nodes in one that stand before another in it."""
    for each in around.named_children:
        if each.start_byte < inside.start_byte:
            yield from tree.walk(each)


def text_of_sub(writer: Writer, node: Node) -> str:
    """The text of a sub without the subs in it."""
    return "\n".join(text_of(writer, each) for each in node.named_children)
