"""The modules of Perl that a file uses, and what each of them brings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sysvirt.port.draft.modules.collected import CORE, MODULES
from sysvirt.port.parser import tree

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.modules.table import Module
    from sysvirt.port.draft.writing.writer import Writer

#: What needs nothing in Python.
SILENT = frozenset(
    [
        "strict",
        "warnings",
        "utf8",
        "feature",
        "vars",
        "lib",
        "diagnostics",
        "integer",
        "bytes",
        "locale",
        "open",
        "overload",
        "subs",
        "sort",
        "parent",
        "base",
        "constant",
        "Exporter",
        "Carp",
        "English",
        "Encode",
        "autodie",
        "bigint",
        "mro",
        "version",
        "threads",
        "Symbol",
        "SelectSaver",
        "experimental",
        "if",
        "less",
        "re",
        "sigtrap",
        "overloading",
        "fields",
        "filetest",
        "Sys::Virt",
        "Try::Tiny",
        "Moose",
        "Moo",
        "Mouse",
        "namespace::autoclean",
        "Class::Struct",
    ]
) - {"English", "Encode", "autodie", "bigint", "threads", "Moose", "Moo", "Mouse", "Class::Struct"}


def used(writer: Writer, _node: Node) -> Iterator[Module]:
    """The modules that the file uses, as far as there is a table for them."""
    for name in writer.outline.modules:
        if name in MODULES:
            yield MODULES[name]


def imported(root: Node) -> dict[str, list[str] | None]:
    """By module the names that are asked for; None for what it brings by itself."""
    found: dict[str, list[str] | None] = {}
    for node in tree.walk(root):
        _add(node, found)
    return found


def _add(node: Node, found: dict[str, list[str] | None]) -> None:
    module = node.child_by_field_name("module") if node.type == "use_statement" else None
    if module is None:
        return
    given = tree.asked_for(node)
    found[tree.text(module)] = tree.listed_words(given) if given else None


def refused(writer: Writer, name: str) -> str:
    """Why a module that is used can't be written at all; else an empty text."""
    for module in writer.outline.modules:
        table = MODULES.get(module)
        if table is not None and table.todo and name in (module, "*"):
            return table.todo
    return ""


def variable(writer: Writer, package: str, name: str) -> str | None:
    """What stands for a variable of a module: ``$FindBin::Bin``, or ``$Bin`` that is imported."""
    for module, wanted in writer.outline.modules.items():
        table = MODULES.get(module)
        if table is None or name not in table.variables:
            continue
        # A tag such as ``:easy`` brings them as well.
        asked = name in table.exports or any(
            each == name or each.startswith(":") for each in wanted or ()
        )
        if package == module or (package == "main" and asked):
            return table.variables[name]
    if package == "Sys::Virt" and name == "$VERSION":
        return "Sys.Virt.VERSION"
    return None


def is_asked_for(writer: Writer, module: Module, name: str) -> bool:
    """Whether ``use`` names a function."""
    wanted = writer.outline.modules.get(module.name) or []
    return name in wanted or f"&{name}" in wanted


def is_imported(writer: Writer, module: Module, name: str) -> bool:
    """Whether a function may be called by its name alone."""
    wanted = writer.outline.modules.get(module.name)
    if wanted is None:
        return not module.exports or name in module.exports
    # No tag brings what Perl has itself: POSIX's close is another one.
    is_tag = any(each.startswith((":", "-", "/")) for each in wanted) and name not in CORE.functions
    return name in wanted or f"&{name}" in wanted or is_tag or name in module.exports
