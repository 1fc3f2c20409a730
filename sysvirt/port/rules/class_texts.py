"""Names of classes of Sys::Virt in a script: as texts, in patterns, and bare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sysvirt.port.api import ROOT
from sysvirt.port.rules import nodes
from sysvirt.port.rules.script import Script

if TYPE_CHECKING:
    from tree_sitter import Node

#: What looks like one, with any number of colons.
_LIKE = re.compile(r"\bsys(?P<first>:+)virt\b(?:(?P<second>:+)(?P<name>\w*))?", re.IGNORECASE)
_TEST_OF_CLASS = frozenset({"isa", "DOES", "UNIVERSAL::isa"})
_MATCHES = frozenset({"=~", "!~", "eq", "ne"})


def wrong(script: Script) -> Iterator[tuple[Node, str]]:
    """The names that are written wrong and that no site is of, each with what is wrong."""
    at_sites = {site.node.start_byte for site in script.unit.sites}
    for node in script.nodes(*nodes.STRINGS, "regexp_content"):
        content = node.child_by_field_name("content") or node
        if content.start_byte not in at_sites and _names_class(node):
            said = fault_of(script, node)
            if said is not None:
                yield node, said
    for node in script.nodes("bareword", "package"):
        if node.start_byte not in at_sites and (said := fault_of(script, node)) is not None:
            yield node, said


def fault_of(script: Script, node: Node) -> str | None:
    """What is wrong with the name of a class; if nothing is, none."""
    is_loaded = node.parent is not None and node.parent.type == "use_statement"
    own = frozenset[str]() if is_loaded else script.packages
    if node.type in {"bareword", "package"}:
        return _bare_fault(script, node, own)
    is_pattern = node.type == "regexp_content"
    faults = (
        _fault(script, found, own, is_pattern=is_pattern)
        for found in _LIKE.finditer(nodes.words(node))
    )
    return next((said for said in faults if said is not None), None)


def _names_class(node: Node) -> bool:
    """Whether a text is compared with a class, or is given to ``isa``."""
    if node.type == "regexp_content":
        regexp = node.parent
        around = nodes.holder(regexp) if regexp is not None else None
        return around is not None and _compares_class(around)
    around = nodes.holder(node)
    if around is not None and around.type == "list_expression":
        around = around.parent
    if around is None:
        return False
    if around.type == "method_call_expression":
        method = around.child_by_field_name("method")
        return method is not None and nodes.words(method) in _TEST_OF_CLASS
    if nodes.function_name(around) in _TEST_OF_CLASS:
        return True
    return around.type == "equality_expression" and _compares_class(around)


def _compares_class(comparison: Node) -> bool:
    """Whether something compares ``ref(…)``, ``$@`` or a name of a class with a text."""
    operator = comparison.child_by_field_name("operator")
    return operator is not None and nodes.words(operator) in _MATCHES


def _fault(
    script: Script, found: re.Match[str], own: frozenset[str], *, is_pattern: bool
) -> str | None:
    text, name = found[0], found["name"] or ""
    right = f"{ROOT}::{name}" if name else ROOT
    if found["first"] != "::" or (found["second"] or "::") != "::":
        return f"{text} is no class; {_nearest(script, right) or right} is"
    if text in own or (is_pattern and _begins_some(script, name)):
        return None
    if script.api.find_package(right) is not None:
        return None if text == right or is_pattern else f"{text} is no class; {right} is"
    near = _nearest(script, right)
    return f"Sys::Virt has no class {text}; the nearest is {near}" if near else None


def _begins_some(script: Script, name: str) -> bool:
    """Whether a pattern that ends here matches some class."""
    return any(each.startswith(name) for each in script.api.classes)


def _nearest(script: Script, package: str) -> str | None:
    packages = [each.package for each in script.api.classes.values()]
    if package in packages:
        return package
    names = {each.removeprefix(f"{ROOT}::"): each for each in packages}
    near = script.api.nearest(package.removeprefix(f"{ROOT}::"), names)
    return names[near] if near is not None else None


def _bare_fault(script: Script, node: Node, own: frozenset[str]) -> str | None:
    """What is wrong with a bare name: ``Sys::Virt::Doman->new``."""
    parts = nodes.words(node).split("::")
    if parts[:2] != ["Sys", "Virt"] or len(parts) < 3 or parts[2] in script.api.classes:
        return None
    package = "::".join(parts[:3])
    if package in own or nodes.words(node) in own:
        return None
    near = _nearest(script, package)
    if near is None or parts[2].isupper():
        return None
    return f"Sys::Virt has no class {package}; the nearest is {near}"
