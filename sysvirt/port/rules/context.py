"""A list where Perl wants a single value: the number of it, its first or its last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sysvirt.port.api import Method
from sysvirt.port.findings import Finding, Severity
from sysvirt.port.rules import nodes
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script
from sysvirt.port.sites import Context, Site

if TYPE_CHECKING:
    from tree_sitter import Node

CONTEXT = Rule(
    id="context",
    severity=Severity.WARNING,
    title="A list where Perl wants a single value.",
    text=(
        "Python knows no context: a method gives the same list or tuple, whoever asks. In a scalar"
        " context Perl makes a single value of it: the number of its elements where Sys::Virt"
        " returns an array (list_domains, list_networks), else the last element (get_state,"
        " list_all_domains).\n\n"
        "'my ($first) = …' takes the first element and drops the others; in Python 'first, = …'"
        " raises ValueError where there isn't exactly one."
    ),
    perl="""\
my $n = $conn->list_domains;
my $reason = $dom->get_state;
my ($first) = $conn->list_domains;
print "$n $reason ", $first->get_name, "\\n";
""",
    python="""\
n = len(conn.list_domains())
reason = dom.get_state()[-1]
doms = conn.list_domains()
first = doms[0] if doms else None
print(n, reason, first.get_name())
""",
    place="lists.md#counting",
)


def find(script: Script) -> Iterator[Finding]:
    """The calls that give a list or a tuple where Perl takes one value."""
    for site, method in script.calls():
        if not (method.returns.is_list or method.returns.shape == "tuple"):
            continue
        if method.is_reference:
            continue
        said = _said(site, method)
        if said is not None:
            message, severity = said
            yield script.about(CONTEXT, site, message, severity=severity)


def _said(site: Site, method: Method) -> tuple[str, Severity] | None:
    name = site.name
    if site.context is Context.BOOLEAN:
        return _in_condition(method)
    if site.context is Context.SCALAR:
        return _in_scalar(site, method), Severity.WARNING
    if site.context is not Context.LIST or not method.returns.is_list:
        return None
    target = _target(site.call)
    if target is not None and target.type == "stub_expression":
        return f"the number of elements: len(…) of what {name} gives", Severity.WARNING
    if target is not None and _is_single(target):
        return f"the first of the list only, or undef: {name} gives them all", Severity.WARNING
    return None


def _in_condition(method: Method) -> tuple[str, Severity]:
    if method.returns.is_list:
        return "true if the list has an element, in both languages", Severity.INFO
    items = method.returns.items
    return f"a tuple is always true; Perl looks at the last, {items[-1]}", Severity.WARNING


def _in_scalar(site: Site, method: Method) -> str:
    returns = method.returns
    if not returns.is_list:
        return f"in scalar context Perl takes the last: {returns.items[-1]}; Python has the tuple"
    if method.counts:
        return f"in scalar context {site.name} is the number of elements: len(…)"
    return f"in scalar context {site.name} is the last element, not their number: […][-1]"


def _target(call: Node) -> Node | None:
    """What a call is assigned to."""
    parent = nodes.holder(call)
    if parent is None or parent.type != "assignment_expression":
        return None
    return parent.child_by_field_name("left") if nodes.is_at(call, parent, "right") else None


def _is_single(target: Node) -> bool:
    """Whether a target is a list of one scalar: ``my ($x)``, ``($x)``."""
    if target.type == "variable_declaration":
        found = target.children_by_field_name("variables")
        return len(found) == 1 and found[0].type == "scalar"
    return target.type == "parenthesized_expression" and nodes.bare(target).type == "scalar"


FAMILY = Family("context", (CONTEXT,), find)
