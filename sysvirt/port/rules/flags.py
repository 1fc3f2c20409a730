"""Flags that are given as plain numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sysvirt.port.api import Constant
from sysvirt.port.findings import Finding, Severity
from sysvirt.port.rules import nodes, parameters
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.flag_groups import FLAG_GROUPS
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script
from sysvirt.port.sites import Site

if TYPE_CHECKING:
    from tree_sitter import Node

FLAGS = Rule(
    id="flags",
    severity=Severity.INFO,
    title="Flags are given as a plain number.",
    text=(
        "Plain numbers work as they do in Perl. The constants say what they do; the finding names"
        " those that the number stands for."
    ),
    perl="""\
my $xml = $dom->get_xml_description(1 | 2);
print $xml =~ /<name>test</ ? "described\\n" : "empty\\n";
print 1 | 2, "\\n";
""",
    python="""\
flags = Sys.Virt.Domain.XML_SECURE | Sys.Virt.Domain.XML_INACTIVE
xml = dom.get_xml_description(flags)
print("described" if "<name>test<" in xml else "empty")
print(flags)
""",
    place="constants.md#flags",
)


def find(script: Script) -> Iterator[Finding]:
    """The numbers that stand where flags are wanted."""
    for site, method in script.calls():
        for parameter, argument in parameters.given(method, site):
            number = _number(argument) if parameter.name == "flags" else None
            if number:
                yield script.about(FLAGS, site, _said(script, site, number))


def _number(node: Node) -> int | None:
    """The value of a number, or of numbers with ``|`` and ``<<`` between them."""
    node = nodes.bare(node)
    if node.type == "number":
        return read_number(nodes.words(node))
    operator = node.child_by_field_name("operator")
    left, right = nodes.field(node, "left"), nodes.field(node, "right")
    if node.type != "binary_expression" or operator is None or left is None or right is None:
        return None
    first, second, word = _number(left), _number(right), nodes.words(operator)
    if first is None or second is None or not 0 <= second < 64:
        return None
    return first | second if word == "|" else first << second if word == "<<" else None


def read_number(text: str) -> int | None:
    """A whole number as Perl writes it; of another, none.

    >>> read_number("0x1_0"), read_number("010"), read_number("1.5")
    (16, 8, None)
    """
    text = text.replace("_", "").lower()
    is_octal = text.startswith("0") and text.isdigit() and text != "0"
    try:
        return int(text, 8) if is_octal else int(text, 0)
    except ValueError:
        return None


def _said(script: Script, site: Site, number: int) -> str:
    constants = list(_constants(script, site))
    parts = names_of(number, constants)
    if not parts:
        return f"flags {number}: no constant of {site.name} stands for it"
    return f"flags {number}: {' | '.join(parts)}"


def _constants(script: Script, site: Site) -> Iterator[Constant]:
    groups = FLAG_GROUPS.get((site.cls, site.name), ())
    for cls in script.api.classes.values():
        yield from (each for each in cls.constants.values() if each.group in groups)


def names_of(number: int, constants: Iterable[Constant]) -> list[str]:
    """The constants whose bits a number has; none if it has others, too."""
    names: list[str] = []
    for bit in (1 << at for at in range(number.bit_length()) if number >> at & 1):
        found = next((each for each in constants if each.value == bit), None)
        if found is None:
            return []
        names.append(f"{found.cls}.{found.name}")
    return names


FAMILY = Family("flags", (FLAGS,), find)
