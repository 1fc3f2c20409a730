"""Which argument of a call is given for which parameter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sysvirt.port.findings import Kind
from sysvirt.port.rules import nodes

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.api import Method, Parameter
    from sysvirt.port.sites import Site

#: What can be any number of arguments.
_MANY = frozenset({"array", "hash", "slice_expression", "map_grep_expression", "sort_expression"})

#: What an argument that is written on the spot can be.
_TYPES = {
    "anonymous_hash_expression": {"any", "dict"},
    "interpolated_string_literal": {"any", "bytes", "str"},
    "number": {"any", "bool", "int"},
    "string_literal": {"any", "bytes", "str"},
}


def given(method: Method, site: Site) -> Iterator[tuple[Parameter, Node]]:
    """The parameters of a method that a call gives, each with its argument."""
    if site.kind is Kind.NEW:
        by_name = {parameter.name: parameter for parameter in method.params}
        for key, value in pairs(site):
            parameter = by_name.get(nodes.literal(key) or nodes.words(key))
            if parameter is not None:
                yield parameter, value
        return
    arguments = flat(site)
    for parameter, argument in zip(_form(method, arguments), arguments, strict=False):
        if argument.type in _MANY:
            return
        yield parameter, argument


def flat(site: Site) -> list[Node]:
    """The arguments of a site, one by one."""
    return [item for argument in site.arguments for item in nodes.items(argument)]


def pairs(site: Site) -> Iterator[tuple[Node, Node]]:
    """The keys and values among the arguments of a site."""
    yield from pairs_among(flat(site))


def pairs_of(hash_: Node) -> Iterator[tuple[Node, Node]]:
    """The keys and values of ``{…}``."""
    yield from pairs_among([item for each in hash_.named_children for item in nodes.items(each)])


def pairs_among(items: list[Node]) -> Iterator[tuple[Node, Node]]:
    """The keys and values of a list; after an array in it, those with an arrow only."""
    at, known = 0, True
    while at + 1 < len(items):
        key, value = items[at], items[at + 1]
        arrow = key.next_sibling
        if key.type in _MANY or not (known or (arrow is not None and arrow.type == "=>")):
            at, known = at + 1, False
            continue
        yield key, value
        at, known = at + 2, known and value.type not in _MANY


def _form(method: Method, arguments: list[Node]) -> tuple[Parameter, ...]:
    """The form of a method that a call has: the one in which each argument fits."""
    if not method.alt_params:
        return method.params
    forms = (method.params, *method.alt_params)
    fitting = [form for form in forms if _fits(form, arguments)]
    return fitting[0] if len(fitting) == 1 else ()


def _fits(form: tuple[Parameter, ...], arguments: list[Node]) -> bool:
    fits = (
        argument.type not in _TYPES or _TYPES[argument.type] & {*parameter.types}
        for parameter, argument in zip(form, arguments, strict=False)
    )
    return len(arguments) <= len(form) and all(fits)
