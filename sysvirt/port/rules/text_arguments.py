"""Texts that reach a parameter where a number is due."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sysvirt.port.api import Parameter
from sysvirt.port.findings import Finding, Kind, Severity
from sysvirt.port.rules import nodes, origins, parameters
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script

if TYPE_CHECKING:
    from tree_sitter import Node

TYPES = Rule(
    id="types",
    severity=Severity.WARNING,
    title="A text where a number is due.",
    text=(
        "Perl makes a number of any text. Python never does, and sysvirt raises TypeError for a"
        " text where a number is due, before libvirt is called. What comes from the command line,"
        " from input, from the environment or out of a pattern is text: 'int(…)' where it comes"
        " in.\n\n"
        "'int(\"12abc\")' raises ValueError where Perl takes 12."
    ),
    perl="""\
my $kib = "1048576";
$dom->set_memory($kib);
print $dom->get_info->{memory}, "\\n";
""",
    python="""\
kib = "1048576"
dom.set_memory(int(kib))
print(dom.get_info()["memory"])
""",
    place="numbers.md#numbers-and-text",
)
_NUMBERS = frozenset({"int", "bool", "float"})


def find(script: Script) -> Iterator[Finding]:
    """The arguments that are text."""
    for site, method in script.calls(Kind.METHOD, Kind.FUNCTION):
        for parameter, argument in parameters.given(method, site):
            if not _wants_number(parameter):
                continue
            source = origins.text_source(script, argument)
            text = _literal(script, argument)
            shown = nodes.words(nodes.bare(argument))
            if source:
                said = f"{parameter.name} is {_article(parameter)}, {shown} is text from {source}"
                yield script.about(TYPES, site, f"{said}: int(…)")
            elif text is not None:
                said = f"{parameter.name} is {_article(parameter)}, {shown} is text"
                yield script.about(TYPES, site, f"{said}: int(…)")


def _wants_number(parameter: Parameter) -> bool:
    return bool(parameter.types) and set(parameter.types) <= _NUMBERS


def _article(parameter: Parameter) -> str:
    return "a bool" if parameter.types == ("bool",) else "an int"


def _literal(script: Script, argument: Node) -> str | None:
    """The text that is given as such, or in a variable that holds nothing else."""
    text = nodes.literal(nodes.bare(argument))
    if text is None and argument.type == "scalar":
        begin = origins.origin(script, argument)
        text = nodes.literal(begin.value) if begin is not None and begin.index is None else None
    return text


FAMILY = Family("types", (TYPES,), find)
