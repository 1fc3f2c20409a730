"""What Sys::Virt doesn't have: a wrong method, constant, key, class or variable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sysvirt.port.findings import Confidence, Finding, Kind, Severity
from sysvirt.port.meant import nearest_key, nearest_name
from sysvirt.port.rules import class_texts, nodes, parameters
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script
from sysvirt.port.sites import Site

if TYPE_CHECKING:
    from tree_sitter import Node

MISTAKE = Rule(
    id="api-mistake",
    severity=Severity.ERROR,
    title="Sys::Virt has no such method, constant, key or class.",
    text=(
        "The script is wrong in Perl, too, and dies there or goes another way than it seems: a"
        " method or constant that doesn't exist, a key that 'new' ignores, a constant that is read"
        " as a variable, a class that no error is of, a private method.\n\n"
        "'Possible' says that it isn't sure whose object it is."
    ),
    perl="""\
eval { $dom->get_nam };
print "no such method\\n" if $@ =~ /locate object method/;
my $running = eval { Sys::Virt::Domain->STATE_CRASHED };
print "$running\\n";
""",
    python="""\
try:
    dom.get_nam()
except AttributeError:
    print("no such method")
running = Sys.Virt.Domain.STATE_CRASHED
print(running)
""",
    place="names.md#names",
)


def find(script: Script) -> Iterator[Finding]:
    """All the mistakes."""
    for site in script.unit.sites:
        if is_mistake(script, site):
            yield _class(script, site) if _names_class(site) else _missing(script, site)
        elif site.kind is Kind.NEW:
            yield from _keys(script, site)
    for node, message in class_texts.wrong(script):
        yield script.code(MISTAKE, node, message)


def is_mistake(script: Script, site: Site) -> bool:
    """Whether Sys::Virt doesn't have what a site uses."""
    # A name that isn't written there, $dom->$name, may be another.
    if site.exists or not site.name or site.name not in nodes.words(site.node):
        return False
    if _names_class(site):
        return class_texts.fault_of(script, site.node) is not None
    return site.name.isidentifier()


def _names_class(site: Site) -> bool:
    return site.kind in (Kind.CLASS, Kind.IMPORT)


def _class(script: Script, site: Site) -> Finding:
    """A name of a class that is written wrong."""
    said = class_texts.fault_of(script, site.node) or ""
    if site.kind is Kind.IMPORT:
        # A class of the project's own may have such a name.
        return script.about(MISTAKE, site, f"possible: {said}", severity=Severity.WARNING)
    return script.about(MISTAKE, site, said)


def _missing(script: Script, site: Site) -> Finding:
    """A method or constant that isn't there."""
    cls = script.cls(site)
    if cls is None:
        return script.about(MISTAKE, site, f"Sys::Virt has no class {site.cls}")
    near = nearest_name(script.api, cls, site.name)
    said = f"{cls.package} has no {site.name}{_instead(script, site.name, near)}"
    if site.name.startswith("_"):
        near, said = None, f"{site.name} is private to {cls.package}, and isn't in sysvirt"
    elif site.call.type == "scalar":
        near = near or site.name
        said = f"undef: constants are functions, {cls.package}::{near} without the $"
    sure = site.confidence is Confidence.CERTAIN
    if sure or (site.confidence is Confidence.LIKELY and near is not None):
        line = script.python(site) if near is not None else ""
        return script.about(MISTAKE, site, said, python=line)
    milder = Severity.WARNING if site.confidence is Confidence.LIKELY else Severity.INFO
    line = script.python(site)
    return script.about(MISTAKE, site, f"possible: {said}", python=line, severity=milder)


def _instead(script: Script, name: str, near: str | None) -> str:
    """Where the name is, or what it may mean."""
    has = [
        each.package
        for each in script.api.classes.values()
        if name in each.methods or name in each.constants
    ]
    if has:
        return f"; {' and '.join(has[:3])} {'has' if len(has) == 1 else 'have'} it"
    return f"; the nearest is {near}" if near else ""


def _keys(script: Script, site: Site) -> Iterator[Finding]:
    """Keys that ``new`` doesn't know."""
    method = script.method(site)
    known = [parameter.name for parameter in method.params] if method is not None else []
    if site.cls != "Virt" or site.confidence < Confidence.LIKELY:
        return
    for key, _ in parameters.pairs(site):
        name = nodes.literal(key) if key.type in nodes.STRINGS else nodes.words(key)
        if key.type not in {*nodes.STRINGS, "autoquoted_bareword"} or name in (None, *known):
            continue
        near = nearest_key(script.api, str(name), known)
        instead = f"; the nearest is {near}" if near else ""
        said = f"new has no key {name}: Perl ignores it{instead}"
        yield _at(script, key, site, str(name), said)


def _at(script: Script, node: Node, site: Site, name: str, message: str) -> Finding:
    """A finding of a site's kind, at another node."""
    return Finding(
        span=script.span(node),
        rule=MISTAKE.id,
        severity=MISTAKE.severity,
        confidence=site.confidence,
        kind=site.kind,
        cls=site.cls,
        name=name,
        perl=script.perl(node),
        message=message,
    )


FAMILY = Family("api-mistake", (MISTAKE,), find)
