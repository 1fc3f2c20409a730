"""Loops around, and how they are left: ``next``, ``last``, ``redo``."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sysvirt.port.draft.statements import skipping
from sysvirt.port.draft.writing.lines import further_in
from sysvirt.port.draft.writing.writer import Loop, Writer
from sysvirt.port.parser import tree
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from collections.abc import Generator

    from tree_sitter import Node

_LEAVING = frozenset({"die", "croak", "confess", "exit", "pod2usage", "usage"})


@contextmanager
def inside(writer: Writer, label: str = "", step: list[str] | None = None) -> Generator[Loop]:
    """Within it a loop is written."""
    loop = Loop(label, step or [])
    writer.loops.append(loop)
    try:
        yield loop
    finally:
        writer.loops.pop()


def finished(writer: Writer, loop: Loop, lines: list[str]) -> list[str]:
    """A loop with what stands before and behind it because of loops further out."""
    before = [f"{flag} = False" for flag in loop.flags]
    behind: list[str] = []
    for flag, (goes_on, target) in loop.flags.items():
        outer = writer.loops[-1]
        if outer is target:
            is_next = goes_on and not outer.is_block
            inner = [*outer.step, "continue"] if is_next else ["break"]
        else:
            outer.flags[flag] = goes_on, target
            inner = ["break"]
        behind += [f"if {flag}:", *further_in(inner)]
    return [*before, *lines, *behind]


def leave(writer: Writer, node: Node) -> list[str]:
    """``next``, ``last``, with a label or without."""
    word = node.children[0].type
    label = next((tree.text(each) for each in node.named_children if each.type == "label"), "")
    if word not in ("next", "last", "redo") or not writer.loops:
        raise Untranslatable(f"{word} here")
    current = writer.loops[-1]
    is_own = not label or label == current.label
    if word == "redo" or (current.is_again and is_own):
        return _again(writer, word, is_own=is_own)
    found = (each for each in reversed(writer.loops) if not each.is_again and each.label == label)
    target = next(found, None)
    if is_own and current.is_block:
        return ["break"]
    if not label or target is current:
        return [*current.step, "continue"] if word == "next" else ["break"]
    if target is None:
        raise Untranslatable(f"{word} {label}")
    return skipping.left(writer, target, word)


def _again(writer: Writer, word: str, *, is_own: bool) -> list[str]:
    """``redo``, and how a round is left that it may begin once more."""
    current = writer.loops[-1]
    if word == "redo":
        if not is_own or not (current.is_again or current.is_block):
            raise Untranslatable("redo here")
        return ["continue"]
    if word == "next":
        return ["break"]
    current.flags["last_round"] = False, writer.loops[-2]
    return ["last_round = True", "break"]


def leaves(node: Node) -> bool:
    """Whether an expression goes elsewhere: out of a loop, a sub, or the program."""
    node = tree.bare(node)
    if node.type in ("return_expression", "loopex_expression"):
        return True
    call = tree.call(node)
    return call is not None and call.receiver is None and call.name in _LEAVING
