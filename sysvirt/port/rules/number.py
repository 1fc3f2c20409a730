"""Numbers and texts, which are one in Perl, and fractions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sysvirt.port.findings import Confidence, Finding, Severity
from sysvirt.port.parser import tree
from sysvirt.port.rules import nodes, origins, parameters, truth
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script

if TYPE_CHECKING:
    from tree_sitter import Node

NUMBER = Rule(
    id="number",
    severity=Severity.WARNING,
    title="A number that is a text, or a fraction that shows.",
    text=(
        "In Perl '1' and 1 are the same. In Python they are never equal, and nothing raises; a text"
        " and a number can't be added or ordered. Make a number of a text where it comes in. The"
        " keys of a dict keep their kind: a number finds no key that is a text.\n\n"
        "'/' gives a fraction in both languages, but 2048 / 1024 prints as 2 in Perl and as 2.0 in"
        " Python: '//' gives a whole number, 'f\"{x:.15g}\"' prints as Perl does."
    ),
    perl="""\
my ($state) = $dom->get_state;
print "runs\\n" if $state eq "1";
print $dom->get_info->{memory} / 1024, "\\n";
""",
    python="""\
state, _ = dom.get_state()
if state == 1:
    print("runs")
print(dom.get_info()["memory"] // 1024)
""",
    place="numbers.md#numbers-and-text",
)
_NUMERIC = frozenset({"==", "!=", "<", ">", "<=", ">=", "<=>"})
_TEXTUAL = frozenset({"eq", "ne", "lt", "gt", "le", "ge", "cmp"})
_SUMS = frozenset({"+", "-", "*", "/", "%", "**"})


def find(script: Script) -> Iterator[Finding]:
    """The comparisons, sums and fractions."""
    if not script.sure_sites:
        return
    for node in script.nodes("equality_expression", "relational_expression"):
        yield from _compared(script, node)
    for node in script.nodes("binary_expression"):
        yield from _calculated(script, node)
    with_texts = set(_hashes_of_texts(script))
    for node in script.nodes("hash_element_expression") if with_texts else ():
        yield from _looked_up(script, node, with_texts)


def _sides(node: Node) -> tuple[str, Node, Node] | None:
    left, right = nodes.field(node, "left"), nodes.field(node, "right")
    if left is None or right is None:
        return None
    return tree.operator(node), left, right


def _finding(script: Script, node: Node, message: str) -> Finding:
    site = script.site(node)
    if site is not None:
        return script.about(NUMBER, site, message)
    return script.code(NUMBER, node, message, confidence=Confidence.LIKELY)


def _compared(script: Script, node: Node) -> Iterator[Finding]:
    found = _sides(node)
    if found is None:
        return
    word, left, right = found
    for value, other in ((left, right), (right, left)):
        if word in _NUMERIC and (text := _text(script, value)):
            yield _finding(script, value, f"{text}: int(…), or it never equals a number")
            return
        if word in _TEXTUAL and script.result(value) == "int":
            text_of = nodes.literal(other)
            if text_of is not None and text_of.strip().lstrip("-").isdigit():
                said = (
                    f"a number never equals the text {nodes.words(other)}: compare with {text_of}"
                )
                yield _finding(script, value, said)
                return


def _text(script: Script, node: Node) -> str:
    """Why an expression is a text that should be a number; empty if it isn't one."""
    shown = nodes.words(node)
    text = nodes.literal(node)
    if text is not None:
        return f"{shown} is text" if text.strip().isdigit() else ""
    source = origins.text_source(script, node)
    if source:
        return f"{shown} is text from {source}"
    return f"{shown} is text" if script.result(node) == "str" else ""


def _calculated(script: Script, node: Node) -> Iterator[Finding]:
    found = _sides(node)
    if found is None:
        return
    word, left, right = found
    if word in _SUMS:
        for value in (left, right):
            if text := _text(script, value):
                yield _finding(script, value, f"{text}: int(…), or {word} raises TypeError")
    if word == "/" and _counts(script, left) and _is_seen(script, node):
        said = "a whole number prints as 2 in Perl, as 2.0 in Python: // or :.15g"
        operator = node.child_by_field_name("operator")
        yield script.code(NUMBER, operator or node, said, confidence=Confidence.LIKELY)


def _hashes_of_texts(script: Script) -> Iterator[str]:
    """The hashes whose keys are written as texts of digits: ``my %word = ("1" => "runs")``."""
    for node in script.nodes("assignment_expression"):
        target, value = nodes.field(node, "left"), node.child_by_field_name("right")
        name = nodes.name_of(target) if target is not None else ""
        if not name.startswith("%") or value is None:
            continue
        keys = [nodes.literal(key) for key, _ in parameters.pairs_among(nodes.items(value))]
        if any(key is not None and key.isdigit() for key in keys):
            yield name[1:]


def _looked_up(script: Script, node: Node, hashes: set[str]) -> Iterator[Finding]:
    """A number of Sys::Virt as the key of such a hash."""
    hash_, key = node.child_by_field_name("hash"), nodes.field(node, "key")
    if hash_ is None or key is None or nodes.words(hash_).lstrip("$") not in hashes:
        return
    if script.result(key) == "int":
        yield _finding(script, key, "a number, and the keys are texts: write them without quotes")


def _counts(script: Script, node: Node) -> bool:
    """Whether an expression is a whole number of Sys::Virt, or is calculated from one."""
    found = _sides(node) if node.type == "binary_expression" else None
    if found is None:
        return script.result(node) == "int"
    word, left, right = found
    return word in _SUMS and (_counts(script, left) or _counts(script, right))


def _is_seen(script: Script, node: Node) -> bool:
    """Whether a fraction becomes text: on the spot, or out of the variable that holds it."""
    if truth.is_shown(node):
        return True
    parent = nodes.holder(node)
    target = parent.child_by_field_name("left") if parent is not None else None
    if target is None or target.type != "variable_declaration":
        return False
    return any(
        truth.is_shown(each) and (begin := origins.origin(script, each)) and begin.value == node
        for each in script.variables(nodes.name_of(target))
    )


FAMILY = Family("number", (NUMBER,), find)
