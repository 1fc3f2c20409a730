"""Child processes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sysvirt.port.findings import Finding, Kind, Severity
from sysvirt.port.rules import nodes
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script

if TYPE_CHECKING:
    from tree_sitter import Node

FORK = Rule(
    id="fork",
    severity=Severity.INFO,
    title="A child process needs a connection of its own.",
    text=(
        "A connection belongs to the process that opened it. In a child every call on it raises"
        " Sys.Virt.Error, and the parent never notices; in Perl the child ends the parent's"
        " connection. So open one in the child, and leave the child with 'os._exit'."
    ),
    perl="""\
$| = 1;
my $pid = fork();
if ($pid == 0) {
    my $own = Sys::Virt->new(uri => 'test:///default');
    print "child: ", $own->num_of_domains, "\\n";
    exec "true";
}
waitpid($pid, 0);
print "status: ", $? >> 8, "\\n";
""",
    python="""\
import os

pid = os.fork()
if pid == 0:
    own = Sys.Virt.new(uri="test:///default")
    print("child:", own.num_of_domains(), flush=True)
    os._exit(0)
_, status = os.waitpid(pid, 0)
print("status:", os.waitstatus_to_exitcode(status))
""",
    place="processes.md#fork",
)


def find(script: Script) -> Iterator[Finding]:
    """The calls of fork in a file that uses connections."""
    opened = [site for site in script.sure_sites if site.kind is Kind.NEW and site.cls == "Virt"]
    if not script.sure_sites:
        return
    for node in script.nodes(*nodes.CALLS):
        if nodes.function_name(node) not in {"fork", "CORE::fork"}:
            continue
        earlier = [
            site
            for site in opened
            if site.call.end_byte < node.start_byte
            and nodes.scope(site.call) in (nodes.scope(node), script.unit.root)
        ]
        if earlier:
            line = script.span(earlier[0].node).line
            said = f"the connection of line {line} isn't the child's: open one there"
            yield script.code(FORK, node, said, severity=Severity.WARNING)
        elif _leaves_parent(script, node):
            said = "os.fork(); here the parent leaves, with os._exit(0): the child goes on"
            yield script.code(FORK, node, said)
        else:
            yield script.code(FORK, node, "os.fork(); leave the child with os._exit(…)")


def _leaves_parent(script: Script, fork: Node) -> bool:
    """``exit if fork``, ``exit 0 if $pid``: what a daemon does."""
    holder = nodes.holder(fork)
    is_kept = holder is not None and holder.type == "assignment_expression"
    left = nodes.field(holder, "left") if is_kept and holder is not None else None
    kept = nodes.name_of(left) if left is not None else ""
    scope = nodes.scope(fork)
    for each in script.nodes_in(scope, "postfix_conditional_expression"):
        condition = nodes.field(each, "condition")
        is_exit = nodes.function_name(each.named_children[0]) in {"exit", "POSIX::_exit"}
        is_if = any(child.type == "if" for child in each.children)
        if not is_exit or not is_if or condition is None:
            continue
        if condition == fork or (kept and nodes.name_of(condition) == kept):
            return True
    return False


FAMILY = Family("fork", (FORK,), find)
