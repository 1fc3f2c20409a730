"""What an expression is, as far as that is known: a text, a number, a list, an object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.port.api import read_api
from sysvirt.port.findings import Kind
from sysvirt.port.parser import tree
from sysvirt.port.types import Code, Foreign, Hash, List, Object, Result

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.api import Method
    from sysvirt.port.sites import Site
    from sysvirt.port.types import Type
    from sysvirt.port.units import Unit

#: The functions of Perl whose result is always a text, or always a number.
FUNCTIONS = {
    **dict.fromkeys(("join", "lc", "lcfirst", "ref", "sprintf", "uc", "ucfirst"), "str"),
    **dict.fromkeys(("length", "scalar", "time", "int", "index", "rindex", "ord"), "int"),
    **dict.fromkeys(("defined", "exists"), "bool"),
}
OPERATORS = {
    ".": "str",
    "x": "str",
    **dict.fromkeys(("+", "-", "*", "**", "%", "|", "&", "^", "<<", ">>", "<=>", "cmp"), "int"),
    **dict.fromkeys(("==", "!=", "<", ">", "<=", ">=", "eq", "ne", "lt", "gt", "le", "ge"), "bool"),
    **dict.fromkeys(("=~", "!~", "!", "not"), "bool"),
}
#: Types whose truth is the same in both languages: ``"0"`` is none of their values.
NUMBERS = frozenset({"bool", "float", "int"})


def method_of(site: Site) -> Method | None:
    """The method that a site calls, if the API has it."""
    cls = read_api().classes.get(site.cls)
    if cls is None or site.kind not in (Kind.METHOD, Kind.FUNCTION, Kind.NEW):
        return None
    return cls.methods.get(site.name)


class Shapes:
    """The shapes of one file's expressions: ``str``, ``int``, ``bool``, ``list``, ``object`` …"""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._sites = {site.call.id: site for site in unit.sites if not _is_by_name(site)}

    def site(self, node: Node) -> Site | None:
        """The use of Sys::Virt that an expression is."""
        return self._sites.get(tree.bare(node).id)

    def of(self, node: Node) -> str:
        """The shape of an expression; an empty text where it isn't known."""
        node = tree.bare(node)
        site = self.site(node)
        if site is not None:
            return self._of_site(site)
        if node.type in tree.STRINGS:
            return "str"
        if node.type == "conditional_expression":
            return self._of_both(node)
        if node.type == "number":
            return "int" if tree.text(node).isdecimal() else "float"
        found = OPERATORS.get(tree.operator(node)) if node.type.endswith("_expression") else None
        call = tree.call(node)
        if call is not None and call.receiver is None:
            found = FUNCTIONS.get(call.name)
        return found or self._of_types(node)

    def _of_both(self, node: Node) -> str:
        sides = [node.child_by_field_name(each) for each in ("consequent", "alternative")]
        shapes = {self.of(each) for each in sides if each is not None}
        return shapes.pop() if len(shapes) == 1 else ""

    def is_ours(self, node: Node) -> bool:
        """Whether an expression is what a method of Sys::Virt gave, whose keys are known."""
        types = self._unit.types_of(tree.bare(node))
        return self.site(node) is not None or (
            bool(types) and all(isinstance(each, Result) for each in types)
        )

    def _of_site(self, site: Site) -> str:
        if site.kind is Kind.CONSTANT:
            constant = (
                read_api().classes[site.cls].constants.get(site.name) if site.exists else None
            )
            return type(constant.value).__name__ if constant is not None else ""
        method = method_of(site)
        if site.kind is Kind.NEW:
            return "object"
        return plain(method.returns.shape) if method is not None else ""

    def _of_types(self, node: Node) -> str:
        shapes = {self._of_type(each) for each in self._unit.types_of(node)}
        return shapes.pop() if len(shapes) == 1 else ""

    def _of_type(self, type_: Type) -> str:
        if isinstance(type_, Object | Foreign):
            return "object"
        if isinstance(type_, Result):
            cls = read_api().classes.get(type_.cls)
            method = cls.methods.get(type_.method) if cls is not None else None
            if method is None:
                return ""
            if not type_.part:
                return plain(method.returns.shape)
            return plain(method.returns.types.get(type_.part, "")).rstrip("?")
        known: dict[type[Type], str] = {List: "list", Hash: "dict", Code: "code"}
        return known.get(type(type_), "")


def plain(shape: str) -> str:
    """A shape without what it is of.

    >>> plain("list:object:Sys::Virt::Domain"), plain("int")
    ('list', 'int')
    """
    return shape.partition(":")[0]


def _is_by_name(site: Site) -> bool:
    """``Sys::Virt::Domain->$name``: which constant it is, only the run decides."""
    call = tree.call(site.call)
    return site.kind is Kind.CONSTANT and call is not None and call.is_dynamic
