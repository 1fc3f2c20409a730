"""The Python line for a use of Sys::Virt, as reports show it."""

from __future__ import annotations

import ast
from contextlib import suppress
from typing import TYPE_CHECKING

from sysvirt.port import tree
from sysvirt.port.api import read_api
from sysvirt.port.draft import statements, uses, values
from sysvirt.port.draft.expressions import Expressions
from sysvirt.port.draft.refusing import Untranslatable
from sysvirt.port.findings import Kind

if TYPE_CHECKING:
    from sysvirt.port.sites import Site
    from sysvirt.port.units import Unit

#: A longer line is no line that anybody reads.
LONGEST = 200
#: What says that there is no certain Python; texts that nest too deep for quotes are some of it.
_REFUSED = (Untranslatable, ValueError, RecursionError, IndexError)


def python_line(unit: Unit, site: Site) -> str:
    """The Python line for the statement of a use.

    It is the whole statement where all of it is certain: of one with a block the line that leads
    it, with its colon. Else it is the use alone; ``...`` stands for an argument that can't be
    shown on one line. It parses, with a ``pass`` behind a colon.
    """
    with suppress(*_REFUSED):
        line = statements.write(Expressions(unit, site), tree.written_statement(site.node))
        if len(line) <= LONGEST and "\n" not in line and parses(line):
            return line
    with suppress(*_REFUSED):
        line = values.unparse(uses.use(Expressions(unit, site, is_lax=True), site))
        if parses(line):
            return line
    return _named(site)


def _named(site: Site) -> str:
    """The name alone, where not even the receiver can be written."""
    cls = read_api().classes.get(site.cls)
    if site.kind is Kind.IMPORT:
        return "from sysvirt import Sys"
    if cls is None:
        return ""
    if site.kind is Kind.CLASS:
        return cls.python
    is_word = site.name.isidentifier()
    line = f"{cls.python}.{site.name}" if is_word else cls.python
    return line if site.kind is Kind.CONSTANT or not is_word else f"{line}(...)"


def parses(line: str) -> bool:
    """Whether Python reads a line, which may lead a block."""
    text = f"{line} pass" if line.endswith(":") else line
    if text.startswith(("elif ", "else:")):
        text = f"if x: pass\n{text}"
    if text.startswith("return"):
        text = f"def f():\n    {text}"
    try:
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
