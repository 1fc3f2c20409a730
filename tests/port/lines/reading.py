"""Perl, read as a report reads it: the Python line of each of its statements."""

from __future__ import annotations

from sysvirt.port.lines.line import Lines
from sysvirt.port.parser import tree
from sysvirt.port.project import read_project
from sysvirt.port.source import Source
from sysvirt.port.units import Unit

#: What the statements of the tables begin with; its own lines are left out.
PRELUDE = """\
use Sys::Virt;
my $conn = Sys::Virt->new(uri => $uri);
my $dom = $conn->get_domain_by_name("test");
my $net = $conn->get_network_by_name("default");
my $vol = $conn->get_storage_volume_by_path("/x");
"""


def unit_of(perl: str) -> Unit:
    """A script of some text."""
    (unit,) = read_project([Source("script.pl", perl.encode())])
    return unit


def lines_of(perl: str) -> list[str]:
    """The line of each statement in which there is a use of Sys::Virt, in their order."""
    unit = unit_of(perl)
    found: dict[int, str] = {}
    lines = Lines(unit)
    for site in unit.sites:
        statement = tree.written_statement(site.node)
        if tree.same(statement.parent, unit.root):
            found.setdefault(statement.id, lines.of(site))
    return list(found.values())


def line_of(statement: str) -> str:
    """The line of the first use behind the prelude."""
    unit = unit_of(PRELUDE + statement)
    start = len(PRELUDE.encode())
    site = next(each for each in unit.sites if each.node.start_byte >= start)
    return Lines(unit).of(site)
