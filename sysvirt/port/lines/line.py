"""The Python line for a use of Sys::Virt, as reports show it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from sysvirt.port.api import read_api
from sysvirt.port.findings import Kind
from sysvirt.port.lines import statements, uses
from sysvirt.port.lines.expressions import Expressions
from sysvirt.port.meant import meant_name
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.names import Names
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.python.shapes import Shapes

if TYPE_CHECKING:
    from sysvirt.port.sites import Site
    from sysvirt.port.units import Unit

#: A longer line is no line that anybody reads.
LONGEST = 200
#: What says that there is no certain Python; texts that nest too deep for quotes are some of it.
_REFUSED = (Untranslatable, ValueError, RecursionError, IndexError)


class Lines:
    """The Python lines for the uses of one file."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._names = Names(unit.root)
        self._shapes = Shapes(unit)
        #: Of statements that were asked for: several uses may stand in one.
        self._wholes: dict[int, str | None] = {}
        self._parts: dict[int, str | None] = {}

    def of(self, site: Site) -> str:
        """The Python line for the statement of a use.

        It is the whole statement where all of it is certain: of one with a block the line that
        leads it, with its colon. ``...`` stands for an argument that can't be shown on one line.
        Where more than that can't be written it is the use alone. It parses, with a ``pass``
        behind a colon. A name that isn't there is the one that is meant, as far as that is sure.
        """
        return self._whole(site) or self._most(site) or self._alone(site) or _named(site)

    def _whole(self, site: Site) -> str | None:
        statement = tree.written_statement(site.node)
        if statement.id not in self._wholes:
            expressions = Expressions(self._unit, self._names, self._shapes)
            self._wholes[statement.id] = self._write(
                lambda: statements.write(expressions, statement)
            )
        return self._wholes[statement.id]

    def _most(self, site: Site) -> str | None:
        """The statement with arguments left out, if the use is still there."""
        statement = tree.written_statement(site.node)
        if statement.id not in self._parts:
            expressions = Expressions(self._unit, self._names, self._shapes, is_lax=True)
            self._parts[statement.id] = self._write(
                lambda: statements.write(expressions, statement)
            )
        line = self._parts[statement.id]
        name = meant_name(read_api(), site) or site.name
        return line if line is not None and re.search(rf"\b{re.escape(name)}\b", line) else None

    def _alone(self, site: Site) -> str | None:
        expressions = Expressions(self._unit, self._names, self._shapes, is_lax=True)
        return self._write(lambda: values.unparse(uses.use(expressions, site)))

    def _write(self, write: Callable[[], str]) -> str | None:
        with suppress(*_REFUSED):
            line = write()
            if len(line) <= LONGEST and "\n" not in line and parses(line):
                return line
        return None


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
