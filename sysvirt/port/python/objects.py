"""Classes, their methods, and errors of Sys::Virt in Python's words."""

from __future__ import annotations

import ast
import keyword
from typing import TYPE_CHECKING

from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.types import Object

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.units import Unit

#: What an error is asked for, in Perl by the key of a hash as well.
ERROR_PARTS = frozenset({"code", "domain", "level", "message"})


def attribute(name: str) -> str:
    """The name of a method."""
    if not name.isidentifier():
        raise Untranslatable(name)
    return f"{name}_" if keyword.iskeyword(name) else name


def class_path(name: str) -> ast.expr:
    """A class by its package: ``Sys::Virt::Domain``, ``My::Host``."""
    dotted = name.removeprefix("main::").replace("'", "::").replace("::", ".").strip(".")
    if not all(each.isidentifier() and not keyword.iskeyword(each) for each in dotted.split(".")):
        raise Untranslatable(name)
    return values.path(dotted)


def is_error(unit: Unit, node: Node) -> bool:
    """Whether an expression is an error of Sys::Virt."""
    return tree.text(node) in ("$@", "${@}") or Object("Error") in unit.types_of(tree.bare(node))
