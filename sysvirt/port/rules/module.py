"""Other modules that a script uses, and what stands for them."""

from __future__ import annotations

from collections.abc import Iterator

from sysvirt.port.findings import Finding, Severity
from sysvirt.port.rules import nodes
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.modules import MODULES
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script

MODULE = Rule(
    id="module",
    severity=Severity.INFO,
    title="A module that Python has in another form.",
    text=(
        "Most of what Perl scripts load is in Python's standard library, under another name:"
        " argparse for Getopt::Long, xml.etree.ElementTree for XML::LibXML, json for JSON.\n\n"
        "'use Sys::Virt' itself is 'from sysvirt import Sys'."
    ),
    perl="""\
use List::Util qw(first);
my $dom = first { $_->is_active } $conn->list_all_domains;
print $dom->get_name, "\\n";
""",
    python="""\
dom = next((dom for dom in conn.list_all_domains() if dom.is_active()), None)
print(dom.get_name())
""",
    place="programs.md#other-modules",
)


def find(script: Script) -> Iterator[Finding]:
    """The modules of the table that a file with Sys::Virt loads."""
    if not script.sure_sites:
        return
    for node in script.nodes("use_statement"):
        name = node.child_by_field_name("module")
        if name is not None and nodes.words(name) in MODULES:
            yield script.code(MODULE, name, MODULES[nodes.words(name)])
    for node in script.nodes("require_expression"):
        name = node.named_children[0] if node.named_child_count else None
        if name is not None and nodes.words(name) in MODULES:
            yield script.code(MODULE, name, MODULES[nodes.words(name)])


FAMILY = Family("module", (MODULE,), find)
