"""Which match ``$1`` comes from: found by where it stands, before anything is written.

A match counts for what stands behind it in the same block, and in the blocks of the statement whose
condition it is. Perl forgets it at the end of the block.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from sysvirt.port.parser import tree
from sysvirt.port.python.signs import AND, OR

if TYPE_CHECKING:
    from tree_sitter import Node

_MATCHES = frozenset({"match_regexp", "substitution_regexp"})
_LOGIC = frozenset(
    {
        *("binary_expression", "lowprec_logical_expression", "parenthesized_expression"),
        *("unary_expression", "logical_not_expression"),
    }
)
_CONDITIONED = {
    "conditional_statement": ("if",),
    "elsif": ("elsif",),
    "loop_statement": ("while",),
    "postfix_conditional_expression": ("if",),
    "postfix_loop_expression": ("while",),
}
#: What leaves: behind it a match has succeeded.
_LEAVING = frozenset({"die", "croak", "confess", "exit", "pod2usage", "usage"})


#: What stands before a match, and behind it.
SIDES = frozenset("`'")


@attrs.frozen
class Capture:
    """What ``$1`` is taken from."""

    #: A match, or ``$x =~ $pattern`` as a whole.
    match: Node
    #: Whether the match has succeeded for certain.
    is_sure: bool
    #: What it is taken from if that match has failed, as far as that is known.
    older: Capture | None = None

    def all(self) -> list[Capture]:
        """It, and what is older."""
        return [self, *(self.older.all() if self.older is not None else ())]


def is_match(node: Node) -> bool:
    """Whether it is a match, a substitution, or ``$x =~ $pattern``."""
    if node.type in _MATCHES:
        return True
    right = node.child_by_field_name("right") if tree.operator(node) in ("=~", "!~") else None
    return right is not None and right.type not in (*_MATCHES, "transliteration_expression")


def is_capture(node: Node) -> bool:
    """Whether it is ``$1`` or one of its kind."""
    if node.type == "hash_element_expression":
        holder = node.child_by_field_name("hash")
        return holder is not None and tree.text(holder) == "$+"
    if node.type == "hash":
        return tree.text(node) == "%+"
    if node.type == "array_element_expression":
        return place_word(node) != ""
    if node.type != "scalar":
        return False
    name = (tree.variable(node) or tree.text(node))[1:].strip("{}")
    return name == "&" or name in SIDES or (name.isdecimal() and name != "0")


def place_word(node: Node) -> str:
    """``start`` for ``$-[0]``, ``end`` for ``$+[0]``; of all others nothing."""
    holder = node.child_by_field_name("array")
    text = tree.text(holder) if holder is not None else ""
    return {"$-": "start", "$+": "end"}.get(text, "")


class Captures:
    """All of one file."""

    def __init__(self, root: Node) -> None:
        self._found: dict[int, Capture] = {}
        #: The matches that something is taken from, with what they are called.
        self.names: dict[int, str] = {}
        self._groups: dict[int, str] = {}
        for node in tree.walk(root):
            if is_capture(node):
                self._add(node)

    def of(self, node: Node) -> Capture | None:
        """What ``$1`` is taken from; None where that isn't certain."""
        return self._found.get(node.id)

    def adopt(self, old: Node, new: Node) -> None:
        """What was read once more looks at the same matches."""
        known = {tree.text(each): each for each in tree.walk(old) if is_capture(each)}
        for each in tree.walk(new):
            before = known.get(tree.text(each)) if is_capture(each) else None
            found = self.of(before) if before is not None else None
            if found is not None:
                self._found[each.id] = found

    def _add(self, node: Node) -> None:
        found = _governing(node)
        if found is None:
            return
        self._found[node.id] = _with_older(found)
        taken: set[str] = set()
        for each in reversed(self._found[node.id].all()):
            taken.add(self._named(each.match, taken))

    def _named(self, match: Node, taken: set[str]) -> str:
        """The name of a match, which isn't one of those."""
        top = _condition_of(match)
        name = self._groups.get(top.id)
        if name is None or name in taken:
            name = self._groups[top.id] = self._name(match, taken)
        for each in tree.walk(top):
            if is_match(each):
                self.names[each.id] = name
        return name

    def _name(self, match: Node, taken: set[str]) -> str:
        """``found``, or one with a number inside of what has a match already."""
        around = {
            self._groups[each.id]
            for above in tree.above(match)
            for each in _conditions(above)
            if each.id in self._groups
        }
        number, name = 1, "found"
        while name in around | taken:
            number += 1
            name = f"found_{number}"
        return name


def _with_older(found: Capture) -> Capture:
    """A match that may have failed, with those before it."""
    if found.is_sure:
        return found
    older = _governing(found.match)
    if older is None or _condition_of(older.match).id == _condition_of(found.match).id:
        return found
    return attrs.evolve(found, older=_with_older(older))


def _conditions(node: Node) -> Iterator[Node]:
    condition = node.child_by_field_name("condition")
    if condition is not None:
        yield tree.bare(condition)


def _condition_of(match: Node) -> Node:
    """The whole condition that a match is a part of, or its comparison alone."""
    top = match
    parent = match.parent
    while parent is not None and parent.type in _LOGIC:
        sign = tree.operator(parent)
        if sign and sign not in AND and sign not in OR and sign not in ("=~", "!~", "!", "not"):
            break
        if sign in OR and not tree.is_field(top, parent, "left") and _leaves(parent):
            break
        top, parent = parent, parent.parent
    return tree.bare(top)


