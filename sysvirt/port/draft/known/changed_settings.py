"""Which settings of ``print`` a script changes: ``$,``, ``$\\``, ``$"``, ``$;``, ``select``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sysvirt.port.parser import tree

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Writer

#: Where each has its place.
PLACES = {
    "$,": "perl_output.between",
    "$\\": "perl_output.end",
    '$"': "perl_output.joint",
    "$;": "perl_output.keys",
}
#: ``select((select($fh), $| = 1)[0])``.
FLUSHED = re.compile(
    r"select\s*\(\s*\(\s*select\s*\(?\s*(\$?\w+)\s*\)?\s*,\s*\$\|\s*(=\s*1|\+\+)\s*,?\s*\)\s*\[0\]"
)


def name_of(node: Node) -> str:
    """The setting that a variable is; of all others nothing."""
    name = (tree.variable(node) or tree.text(node)) if node.type == "scalar" else ""
    return name if name in PLACES else ""


def changed(writer: Writer) -> frozenset[str]:
    """What the script changes of it: the variables, and ``select``."""
    known = writer.outline.settings
    if known is None:
        known = writer.outline.settings = frozenset(_changed(writer.unit.root))
    return known


def _changed(root: Node) -> set[str]:
    found = set[str]()
    for node in tree.walk(root):
        name = name_of(node)
        if name and any(_is_written(each) for each in tree.above(node)):
            found.add(name)
        call = tree.call(node)
        is_select = call is not None and call.receiver is None and call.name == "select"
        is_short = is_select and call is not None and len(call.arguments) < 4
        if is_short and not any(
            FLUSHED.match(tree.text(each)) for each in (node, *tree.above(node))
        ):
            found.add("select")
    return found


def _is_written(node: Node) -> bool:
    return node.type in ("assignment_expression", "localization_expression")
