"""Names of C that are longer than a phone's line: where they may go on in the next one."""

from __future__ import annotations

import re

from docutils import nodes

#: So many letters have room everywhere.
SHORT = 44


def parts(name: str) -> list[str]:
    """The pieces between which a line may end; a short name is one."""
    return [name] if len(name) <= SHORT else re.findall(r"[^_]*_?", name)[:-1]


def html(name: str) -> str:
    """The name as HTML: copied and searched it is what it was."""
    return "<wbr>".join(parts(name))


def part(literal: nodes.literal) -> None:
    """The same for a literal of a page."""
    first, *others = parts(literal.astext())
    if others:
        literal.clear()
        literal += nodes.Text(first)
        for each in others:
            literal += [nodes.raw("", "<wbr>", format="html"), nodes.Text(each)]
