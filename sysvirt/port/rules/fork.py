"""Child processes."""

from __future__ import annotations

from collections.abc import Iterator

from sysvirt.port.findings import Finding, Kind, Severity
from sysvirt.port.rules import nodes
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script

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
        else:
            yield script.code(FORK, node, "os.fork(); leave the child with os._exit(…)")


FAMILY = Family("fork", (FORK,), find)
