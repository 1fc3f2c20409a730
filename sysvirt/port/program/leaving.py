"""``next`` and ``last``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.port.draft.refusing import Untranslatable
from sysvirt.port.parser import tree
from sysvirt.port.program import skipping

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.program.writer import Writer


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
