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
    if word not in ("next", "last") or not writer.loops:
        raise Untranslatable(f"{word} here")
    current = writer.loops[-1]
    target = next((each for each in reversed(writer.loops) if each.label == label), None)
    if not label or target is current:
        return [*current.step, "continue"] if word == "next" else ["break"]
    if target is None:
        raise Untranslatable(f"{word} {label}")
    return skipping.left(writer, target, word)
