"""Tests for a failure that dies by itself, and for a success that nothing tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sysvirt.port.findings import Confidence, Finding, Kind, Severity
from sysvirt.port.rules import nodes, origins
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script
from sysvirt.port.sites import Site

if TYPE_CHECKING:
    from tree_sitter import Node

CANNOT_HAPPEN = Rule(
    id="cannot-happen",
    severity=Severity.WARNING,
    title="A test for a failure that dies by itself.",
    text=(
        "A look-up never gives undef, and 'new' never does: they die, in Python they raise. What"
        " stands behind 'or die', or in 'if (!defined $dom)', never runs. What it should do belongs"
        " into an 'except' clause.\n\n"
        "A method without a result gives nothing, also after a success: 'create or die' always"
        " dies."
    ),
    perl="""\
my $dom = $conn->get_domain_by_name("test")
    or die "no such domain";
print $dom->get_name, "\\n";
""",
    python="""\
dom = conn.get_domain_by_name("test")
print(dom.get_name())
""",
    place="truth.md#undef",
)
_OR = frozenset({"or", "||", "//"})


def find(script: Script) -> Iterator[Finding]:
    """The tests."""
    for node in _tested(script):
        yield from _judge(script, node)


def _tested(script: Script) -> Iterator[Node]:
    """What does something where it is false."""
    for node in script.nodes("lowprec_logical_expression", "binary_expression"):
        operator, left = node.child_by_field_name("operator"), nodes.field(node, "left")
        if operator is not None and left is not None and nodes.words(operator) in _OR:
            yield left
    for node in script.nodes("unary_expression", "logical_not_expression"):
        operator, operand = node.child_by_field_name("operator"), nodes.field(node, "operand")
        if operator is not None and operand is not None and nodes.words(operator) in {"!", "not"}:
            yield operand
    for node in script.nodes("conditional_statement", "postfix_conditional_expression"):
        condition = nodes.field(node, "condition")
        if condition is not None and any(each.type == "unless" for each in node.children):
            yield condition


def never_runs(script: Script, node: Node) -> bool:
    """Whether a node stands behind 'or' after what is never false."""
    parent = nodes.holder(node)
    operator = parent.child_by_field_name("operator") if parent is not None else None
    left = nodes.field(parent, "left") if parent is not None else None
    if operator is None or left is None or nodes.words(operator) not in _OR or left == node:
        return False
    if left.type == "assignment_expression":
        left = nodes.field(left, "right") or left
    site = script.site(left)
    return site is not None and _always_true(script, site)


def _judge(script: Script, node: Node) -> Iterator[Finding]:
    if nodes.function_name(node) == "defined":
        inside = [each for each in node.named_children if each.type != "function"]
        node = nodes.bare(inside[0]) if len(inside) == 1 else node
    if node.type == "assignment_expression":
        node = nodes.field(node, "right") or node
    site = script.site(node)
    if site is not None:
        yield from _of_site(script, site)
    elif node.type == "scalar":
        begin = origins.origin(script, node)
        site = script.site(begin.value) if begin is not None and begin.index is None else None
        if site is not None and _always_true(script, site):
            said = f"always there: {_dies(site)}"
            yield script.code(CANNOT_HAPPEN, node, said, confidence=site.confidence)


def _of_site(script: Script, site: Site) -> Iterator[Finding]:
    if _always_true(script, site):
        yield script.about(CANNOT_HAPPEN, site, f"never false: {_dies(site)}")
    elif _gives_nothing(script, site):
        severity = Severity.ERROR if site.confidence is Confidence.CERTAIN else None
        said = f"always false: {site.name} gives nothing, and dies itself after a failure"
        yield script.about(CANNOT_HAPPEN, site, said, severity=severity)


def _dies(site: Site) -> str:
    return f"{site.name} dies itself after a failure"


def _always_true(script: Script, site: Site) -> bool:
    """Whether a call gives an object or dies."""
    method = script.method(site)
    if method is None or site.confidence < Confidence.LIKELY:
        return False
    return method.returns.shape.startswith("object:") and not method.returns.null


def _gives_nothing(script: Script, site: Site) -> bool:
    method = script.method(site)
    if method is None or site.confidence < Confidence.LIKELY or site.kind is not Kind.METHOD:
        return False
    return method.returns.shape == "none" and site.cls not in {"Event", "EventImpl"}


FAMILY = Family("cannot-happen", (CANNOT_HAPPEN,), find)
