"""Subs that are made in a loop and remember its variable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sysvirt.port.findings import Finding, Severity
from sysvirt.port.rules import nodes
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script

if TYPE_CHECKING:
    from tree_sitter import Node

CLOSURE = Rule(
    id="closure",
    severity=Severity.WARNING,
    title="A sub that is made in a loop remembers its variable.",
    text=(
        "Perl's 'my' makes a new variable each time round, and each sub keeps its own. A loop in"
        " Python has one variable, of which all functions see the last value. Bind the value with a"
        " default: 'lambda n=n: …', 'def call(n=n):'."
    ),
    perl="""\
my @subs;
foreach my $n (1 .. 3) {
    push @subs, sub { return $n * 10 };
}
print join(" ", map { $_->() } @subs), "\\n";
""",
    python="""\
subs = []
for n in range(1, 4):
    subs.append(lambda n=n: n * 10)
print(*(sub() for sub in subs))
""",
    place="code.md#closures-in-a-loop",
)
#: What calls a sub at once, before the loop goes on.
_AT_ONCE = frozenset({"recv_all", "send_all", "sparse_recv_all", "sparse_send_all"})


def find(script: Script) -> Iterator[Finding]:
    """The subs."""
    if not script.sure_sites:
        return
    for sub in script.nodes("anonymous_subroutine_expression"):
        loop = nodes.enclosing(sub, nodes.LOOPS | nodes.SUBS)
        if loop is None or loop.type in nodes.SUBS or _runs_at_once(sub):
            continue
        if _stays_in(script, sub, loop):
            continue
        names = [name for name in _made_in(script, loop) if _uses(script, sub, name)]
        if names:
            bound = ", ".join(f"{name[1:]}={name[1:]}" for name in names)
            said = f"each sub has its own {' and '.join(names)}; bind it with a default: {bound}"
            yield script.code(CLOSURE, sub.children[0], said)


def _runs_at_once(sub: Node) -> bool:
    parent = nodes.holder(sub)
    if parent is not None and parent.type == "list_expression":
        parent = parent.parent
    if parent is None:
        return False
    if parent.type == "coderef_call_expression":
        return True
    method = parent.child_by_field_name("method")
    name = nodes.words(method) if method is not None else nodes.function_name(parent)
    return name in _AT_ONCE or name in {"first", "any", "all", "none", "reduce", "sum"}


def _stays_in(script: Script, sub: Node, loop: Node) -> bool:
    """Whether a sub is given to an object that the loop makes for itself: ``my $t = T->new(…)``."""
    calls = 0
    for each in nodes.above(sub):
        if each == loop or script.site(each) is not None:
            return False
        if each.type == "method_call_expression":
            calls += 1
        elif each.type == "assignment_expression":
            target = each.child_by_field_name("left")
            return calls > 0 and target is not None and target.type == "variable_declaration"
    return False


def _made_in(script: Script, loop: Node) -> Iterator[str]:
    """The variables that a loop makes anew each time round."""
    variable = loop.child_by_field_name("variable")
    if loop.type == "for_statement" and variable is not None:
        yield nodes.name_of(variable)
    block = loop.child_by_field_name("block")
    seen = set[str]()
    for node in script.nodes_in(block, "variable_declaration") if block is not None else ():
        if nodes.enclosing(node, nodes.LOOPS | nodes.SUBS) != loop:
            continue
        if node.children[0].type != "my":
            continue
        for each in node.named_children:
            name = nodes.name_of(each)
            if name.startswith("$") and name not in seen:
                seen.add(name)
                yield name


def _uses(script: Script, sub: Node, name: str) -> bool:
    """Whether a sub reads a variable from outside."""
    inside = script.variables(name, sub)
    own = any(node.parent and node.parent.type == "variable_declaration" for node in inside)
    return bool(inside) and not own


FAMILY = Family("closure", (CLOSURE,), find)
