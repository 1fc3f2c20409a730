"""Methods of objects whose class isn't known: a module says which classes they may be of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sysvirt.port.draft.modules.table import Form, Forms, Module

#: What open files have, too.
_OF_FILES = frozenset({"print", "printf", "say", "close", "open", "write", "flush", "autoflush"})


def forms(modules: Iterable[Module], name: str) -> Forms | None:
    """The forms of a method, if only one of the modules that are used has it.

    >>> forms([], "findnodes") is None
    True
    """
    if name in _OF_FILES:
        return None
    found = [each for module in modules if (each := tuple(_of_module(module, name)))]
    return found[0] if len(found) == 1 else None


def _of_module(module: Module, name: str) -> Iterator[Form]:
    """The forms of all classes, in the order in which they are assumed."""
    for cls in module.assumed:
        row = module.methods[cls].get(name, ())
        yield from row if isinstance(row, tuple) else (row,)