def _leaves(node: Node) -> bool:
    right = node.child_by_field_name("right")
    return right is not None and _is_leaving(right)


def _is_leaving(node: Node) -> bool:
    node = tree.bare(node)
    if node.type in ("return_expression", "loopex_expression"):
        return True
    call = tree.call(node)
    return call is not None and call.name in _LEAVING


def _governing(node: Node) -> Capture | None:
    inner = node
    for parent in tree.above(node):
        if parent.type in tree.SUBS or parent.type == "substitution_regexp":
            return None
        found = _in_condition_behind(inner, parent)
        if found is None:
            found = _before(inner, node)
        if found is not None:
            return _judged(found, inner, parent)
        inner = parent
    return None


def _in_condition_behind(inner: Node, parent: Node) -> Node | None:
    """Of ``print $1 if /…/`` the match behind it."""
    if parent.type not in ("postfix_conditional_expression", "postfix_loop_expression"):
        return None
    condition = parent.child_by_field_name("condition")
    if condition is None or tree.same(condition, inner):
        return None
    return _last_match(condition, condition)


def _before(inner: Node, node: Node) -> Node | None:
    before = inner.prev_named_sibling
    while before is not None:
        found = _last_match(before, node)
        if found is not None:
            return found
        before = before.prev_named_sibling
    return None


def _last_match(root: Node, seen_from: Node) -> Node | None:
    """The last match in an expression that counts at another place."""
    found = None
    waiting = [root]
    while waiting:
        each = waiting.pop()
        if each.type in tree.SUBS or (each.type == "block" and not _is_around(each, seen_from)):
            continue
        if is_match(each) and (found is None or each.start_byte > found.start_byte):
            found = each
        waiting.extend(each.named_children)
    return found


def _is_around(block: Node, node: Node) -> bool:
    return block.start_byte <= node.start_byte and node.end_byte <= block.end_byte


def _judged(match: Node, inner: Node, parent: Node) -> Capture | None:
    """Whether the match has succeeded where it is asked for; None where nobody can tell."""
    if match.type == "substitution_regexp":
        return None
    top = _condition_of(match)
    holder = tree.outermost(top).parent
    if holder is None:
        return None
    if top.type in _LOGIC and _is_around(top, inner):
        return Capture(match, True) if _is_sure_in(match, inner, top) else None
    if holder.type in _CONDITIONED and tree.same(tree.outermost(top), _condition(holder)):
        word = next((each.type for each in holder.children if each.type in _WORDS), "")
        if tree.same(holder, parent):
            is_branch = inner.type not in ("elsif", "else")
            if _is_negated(match):
                is_other = inner.type == "else" and word == "if"
                return Capture(match, True) if is_other else None
            return Capture(match, True) if word in _POSITIVE and is_branch else None
        return _behind(match, holder, word)
    if holder.type == "conditional_expression":
        if not tree.is_field(tree.outermost(top), holder, "condition"):
            return None
        is_first = tree.is_field(inner, holder, "consequent")
        return Capture(match, True) if tree.same(holder, parent) and is_first else None
    if tree.operator(parent) in AND and tree.is_field(inner, parent, "right"):
        return Capture(match, True)
    sign = tree.operator(holder)
    if sign in OR and _leaves(holder) and not tree.same(holder, parent):
        return Capture(match, True)
    if tree.operator(parent) in OR and tree.is_field(inner, parent, "right"):
        return None
    return Capture(match, False)


def _is_sure_in(match: Node, inner: Node, top: Node) -> bool:
    """Whether what stands behind a match in the same condition is only asked if it succeeded."""
    for each in tree.above(inner):
        if _is_around(each, match):
            return tree.operator(each) in AND
        if tree.same(each, top):
            break
    return False


_WORDS = frozenset({"if", "unless", "elsif", "while", "until"})
_POSITIVE = frozenset({"if", "elsif", "while"})


def _condition(holder: Node) -> Node | None:
    return holder.child_by_field_name("condition")


def _is_negated(match: Node) -> bool:
    """Whether ``!~``, ``!`` or ``not`` stands before it."""
    parent = match.parent if match.type in _MATCHES else match
    while parent is not None and parent.type in (
        *_LOGIC,
        "unary_expression",
        "logical_not_expression",
    ):
        if tree.operator(parent) in ("!~", "!", "not"):
            return True
        parent = parent.parent
    return False


def _behind(match: Node, holder: Node, word: str) -> Capture | None:
    """Behind ``next unless /…/`` it has succeeded."""
    is_negated = _is_negated(match)
    if (
        word == ("if" if is_negated else "unless")
        and holder.type == "postfix_conditional_expression"
    ):
        return Capture(match, True) if _is_leaving(holder.named_children[0]) else None
    if holder.type == "conditional_statement" and word == ("if" if is_negated else "unless"):
        block = holder.child_by_field_name("block")
        last = block.named_children[-1] if block is not None and block.named_children else None
        inside = last.named_children[0] if last is not None and last.named_children else None
        return Capture(match, True) if inside is not None and _is_leaving(inside) else None
    return None
