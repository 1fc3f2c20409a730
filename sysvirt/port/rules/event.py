"""Events: the loop, its callbacks, and the numbers of registrations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sysvirt.port.findings import Confidence, Finding, Kind, Severity
from sysvirt.port.rules import nodes, origins, parameters, truth
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script
from sysvirt.port.sites import Site

if TYPE_CHECKING:
    from tree_sitter import Node

EVENT = Rule(
    id="event",
    severity=Severity.WARNING,
    title="The loop comes first, a callback may not die, and a number may be 0.",
    text=(
        "An event loop is registered before the connection is opened, else no event of it ever"
        " comes.\n\n"
        "A callback that dies ends the loop in Perl. What a Python callback raises is reported and"
        " the loop goes on: let it set a variable that the loop looks at.\n\n"
        "The first registration and the first timer may have the number 0, which is false in both"
        " languages: ask 'is not None'."
    ),
    perl="""\
use Sys::Virt::Event;
Sys::Virt::Event::register_default();
my $c = Sys::Virt->new(uri => 'test:///default');
my ($dom) = $c->list_domains;
my @seen;
my $id = $c->domain_event_register_any(undef,
    Sys::Virt::Domain::EVENT_ID_LIFECYCLE,
    sub { my ($conn, $dom, $event) = @_; push @seen, $event });
$dom->suspend;
Sys::Virt::Event::run_default() until @seen;
print defined $id ? "registered" : "not registered", " $seen[0]\\n";
""",
    python="""\
Sys.Virt.Event.register_default()
c = Sys.Virt.new(uri="test:///default")
dom = c.list_domains()[0]
seen = []
id_ = c.domain_event_register_any(
    None,
    Sys.Virt.Domain.EVENT_ID_LIFECYCLE,
    lambda conn, dom, event, detail: seen.append(event),
)
dom.suspend()
while not seen:
    Sys.Virt.Event.run_default()
print("registered" if id_ is not None else "not registered", seen[0])
""",
    place="events.md#callbacks-and-the-default-loop",
)
_NUMBERED = frozenset({"add_handle", "add_timeout"})
_DEATHS = frozenset({"confess", "croak", "die"})


def find(script: Script) -> Iterator[Finding]:
    """Loops that come too late, callbacks that die, numbers that are tested."""
    yield from _late(script)
    for site, method in script.calls():
        callbacks = [p for p in method.params if p.types == ("callable",)]
        if site.kind is Kind.NEW or not callbacks:
            continue
        if method.returns.shape == "int" and truth.is_tested(site.call):
            said = "the first number is 0, which is false: is not None"
            yield script.about(EVENT, site, said)
        if site.cls != "Stream":
            for parameter, argument in parameters.given(method, site):
                if parameter in callbacks:
                    yield from _deaths(script, site, argument)
    for node in script.nodes("scalar"):
        if truth.is_tested(node) and _is_number(script, node):
            said = "the first registration has the number 0, which is false: is not None"
            yield script.code(EVENT, node, said, confidence=Confidence.LIKELY)


def _late(script: Script) -> Iterator[Finding]:
    """A loop that is registered after a connection was opened on the same way."""
    opened = [site for site in script.sure_sites if site.kind is Kind.NEW and site.cls == "Virt"]
    for site in script.sure_sites:
        if site.cls != "Event" or site.name not in {"register", "register_default"}:
            continue
        block = nodes.statement(site.call).parent
        earlier = [
            each
            for each in opened
            if each.call.end_byte < site.node.start_byte
            and nodes.statement(each.call).parent == block
        ]
        if earlier:
            line = script.span(earlier[0].node).line
            said = f"comes after the connection of line {line}, which gets no events"
            yield script.about(EVENT, site, said, severity=Severity.ERROR)


def _deaths(script: Script, site: Site, handler: Node) -> Iterator[Finding]:
    """Where a callback that is written on the spot, or named, dies."""
    body = _body(script, handler)
    if body is None:
        return
    for node in script.nodes_in(body, *nodes.CALLS, "function"):
        if nodes.function_name(node) in _DEATHS:
            caught = any(each.type == "eval_expression" for each in nodes.above(node))
            if not caught:
                said = f"ends Perl's loop; what a callback of {site.name} raises is only reported"
                yield script.code(EVENT, node, said, confidence=site.confidence)


def _body(script: Script, handler: Node) -> Node | None:
    if handler.type == "anonymous_subroutine_expression":
        return handler
    if handler.type != "refgen_expression":
        return None
    name = nodes.words(handler).lstrip("\\&")
    for sub in script.nodes("subroutine_declaration_statement"):
        declared = sub.child_by_field_name("name")
        if declared is not None and nodes.words(declared) == name:
            return sub
    return None


def _is_number(script: Script, variable: Node) -> bool:
    """Whether a variable holds the number of a registration."""
    begin = origins.origin(script, variable)
    site = script.site(begin.value) if begin is not None and begin.index is None else None
    method = script.method(site) if site is not None else None
    if site is None or method is None or site.confidence < Confidence.LIKELY:
        return False
    registers = "_register" in site.name or site.name in _NUMBERED
    return registers and method.returns.shape == "int"


FAMILY = Family("event", (EVENT,), find)
