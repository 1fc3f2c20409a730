"""The order of the keys of a hash."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sysvirt.port.findings import Confidence, Finding, Severity
from sysvirt.port.rules import nodes
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script

if TYPE_CHECKING:
    from tree_sitter import Node

HASH_ORDER = Rule(
    id="hash-order",
    severity=Severity.INFO,
    title="The keys come in another order.",
    text=(
        "Perl gives the keys of a hash in an order that changes with each run. A dict keeps the"
        " order in which its keys came, and a dict of sysvirt always has the same. What is compared"
        " with the output of the Perl script has to be sorted in both."
    ),
    perl="""\
my $info = $dom->get_info;
print "$_\\n" foreach sort keys %$info;
""",
    python="""\
info = dom.get_info()
for key in sorted(info):
    print(key)
""",
    place="hashes.md#hashes",
)
_READERS = frozenset({"each", "keys", "values"})


def find(script: Script) -> Iterator[Finding]:
    """Where the keys of a hash of Sys::Virt are read in Perl's order."""
    for node in script.nodes(*nodes.CALLS):
        name = nodes.function_name(node)
        given = nodes.arguments(node) if name in _READERS else []
        if given and _is_of_sysvirt(script, given[0]) and not _is_sorted(node):
            said = f"Perl's order of {name} changes with each run, a dict's doesn't"
            yield script.code(HASH_ORDER, node, said, confidence=Confidence.LIKELY)


def _is_of_sysvirt(script: Script, node: Node) -> bool:
    """Whether a hash is one that a method gave."""
    if script.result(node) == "dict":
        return True
    return any(
        script.result(each) == "dict" and not nodes.is_inside(node, each)
        for each in nodes.walk(node)
        if each.type in {"scalar", "method_call_expression"}
    )


def _is_sorted(node: Node) -> bool:
    """Whether something sorts the keys, or only counts them."""
    for each in nodes.above(node):
        if each.type == "sort_expression" or nodes.function_name(each) in {"scalar", "sort"}:
            return True
        if each.type.endswith("_statement") or each.type == "block":
            return False
        if each.type == "assignment_expression":
            left = each.child_by_field_name("left")
            return left is not None and nodes.name_of(left).startswith("$")
        if each.type in {"equality_expression", "relational_expression"}:
            return True
    return False


FAMILY = Family("hash-order", (HASH_ORDER,), find)
