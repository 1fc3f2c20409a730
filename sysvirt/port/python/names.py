"""Perl's variables as names of Python."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from sysvirt.port.parser import tree
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.types import Object

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.types import Type

#: What a name must not be: the words of Python, and what a ported script needs by these names.
TAKEN = frozenset(
    {
        *keyword.kwlist,
        *(name for name in vars(builtins) if not name.startswith("_")),
        *("Sys", "os", "re", "sys", "time", "err"),
    }
)
#: What stands for ``@x`` and ``%x`` beside a ``$x``.
BESIDE = {"@": "_list", "%": "_dict"}
#: What the one object of a loop without a variable is called.
SINGLE = {
    "Domain": "dom",
    "DomainCheckpoint": "checkpoint",
    "DomainSnapshot": "snap",
    "Interface": "iface",
    "NWFilter": "nwfilter",
    "NWFilterBinding": "binding",
    "Network": "net",
    "NetworkPort": "port",
    "NodeDevice": "dev",
    "Secret": "secret",
    "StoragePool": "pool",
    "StorageVol": "vol",
    "Stream": "st",
    "Virt": "conn",
}
_WORD = re.compile(r"[A-Za-z_]\w*\Z", re.ASCII)


def python_name(name: str) -> str:
    """A name that Python takes.

    >>> python_name("dom"), python_name("class"), python_name("list")
    ('dom', 'class_', 'list_')
    """
    if not _WORD.match(name):
        raise Untranslatable(name)
    return f"{name}_" if name in TAKEN else name


def single(types: Iterable[Type]) -> str:
    """What ``$_`` is called: by its class where that is known.

    >>> single([Object("Domain")]), single([])
    ('dom', 'item')
    """
    names = {SINGLE.get(each.cls) if isinstance(each, Object) else None for each in types}
    (name,) = names if len(names) == 1 else (None,)
    return name or "item"


@attrs.define(frozen=True, slots=False, eq=False)
class Names:
    """The names of one file's variables."""

    root: Node

    @cached_property
    def _variables(self) -> frozenset[str]:
        found = (tree.variable(node) for node in tree.walk(self.root))
        return frozenset(name for name in found if name is not None)

    def of(self, variable: str) -> str:
        """The name of a variable with its sign: of ``$dom``, ``@doms``, ``%info``."""
        sign, name = variable[0], variable[1:]
        if sign in BESIDE and f"${name}" in self._variables:
            return python_name(name + BESIDE[sign])
        if sign == "%" and f"@{name}" in self._variables:
            return python_name(name + BESIDE[sign])
        return python_name(name)
