"""How a program ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sysvirt.port.findings import Finding, Severity
from sysvirt.port.rules import cannot_happen, nodes
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.flags import read_number
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script

if TYPE_CHECKING:
    from tree_sitter import Node

EXIT_CODE = Rule(
    id="exit-code",
    severity=Severity.INFO,
    title="What a program's end tells the one who called it.",
    text=(
        "'exit 3' is 'sys.exit(3)'. A 'die' that nothing catches ends a Perl program with the"
        " status 255, or an errno; 'sys.exit(\"text\")' writes its text as well, and ends with 1."
        " Who looks for 255 has to be told: 'print(…, file=sys.stderr); sys.exit(255)'.\n\n"
        "An error of Sys::Virt that nobody catches is a traceback and the status 1."
    ),
    perl="""\
if (fork() == 0) {
    open STDERR, '>', '/dev/null';
    die "no such domain\\n";
}
wait;
print $? >> 8 ? "failed\\n" : "fine\\n";
""",
    python="""\
import subprocess
import sys

program = 'import sys; sys.exit("no such domain")'
done = subprocess.run([sys.executable, "-c", program], stderr=subprocess.DEVNULL)
print("failed" if done.returncode else "fine")
""",
    place="programs.md#exit-codes",
)
_ENDS = frozenset({"exit", "CORE::exit", "POSIX::_exit", "_exit"})
_CATCHING = frozenset({"eval_expression", "try_statement"})


def find(script: Script) -> Iterator[Finding]:
    """The places where a program ends with a status."""
    if not script.sure_sites:
        return
    for node in script.nodes(*nodes.CALLS, "function"):
        name = nodes.function_name(node)
        if name in _ENDS:
            yield from _exit(script, node)
        elif name == "die" and _ends_program(node) and not cannot_happen.never_runs(script, node):
            said = "Perl's status 255, or an errno; sys.exit(text) ends with 1"
            yield script.code(EXIT_CODE, node, said)


def _exit(script: Script, node: Node) -> Iterator[Finding]:
    given = nodes.arguments(node) or _negative(node)
    number = _status(given[0]) if given else None
    if number is not None and not 0 <= number <= 255:
        said = f"the status is {number % 256} in both: of a number only the last 8 bits count"
        yield script.code(EXIT_CODE, node, said, severity=Severity.WARNING)
    elif number:
        yield script.code(EXIT_CODE, node, f"sys.exit({number})")
    elif given and number is None:
        shown = nodes.words(given[0])
        said = f"sys.exit of {shown}: a number; a text would be printed, and end with 1"
        yield script.code(EXIT_CODE, node, said)


def _negative(node: Node) -> list[Node]:
    """The whole of ``exit -1``, which the grammar takes for a subtraction."""
    parent = node.parent
    operator = parent.child_by_field_name("operator") if parent is not None else None
    if parent is None or operator is None or nodes.words(operator) != "-":
        return []
    return [parent] if nodes.is_at(node, parent, "left") else []


def _status(node: Node) -> int | None:
    node = nodes.bare(node)
    if node.type == "number":
        return read_number(nodes.words(node))
    last = nodes.bare(node.named_children[-1]) if node.named_child_count else node
    operator = node.child_by_field_name("operator")
    if operator is None or nodes.words(operator) != "-" or last.type != "number":
        return None
    is_negative = node.type == "unary_expression" or nodes.function_name(node.named_children[0])
    number = read_number(nodes.words(last)) if is_negative else None
    return -number if number is not None else None


def _ends_program(node: Node) -> bool:
    """Whether a ``die`` stands where nothing around it in the file catches it."""
    if any(each.type in _CATCHING or each.type in nodes.SUBS for each in nodes.above(node)):
        return False
    given = nodes.arguments(node) if node.type in nodes.CALLS else []
    return not (given and nodes.is_error_variable(given[0]))


FAMILY = Family("exit-code", (EXIT_CODE,), find)
