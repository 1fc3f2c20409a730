"""What a sub gives where its value hangs on who calls it: ``return $conn->list_domains;``.

Such a value is a list where a list is wanted, and another value where one is wanted. Which of the
two a sub gives is seen from its calls; one that is called in both ways is told which it is.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sysvirt.port.draft.known.facts import SubFacts
from sysvirt.port.draft.known.results import last_values, shape_of
from sysvirt.port.findings import Kind
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.shapes import method_of

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.api import Method
    from sysvirt.port.draft.known.facts import Facts
    from sysvirt.port.draft.known.outline import Outline, Sub
    from sysvirt.port.draft.writing.writer import Writer

#: Functions of Perl that give a list, and something else as one value.
_LISTS = frozenset(
    [
        "each",
        "getgrgid",
        "getgrnam",
        "getpwnam",
        "getpwuid",
        "gmtime",
        "localtime",
        "lstat",
        "readline",
        "splice",
        "stat",
        "unpack",
    ]
)


def settle(outlines: Iterable[Outline], before: Facts) -> None:
    """Decide for all subs what they give, by the calls that were seen."""
    subs = [each for outline in outlines for each in outline.subs.values()]
    many = {sub.name for sub in subs if sub.is_method and _facts(before, sub).is_many}
    for sub in subs:
        facts = _facts(before, sub)
        is_many = facts.is_many or (sub.is_method and sub.name in many)
        sub.settle(facts.asked if is_many and sub.judged[0] == "one" else set())


def _facts(before: Facts, sub: Sub) -> SubFacts:
    return before.subs.get(sub.key) or SubFacts()


def note_call(writer: Writer, sub: Sub, *, in_list: bool) -> None:
    """Note what a call wants; of a method it may be any of that name."""
    same = writer.outline.methods(sub.name)
    for each in same if sub.is_method else [sub]:
        writer.facts.sub(each.key).asked.add("list" if in_list else "one")


def note_value(writer: Writer, node: Node) -> None:
    """Note that what a sub gives is something else where a list is wanted."""
    if writer.frame.key and is_many(writer, node):
        writer.facts.sub(writer.frame.key).is_many = True


def is_many(writer: Writer, node: Node) -> bool:
    """Whether an expression is another value in a list, as far as that is seen."""
    inner = tree.bare(node)
    inner = writer.outline.reread.get(inner.id, inner)
    parts = tree.ternary(inner)
    if parts is not None:
        return any(is_many(writer, each) for each in parts[1:])
    if inner.type in ("eval_expression", "do_expression"):
        blocks = [each for each in inner.named_children if each.type == "block"]
        return any(is_many(writer, each) for block in blocks for each in last_values(block))
    if tree.operator(inner) == "=~":
        return _has_groups(inner)
    return _is_call_of_many(writer, inner)


def _has_groups(node: Node) -> bool:
    """Whether a match gives its groups, or all that it finds, in a list."""
    right = node.child_by_field_name("right")
    if right is None or right.type != "match_regexp":
        return False
    text = tree.text(right)
    words = [tree.text(each) for each in right.named_children if each.type.endswith("modifiers")]
    return re.search(r"(?<!\\)\((?!\?)", text) is not None or "g" in "".join(words)


def of_code(writer: Writer, node: Node) -> ast.expr | None:
    """What code without a name gives, so that its caller finds both values in it; else none."""
    inner = tree.bare(node)
    inner = writer.outline.reread.get(inner.id, inner)
    scalar = _scalar(writer, inner)
    if scalar is None:
        if is_many(writer, inner) and not _is_of_code(inner):
            writer.note(node, "code gives one value here; Perl gives a list where one is wanted")
        return None
    name = "PerlCounted" if scalar == "count" else "tuple"
    return values.call(name, [writer.listed(node).node])


def _is_of_code(node: Node) -> bool:
    """Whether it is a call of code: what that gives is handed on as it is."""
    call = tree.call(node)
    is_dynamic = call is not None and (call.is_dynamic or call.name.startswith(("$", "{")))
    return is_dynamic or node.type == "coderef_call_expression"


def _scalar(writer: Writer, node: Node) -> str | None:
    """``count`` or ``last``: what of a list is the one value; None of what is no list for sure."""
    if shape_of(node) == "array":
        return "count"
    site, call = writer.site(node), tree.call(node)
    if site is not None:
        method = method_of(site) if site.kind in (Kind.METHOD, Kind.FUNCTION) else None
        if method is None or not _is_list(method):
            return None
        return "count" if method.counts else "last"
    if call is None or call.receiver is not None:
        return None
    sub = writer.outline.sub(call.name, tree.package(node))
    return sub.scalar if sub is not None and sub.judged[0] == "list" and sub.scalar else None


def _is_list(method: Method) -> bool:
    if method.is_reference:
        return False
    return method.returns.is_list or method.returns.shape == "tuple"


def _is_call_of_many(writer: Writer, node: Node) -> bool:
    site, call = writer.site(node), tree.call(node)
    if site is not None and site.kind in (Kind.METHOD, Kind.FUNCTION):
        method = method_of(site)
        return method is not None and _is_list(method)
    if _is_of_code(node):
        return True
    if call is None:
        return False
    if call.receiver is not None:
        subs = writer.outline.methods(call.name)
    else:
        found = writer.outline.sub(call.name, tree.package(node))
        subs = [found] if found is not None else []
        if found is None and call.name in _LISTS:
            return True
    return any(_gives_many(writer, each) for each in subs)


def _gives_many(writer: Writer, sub: Sub) -> bool:
    is_list = sub.judged[0] == "list" or sub.judged[2]
    return is_list or _facts(writer.before, sub).is_many
