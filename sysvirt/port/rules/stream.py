"""Data that a stream fills in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sysvirt.port.findings import Confidence, Finding, Kind, Severity
from sysvirt.port.rules import nodes, parameters
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script
from sysvirt.port.sites import Site

if TYPE_CHECKING:
    from tree_sitter import Node

STREAM = Rule(
    id="stream",
    severity=Severity.WARNING,
    title="What Perl fills in a scalar, Python fills in a bytearray.",
    text=(
        "'recv' puts its data into a bytearray that it is given in the place of Perl's scalar, and"
        " returns what Perl's returns. A handler of 'send_all' that assigns to $_[1] fills its"
        " bytearray: 'data[:] = …', for 'data = …' only names something else.\n\n"
        "What a handler raises aborts the stream and comes out of the call; no -1 is needed."
    ),
    perl="""\
my $st = $conn->new_stream;
$dom->screenshot($st, 0);
my ($data, $size) = ("", 0);
while ((my $got = $st->recv($data, 65536)) > 0) {
    $size += length $data;
}
$st->finish;
print "$size\\n";
""",
    python="""\
st = conn.new_stream()
dom.screenshot(st, 0)
data, size = bytearray(), 0
while (got := st.recv(data, 65536)) > 0:
    size += len(data)
st.finish()
print(size)
""",
    place="streams.md#recv",
)
_SENDERS = frozenset({"send_all", "sparse_send_all"})
_RECEIVERS = frozenset({"recv_all", "sparse_recv_all"})


def find(script: Script) -> Iterator[Finding]:
    """The calls that fill, and the handlers."""
    for site, _ in script.calls(Kind.METHOD):
        if site.cls == "Stream" and site.confidence >= Confidence.LIKELY:
            yield from _of(script, site)


def _of(script: Script, site: Site) -> Iterator[Finding]:
    given = parameters.flat(site)
    if site.name == "recv" and given:
        name = nodes.words(given[0]).removeprefix("my").strip().lstrip("$")
        yield script.about(STREAM, site, f"fills a bytearray: {name} = bytearray() before it")
    elif site.name in _SENDERS and given:
        filled = _filled(script, given[0])
        said = "the handler fills the bytearray that it gets: data[:] = …"
        if filled is not None:
            yield script.code(STREAM, filled, said, confidence=site.confidence)
        else:
            yield script.about(STREAM, site, said, severity=Severity.INFO)
    elif site.name in _RECEIVERS:
        said = "the handler gets bytes; what it raises aborts the stream"
        yield script.about(STREAM, site, said, severity=Severity.INFO)


def _filled(script: Script, handler: Node) -> Node | None:
    """Where a handler that is written on the spot fills ``$_[1]``."""
    inside = script.nodes_in(handler, "array_element_expression")
    return next((node for node in inside if nodes.words(node) == "$_[1]"), None)


FAMILY = Family("stream", (STREAM,), find)
