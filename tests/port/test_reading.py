"""From the text of scripts to what is said of them."""

from __future__ import annotations

from sysvirt.port import reading
from sysvirt.port.findings import FileReport, Severity
from sysvirt.port.progress import Advance
from sysvirt.port.source import Source
from tests.port.running import BAD, GOOD, ODD


def read(**files: str) -> list[FileReport]:
    sources = [Source(path, text.encode()) for path, text in files.items()]
    with Advance() as advance:
        return list(reading.read(sources, None, advance))


def test_each_file_has_its_report_in_their_order() -> None:
    reports = read(**{"b.pl": GOOD, "a.pl": BAD, "c.pl": ODD})
    assert [report.path for report in reports] == ["b.pl", "a.pl", "c.pl"]
    assert [report.text for report in reports] == [GOOD, BAD, ODD]
    assert [bool(report.unparsed) for report in reports] == [False, False, True]
    errors = [[f for f in r.findings if f.severity is Severity.ERROR] for r in reports]
    assert [bool(each) for each in errors] == [False, True, False]


def test_findings_are_in_the_order_of_their_places() -> None:
    (report,) = read(**{"a.pl": BAD})
    spans = [finding.span for finding in report.findings]
    assert spans == sorted(spans)
    assert len(spans) > 3


MODULE = """
package My::Host;
use Sys::Virt;
sub connect { return Sys::Virt->new(uri => "test:///default"); }
1;
"""
USER = """
use My::Host;
my $conn = My::Host->connect;
print $conn->get_hostname;
"""


def test_the_files_of_a_project_know_each_other() -> None:
    def names(report: FileReport) -> set[str]:
        return {f.name for f in report.findings if f.confidence.word == "certain"}

    _, together = read(**{"lib/My/Host.pm": MODULE, "user.pl": USER})
    assert "get_hostname" in names(together)
    (alone,) = read(**{"user.pl": USER})
    assert "get_hostname" not in names(alone)
