"""What counts as true, and how a truth value looks as a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sysvirt.port.api import Method
from sysvirt.port.findings import Confidence, Finding, Severity
from sysvirt.port.parser import tree
from sysvirt.port.rules import nodes, origins
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script

if TYPE_CHECKING:
    from tree_sitter import Node

TRUTH = Rule(
    id="truth",
    severity=Severity.WARNING,
    title="A truth value as a text, or a value that isn't equally true.",
    text=(
        "What Perl gives as 1 or 0 is True or False. As a number it is still 1 or 0, but it prints"
        " as a word, and isn't equal to the text '1': 'int(…)' where it is shown.\n\n"
        "A reference to an empty hash is true in Perl, and an empty dict is false in Python: ask"
        " 'is not None'. The text '0' is false in Perl and true in Python. What a method without a"
        " result gives is undef, which equals 0; None doesn't."
    ),
    perl="""\
print $dom->is_active, "\\n";
my $params = {};
print "given\\n" if $params;
""",
    python="""\
print(int(dom.is_active()))
params = {}
if params is not None:
    print("given")
""",
    place="truth.md#truth",
)
_OUTPUT = frozenset({"print", "say", "join", "warn", "die", "syslog"})
_CONDITIONS = frozenset(
    {
        "conditional_expression",
        "conditional_statement",
        "elsif",
        "loop_statement",
        "postfix_conditional_expression",
        "postfix_loop_expression",
    }
)
_LOGIC = frozenset({"&&", "||", "and", "or", "not", "!"})
_EQUALS = frozenset({"==", "!="})
_EQUALS_TEXT = frozenset({"eq", "ne"})


def find(script: Script) -> Iterator[Finding]:
    """The truth values that are shown or compared, and the tests that come out differently."""
    if not script.sure_sites:
        return
    for node in _values(script):
        yield from _shown(script, node)
        yield from _tested(script, node)
    for node in script.nodes("equality_expression"):
        yield from _compared(script, node)


def _values(script: Script) -> Iterator[Node]:
    """The calls and variables of a file, in their order."""
    calls = {site.call.id for site in script.sure_sites}
    types = {site.call.type for site in script.sure_sites}
    for node in script.nodes(*types | {"scalar", "hash_element_expression"}):
        if node.id in calls or node.type in {"scalar", "hash_element_expression"}:
            yield node


def _finding(script: Script, node: Node, message: str, severity: Severity | None = None) -> Finding:
    site = script.site(node)
    if site is not None:
        return script.about(TRUTH, site, message, severity=severity)
    return script.code(TRUTH, node, message, severity=severity, confidence=Confidence.LIKELY)


def _shown(script: Script, node: Node) -> Iterator[Finding]:
    if script.result(node) != "bool" or not is_shown(node):
        return
    yield _finding(script, node, "prints as True or False, in Perl 1 or 0: int(…)")


def is_shown(node: Node) -> bool:
    """Whether a value becomes a part of a text."""
    parent = nodes.holder(node)
    while parent is not None and parent.type == "list_expression":
        node, parent = parent, nodes.holder(parent)
    if parent is None:
        return False
    if parent.type == "string_content" or nodes.function_name(parent) in _OUTPUT:
        return True
    if parent.type == "anonymous_array_expression":
        return any(each.type == "string_content" for each in nodes.above(parent))
    word = tree.operator(parent)
    return word == "." or (word == ".=" and nodes.is_at(node, parent, "right"))


def _tested(script: Script, node: Node) -> Iterator[Finding]:
    if not is_tested(node):
        return
    given = script.given(node)
    if given is not None and _may_be_empty(*given):
        said = "an empty dict is false, Perl's reference is always true: is not None"
        yield _finding(script, node, said)
    elif node.type == "scalar":
        yield from _literal(script, node)


def _may_be_empty(method: Method, part: str) -> bool:
    """Whether a method may give a hash without keys."""
    return not part and method.returns.shape == "dict" and not method.returns.keys


def _literal(script: Script, node: Node) -> Iterator[Finding]:
    """A variable that holds ``{}``, ``[]``, ``"0"`` or a text that a user gave."""
    begin = origins.origin(script, node)
    if begin is None or begin.index is not None:
        return
    value = begin.value
    empty = value.type in {"anonymous_hash_expression", "anonymous_array_expression"}
    if empty and value.named_child_count == 0:
        said = f"{nodes.words(value)} is false, Perl's reference is always true: is not None"
        yield _finding(script, node, said)
    elif nodes.literal(value) == "0":
        yield _finding(script, node, '"0" is true in Python, false in Perl: int(…)')


def is_tested(node: Node) -> bool:
    """Whether something asks only whether a value is true."""
    parent = nodes.holder(node)
    if parent is None:
        return False
    if parent.type in _CONDITIONS:
        return nodes.is_at(node, parent, "condition")
    operator = parent.child_by_field_name("operator")
    word = nodes.words(operator) if operator is not None else ""
    if word in {"!", "not"}:
        return True
    return word in {"&&", "and"} or (word in _LOGIC and nodes.is_at(node, parent, "left"))


def _compared(script: Script, node: Node) -> Iterator[Finding]:
    operator = node.child_by_field_name("operator")
    left, right = nodes.field(node, "left"), nodes.field(node, "right")
    if operator is None or left is None or right is None:
        return
    word = nodes.words(operator)
    for value, other in ((left, right), (right, left)):
        shape = script.result(value)
        if shape == "bool":
            yield from _with_bool(script, value, other, word)
        elif shape == "none" and word in _EQUALS and other.type == "number":
            said = f"gives None, which never equals {nodes.words(other)}; Perl's undef is 0"
            yield _finding(script, value, said)


def _with_bool(script: Script, value: Node, other: Node, word: str) -> Iterator[Finding]:
    if word in _EQUALS and nodes.words(other) in {"0", "1"}:
        said = f"True and False equal 1 and 0, so {word} {nodes.words(other)} stays right"
        yield _finding(script, value, said, Severity.INFO)
    elif word in _EQUALS_TEXT and (
        nodes.literal(other) in {"", "0", "1"} or other.type == "number"
    ):
        said = f"a bool never equals the text {nodes.words(other)}: test it by itself"
        yield _finding(script, value, said)


FAMILY = Family("truth", (TRUTH,), find)
