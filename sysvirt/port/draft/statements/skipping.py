"""``skip`` and ``todo_skip`` of Test::More, which leave the block that they stand in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import templates
from sysvirt.port.draft.modules.testing import SKIPPING
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Loop, Writer

_LABELS = ("SKIP", "TODO")
_CALL = re.compile(r"\b(?:todo_)?skip\b")


def is_left(block: Node, label: str) -> bool:
    """Whether tests in a block may be skipped."""
    return label in _LABELS and _CALL.search(tree.text(block)) is not None


def written(writer: Writer, call: tree.Call) -> list[str]:
    """The lines that say what is skipped, and leave its block."""
    made = templates.filled(writer, call.name, SKIPPING[call.name], call.arguments)
    return [unparse(made.node), *_leave(writer)]


def _leave(writer: Writer) -> list[str]:
    target = next((each for each in reversed(writer.loops) if each.label in _LABELS), None)
    if target is None:
        raise Untranslatable("skip outside of a block SKIP")
    return ["break"] if target is writer.loops[-1] else left(writer, target, "last")


def left(writer: Writer, target: Loop, word: str) -> list[str]:
    """The lines that leave a loop that is further out."""
    flag = f"{word}_{target.label.lower()}"
    writer.loops[-1].flags[flag] = word == "next", target
    return [f"{flag} = True", "break"]
