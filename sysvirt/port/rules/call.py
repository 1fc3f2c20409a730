"""The Python line of each use of Sys::Virt about which nothing more has to be said."""

from __future__ import annotations

from collections.abc import Iterator

from sysvirt.port.findings import Finding, Severity
from sysvirt.port.rules import api_mistake, shape
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script

CALL = Rule(
    id="call",
    severity=Severity.INFO,
    title="A use of Sys::Virt and its Python line.",
    text=(
        "Every class, method, argument and constant keeps its name. '.' stands for '::' and '->', a"
        " method always has its parentheses, and the arguments of 'new' are keywords.\n\n"
        "The Python line is the whole statement. Where more has to be said of a place, other rules"
        " say it."
    ),
    perl="""\
my $c = Sys::Virt->new(uri => 'test:///default', readonly => 1);
print $c->get_domain_by_name("test")->get_name, "\\n";
print Sys::Virt::Domain::STATE_RUNNING, "\\n";
""",
    python="""\
c = Sys.Virt.new(uri="test:///default", readonly=True)
print(c.get_domain_by_name("test").get_name())
print(Sys.Virt.Domain.STATE_RUNNING)
""",
    place="names.md#names",
)


def find(script: Script) -> Iterator[Finding]:
    """The sites that the API has and that no rule on shapes speaks of."""
    for site in script.unit.sites:
        if not api_mistake.is_mistake(script, site) and shape.rule_of(script, site) is None:
            yield script.about(CALL, site, python=script.python(site))


FAMILY = Family("call", (CALL,), find)
