"""Reports made by hand: what the formats are tried on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from sysvirt.port.findings import Confidence, FileReport, Finding, Kind, Severity, Span
from sysvirt.port.report.contents import Contents

SCRIPT = """\
#!/usr/bin/perl
use strict;
use warnings;
use Sys::Virt;

my $uri = shift || "qemu:///system";
my $conn = Sys::Virt->new(addr => $uri);
my $label = "</script><script>alert('é')</script>";

foreach my $dom (sort { $a->get_name cmp $b->get_name } $conn->list_domains) {
    my ($state) = $dom->get_state;
    print $dom->get_name, "\\n" if $state == Sys::Virt::Domain::STATE_CRUSHED;
}

sub snapshot {
    my ($dom) = @_;
    return $dom->create_snapshot("<domainsnapshot><name>before the upgrade</name></domainsnapshot>")
        ->get_name;
}

# A page of nothing that is Sys::Virt's.
""" + "".join(f"my $line{number} = {number};\n" for number in range(22, 45))


@attrs.frozen(kw_only=True)
class Rule:
    """A rule, as far as reports read it."""

    id: str
    severity: Severity
    title: str
    text: str
    perl: str = "my ($state) = $dom->get_state;"
    python: str = "state, _ = dom.get_state()"
    guide: str = "docs/porting/lists.md"


RULES: Mapping[str, Rule] = {
    rule.id: rule
    for rule in (
        Rule(
            id="call",
            severity=Severity.INFO,
            title="A call in Python",
            text="`->` becomes `.`, and the parentheses stay.",
        ),
        Rule(
            id="shape",
            severity=Severity.INFO,
            title="A list becomes a list or a tuple",
            text="Things of one kind are a list.\n\nA fixed number of different ones is a tuple.",
        ),
        Rule(
            id="api-mistake",
            severity=Severity.ERROR,
            title="Something that Sys::Virt doesn't have",
            text="Perl finds out when the line runs, if ever.",
        ),
        Rule(
            id="truth",
            severity=Severity.WARNING,
            title="A truth value as a text",
            text='Perl prints "" or 1.',
        ),
    )
}


def place(text: str, word: str, line: int) -> Span:
    """Where a word stands in a line of a text."""
    start = text.split("\n")[line - 1].index(word) + 1
    return Span(line, start, line, start + len(word))


def finding(line: int, word: str, **others: Any) -> Finding:
    """A finding in the sample script; others are what it says."""
    plain = Finding(
        span=place(SCRIPT, word, line),
        rule="call",
        severity=Severity.INFO,
        confidence=Confidence.CERTAIN,
        kind=Kind.METHOD,
        name=word,
        perl=SCRIPT.split("\n")[line - 1].strip(),
    )
    return attrs.evolve(plain, **others)


FINDINGS = (
    finding(
        7,
        "new",
        cls="Virt",
        kind=Kind.NEW,
        python="conn = Sys.Virt.new(address=uri)",
    ),
    finding(
        7,
        "new",
        cls="Virt",
        kind=Kind.NEW,
        rule="api-mistake",
        severity=Severity.ERROR,
        message="new has no key addr, and Perl says nothing: the script talks to the default host."
        " Did you mean address?",
    ),
    finding(
        10,
        "list_domains",
        cls="Virt",
        python="for dom in sorted(conn.list_domains(), key=lambda dom: dom.get_name()):",
    ),
    finding(11, "get_state", cls="Domain", python="state, _ = dom.get_state()"),
    finding(
        11,
        "get_state",
        cls="Domain",
        rule="shape",
        message="tuple: Perl's list of 2",
    ),
    finding(12, "get_name", cls="Domain", python="print(dom.get_name())"),
    finding(
        12,
        "STATE_CRUSHED",
        cls="Domain",
        kind=Kind.CONSTANT,
        rule="api-mistake",
        severity=Severity.ERROR,
        message="Domain has no constant STATE_CRUSHED. Did you mean STATE_CRASHED?",
    ),
    finding(
        17,
        "create_snapshot",
        cls="Domain",
        confidence=Confidence.LIKELY,
        python='return dom.create_snapshot("<domainsnapshot><name>before the upgrade'
        '</name></domainsnapshot>").get_name()',
        perl=" ".join(line.strip() for line in SCRIPT.split("\n")[16:18]),
    ),
    finding(
        18,
        "get_name",
        cls="DomainSnapshot",
        confidence=Confidence.LIKELY,
        python='return dom.create_snapshot("<domainsnapshot><name>before the upgrade'
        '</name></domainsnapshot>").get_name()',
        perl=" ".join(line.strip() for line in SCRIPT.split("\n")[16:18]),
    ),
)

FILE = FileReport(path="bin/vm.pl", text=SCRIPT, findings=FINDINGS)
#: A script of which a part isn't understood.
BROKEN = FileReport(path="bin/odd.pl", text="a\nb\nc\nd\ne\n", unparsed=((2, 2), (4, 5)))
#: Nothing to tell.
PLAIN = FileReport(path="lib/Plain.pm", text="1;\n")

CONTENTS = Contents(files=(FILE, BROKEN, PLAIN), rules=RULES, hidden=3)
