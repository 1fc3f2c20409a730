"""The lines of a format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.port.parser import tree
from sysvirt.port.prelude.forms import PerlForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

#: Settings of ``write``.
PLACES = {
    "$~": "perl_page().name",
    "$^": "perl_page().top",
    "$=": "perl_page().length",
    "$-": "perl_page().left",
    "$%": "perl_page().number",
}


def lines(content: str) -> Iterator[tuple[str, str]]:
    """The lines of a format, each with the line of its values."""
    rest = iter(content.split("\n")[1:])
    for line in rest:
        if line == ".":
            return
        if line.startswith("#"):
            continue
        yield line, next(rest, "") if PerlForm.field.search(line) else ""


def expression(node: Node) -> str:
    """All values of a format, as one expression of Perl."""
    content = next((each for each in node.named_children if each.type == "format_content"), None)
    if content is None:
        return ""
    rows = [row.strip().rstrip(",;") for _, row in lines(tree.text(content)) if row]
    return f"[{', '.join(f'[{row}]' for row in rows)}];"
