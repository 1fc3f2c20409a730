"""``given`` and ``when``, which the parser reads as ``if``: the words stand in the source."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import access, operators
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.lines import further_in
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.python.signs import AND, COMPARISONS, OR

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Writer

_WORD = re.compile(rb"(given|when|switch|case)\b")
#: The words of Switch.
_SAME = {"switch": "given", "case": "when"}
_DEFAULT = re.compile(rb"\bdefault\s*\Z")
#: What is asked for its truth alone.
_TESTS = frozenset({"defined", "exists", "eof"})


def word_of(writer: Writer, node: Node) -> str:
    """``given`` or ``when``, where that stands in the source; else nothing."""
    start = next((each for each in node.children if each.type == "if"), node).start_byte
    found = _WORD.match(writer.unit.source.data, start)
    word = found[1].decode() if found is not None else ""
    return _SAME.get(word, word)


def _is_default(writer: Writer, node: Node) -> bool:
    return _DEFAULT.search(writer.unit.source.data, 0, node.start_byte) is not None


def write(writer: Writer, node: Node, word: str) -> list[str]:
    """One of the two, as a statement."""
    condition, block = node.child_by_field_name("condition"), node.child_by_field_name("block")
    if condition is None or block is None:
        raise Untranslatable(word)
    if word == "when":
        return _when(writer, condition, block)
    made = conversions.kept(writer.value(condition))
    name = writer.name("topic")
    writer.topics.append((name, made.kind))
    try:
        return [f"{name} = {unparse(made.node)}", *_chain(writer, block)]
    finally:
        writer.topics.pop()


def _chain(writer: Writer, block: Node) -> list[str]:
    """All of them, as ``if``, ``elif`` and ``else``."""
    lines: list[str] = []
    head = "if"
    for each in block.named_children:
        if each.type == "comment":
            continue
        if head == "else":
            raise Untranslatable("given with statements behind default")
        inner = each
        if inner.type == "block_statement" and _is_default(writer, inner):
            inner = next((one for one in inner.named_children if one.type == "block"), inner)
            if head == "if":
                return [line.removeprefix("    ") for line in writer.block(inner)]
            lines += ["else:", *writer.block(inner)]
            head = "else"
            continue
        lines += _link(writer, inner, head)
        head = "elif"
    return lines


def _link(writer: Writer, node: Node, head: str) -> list[str]:
    condition, block = node.child_by_field_name("condition"), node.child_by_field_name("block")
    is_when = node.type == "conditional_statement" and word_of(writer, node) == "when"
    if not is_when or condition is None or block is None:
        raise Untranslatable("given with other statements than when")
    if re.search(r"\b(break|continue)\b", tree.text(block)):
        raise Untranslatable("a when that is left early")
    before = len(writer.ahead)
    test = tested(writer, condition)
    if len(writer.ahead) > before and head != "if":
        raise Untranslatable("a when that needs statements of its own")
    lines = [f"{head} {unparse(test)}:", *writer.block(block)]
    other = next((each for each in node.named_children if each.type == "else"), None)
    if other is None:
        return lines
    return [*lines, "else:", *writer.block(other.child_by_field_name("block"))]


def _when(writer: Writer, condition: Node, block: Node) -> list[str]:
    """One in a loop, which goes on with the next round."""
    if not writer.loops:
        raise Untranslatable("when outside of a loop")
    test = tested(writer, condition)
    return [f"if {unparse(test)}:", *writer.block(block), *further_in(_next(writer))]


def _next(writer: Writer) -> list[str]:
    loop = writer.loops[-1]
    return ["break"] if loop.is_block or loop.is_again else [*loop.step, "continue"]


def behind(writer: Writer, node: Node, body: list[str]) -> list[str]:
    """``… when …;``"""
    condition = node.child_by_field_name("condition")
    if condition is None or not writer.loops:
        raise Untranslatable("when outside of a loop")
    test = tested(writer, condition)
    return [f"if {unparse(test)}:", *further_in([*body, *_next(writer)])]


def tested(writer: Writer, node: Node) -> ast.expr:
    """What ``when`` asks of ``$_``."""
    node = tree.bare(node)
    sign = tree.operator(node)
    if sign in AND or sign in OR:
        sides = [node.child_by_field_name(each) for each in ("left", "right")]
        made = [tested(writer, each) for each in sides if each is not None]
        return ast.BoolOp(ast.And() if sign in AND else ast.Or(), made)
    call = tree.call(node)
    if call is not None and call.receiver is None and call.name in _TESTS:
        return operators.condition(writer, node)
    if sign in COMPARISONS or sign in ("=~", "!~", "!", "not") or node.type == "match_regexp":
        return operators.condition(writer, node)
    topic = access.topic(writer)
    if node.type in ("hash", "array", "hash_deref_expression", "array_deref_expression"):
        return values.call("perl_smart_match", [topic.node, access.container(writer, node).node])
    if node.type == "anonymous_array_expression":
        literals = [tree.literal(each) for each in _words(node)]
        if literals and None not in literals:
            shown = ast.Tuple([ast.Constant(each) for each in literals])
            return ast.Compare(conversions.as_text(topic), [ast.In()], [shown])
    return _compared(topic, writer.value(node))


def _words(node: Node) -> list[Node]:
    inside = [each for child in node.named_children for each in tree.items(child)]
    return [] if any(each.type in ("number", "quoted_word_list") for each in inside) else inside


def _compared(topic: Typed, made: Typed) -> ast.expr:
    if made.kind == "str" and isinstance(made.node, ast.Constant):
        return ast.Compare(conversions.as_text(topic), [ast.Eq()], [made.node])
    if made.kind in ("int", "float"):
        return ast.Compare(conversions.as_number(topic), [ast.Eq()], [made.node])
    return values.call("perl_smart_match", [topic.node, conversions.kept(made).node])
