"""What the grammar reads in another way than Perl does: the text that it reads as Perl does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sysvirt.port.parser import tree

if TYPE_CHECKING:
    from tree_sitter import Node

#: Functions of modules that get one value, and bind closer than comparisons do.
_UNARY = frozenset({"blessed", "looks_like_number", "readonly", "refaddr", "reftype"})
_LOW = frozenset(
    {"&&", "||", "//", "==", "!=", "<", ">", "<=", ">=", "<=>"}
    | {"eq", "ne", "lt", "gt", "le", "ge", "cmp"}
)
_ELEMENT = re.compile(r"(?<!\\)\$\{\s*(\$\w+(?:(?:->)?[\[{][^\[\]{}]*[\]}])*)\s*\}(?=[\[{])")
_NAMED_ELEMENT = re.compile(rb"[A-Za-z_]\w*(?:\[.*\]|\{.*\})", re.DOTALL)
_RANGE = re.compile(r"(?<![\w.$])(\d+)\.\.(?!\.)")
_PRODUCT = re.compile(r"(print|say)\s+\$\w+\s+[*%&](?=\s)")


def of_quoted(node: Node) -> str | None:
    """What the grammar doesn't see between quotes.

    Of ``${$x}{y}`` and ``@{$x}[0, 1]`` it takes the key for text, of ``${x[0]}`` the name for a
    function's.
    """
    try:
        before = (node.text or b"").decode()
    except UnicodeDecodeError:
        # It can't be read anyway.
        return None
    again = _ELEMENT.sub(r"\1->", _with_slices(node).decode())
    return again if again != before else None


def _with_slices(node: Node) -> bytes:
    """Slices as lists of their own: ``@{[ @{$x}[0, 1] ]}``."""
    data, start = node.text or b"", node.start_byte
    content = node.child_by_field_name("content")
    for each in reversed(content.named_children if content is not None else ()):
        first, end = each.start_byte - start, each.end_byte - start
        if each.type not in ("array", "scalar"):
            continue
        sign, named = data[first : first + 1], _named_element(each)
        if named:
            data = data[:first] + b"@{[ " + sign + named + b" ]}" + data[end:]
            continue
        last = _end_of_key(data, end)
        if last > end and sign == b"@" and tree.dereferenced(each) is not None:
            data = data[:first] + b"@{[ " + data[first:last] + b" ]}" + data[last:]
    return data


def _named_element(node: Node) -> bytes:
    """What stands between the braces of ``${name[0]}`` and ``@{name[0, 1]}``."""
    inside = (node.text or b"")[1:].strip()
    found = _NAMED_ELEMENT.fullmatch(inside[1:-1].strip()) if inside.startswith(b"{") else None
    return found[0] if found else b""


def _end_of_key(data: bytes, start: int) -> int:
    """Where the brackets that begin at a place end; there itself if they don't."""
    pairs = {b"[": b"]", b"{": b"}"}
    opening = data[start : start + 1]
    closing = pairs.get(opening)
    if closing is None:
        return start
    depth = 0
    for at in range(start, len(data)):
        char = data[at : at + 1]
        depth += (char == opening) - (char == closing)
        if not depth:
            return at + 1
    return start


def of_range(node: Node) -> str | None:
    """A range without blanks in a sum: the grammar takes ``0..$n-1`` for ``(0..$n) - 1``."""
    parent = node.parent
    if parent is not None and parent.type == node.type:
        return None
    is_alone = tree.is_range(node) and node.named_children[-1].type != node.type
    if is_alone or not any(_is_before_range(each) for each in tree.walk(node)):
        return None
    return _RANGE.sub(r"\1 ..", tree.text(node))


def _is_before_range(node: Node) -> bool:
    """Whether it is a number like the one before the points of ``1..10``."""
    return node.type == "number" and tree.text(node).endswith(".")


def of_product(node: Node) -> str | None:
    """``print $n * 2``: the grammar takes $n for a handle, and the star for a glob's."""
    text = tree.text(node)
    found = _PRODUCT.match(text)
    if found is None or "indirect_object" not in {each.type for each in node.named_children}:
        return None
    return f"{found[1]}(({text[found.end(1) :]}))"


def of_constant(call: tree.Call) -> str | None:
    """``PI * 2, …``: a constant gets nothing, but the grammar takes the star for a glob's."""
    text = tree.text(call.node)
    return text.replace(call.name, f"{call.name}()", 1) if call.arguments else None


def of_one_value(call: tree.Call, prototype: str | None) -> str | None:
    """``blessed $x && …``: the grammar takes all of it for what ``blessed`` gets.

    ``prototype`` is that of a sub of the script.
    """
    if call.name not in _UNARY and prototype not in ("$", ";$", "_"):
        return None
    if not call.arguments or call.block is not None:
        return None
    first = call.arguments[0]
    while tree.operator(first) in _LOW or first.type == "conditional_expression":
        inner = first.child_by_field_name("left") or first.child_by_field_name("condition")
        if inner is None:
            return None
        first = inner
    if tree.same(first, call.arguments[0]) and len(call.arguments) == 1:
        return None
    data, start = call.node.text or b"", call.node.start_byte
    behind = data[first.end_byte - start :].decode("utf-8", "replace")
    return f"{call.name}({tree.text(first)}){behind}"


def of_block(node: Node) -> str | None:
    """``f { g() };``: the grammar takes a block of one expression for a hash."""
    is_hash = node.type == "anonymous_hash_expression"
    return f"sub {tree.text(node)}" if is_hash else None
