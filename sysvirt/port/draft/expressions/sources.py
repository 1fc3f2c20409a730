"""Handlers of ``send_all``, which fill ``$_[1]``: in Python it is a bytearray."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.port.parser import tree

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Writer

_CALLS = frozenset({"send_all", "sparse_send_all"})


def is_source(writer: Writer) -> bool:
    """Whether the sub that is written is such a handler, and nothing else."""
    node = writer.frame.node
    if node is None:
        return False
    name = node.child_by_field_name("name")
    if name is None:
        return _is_given(writer, node)
    text = f"\\&{tree.text(name)}"
    uses = [
        each
        for each in tree.walk(writer.unit.root)
        if each.type == "refgen_expression" and tree.text(each) == text
    ]
    return bool(uses) and all(_is_given(writer, each) for each in uses)


def _is_given(writer: Writer, node: Node) -> bool:
    """Whether code is the first argument of ``send_all``."""
    around = next((each for each in tree.above(node) if writer.site(each) is not None), None)
    site, call = (writer.site(around), tree.call(around)) if around is not None else (None, None)
    if site is None or call is None or site.name not in _CALLS or not call.arguments:
        return False
    return tree.same(tree.bare(call.arguments[0]), node)
