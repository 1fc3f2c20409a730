"""Scripts for the tests of the rules, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sysvirt.port import rules
from sysvirt.port.findings import Finding
from sysvirt.port.project import read_project
from sysvirt.port.source import Source
from sysvirt.port.units import Unit

#: The scripts of the rules: ``RULE.pl``, whose lines with ``# here`` have findings of the rule and
#: whose other lines have none, and ``RULE.quiet.pl``, which has none at all.
SCRIPTS = Path(__file__).parent / "scripts"
#: What most scripts begin with.
BEGIN = """\
use Sys::Virt;
my $conn = Sys::Virt->new(uri => 'test:///default');
my $dom = $conn->get_domain_by_name("test");
"""


def read(perl: str) -> Unit:
    """A script as a project of its own."""
    (unit,) = read_project([Source("script.pl", perl.encode())])
    return unit


def find(
    perl: str,
    rule: str,
    libvirt: str | None = None,
    families: Iterable[rules.Family] = rules.FAMILIES,
) -> list[Finding]:
    """The findings of a rule in a script."""
    found = rules.find(read(perl), libvirt, families)
    return [finding for finding in found if finding.rule == rule]


def said(perl: str, rule: str) -> list[str]:
    """What a rule says of some lines after the usual beginning."""
    return [finding.message for finding in find(BEGIN + perl, rule)]


def lines_here(perl: str) -> list[int]:
    """The lines with the mark."""
    return [at for at, line in enumerate(perl.splitlines(), 1) if line.endswith("# here")]
