"""Lists where one value is wanted."""

from __future__ import annotations

import pytest

from sysvirt.port.findings import Severity
from tests.parity.judge import perl_missing
from tests.port.rules.reading import BEGIN, find, said
from tests.port.rules.test_rules import PERL_BEGIN, run


@pytest.mark.parametrize(
    ("perl", "words"),
    [
        ("my $n = $conn->list_domains;", "is the number of elements"),
        ("my $n = $conn->list_all_domains;", "is the last element, not their number"),
        ("my $n = $conn->list_network_names(9);", "is the last element, not their number"),
        ("my $x = $dom->get_state;", "Perl takes the last: reason; Python has the tuple"),
        ("my ($x) = $conn->list_domains;", "the first of the list only"),
        ("my ($x) = ($conn->list_domains);", "the first of the list only"),
        ("my $n = () = $conn->list_domains;", "the number of elements: len(…)"),
        ("print 1 if $conn->list_domains;", "true if the list has an element"),
        ("print 1 if $dom->get_state;", "a tuple is always true; Perl looks at the last, reason"),
    ],
)
def test_a_lost_context_is_told(perl: str, words: str) -> None:
    (message,) = said(perl, "context")
    assert words in message


def test_what_is_the_same_in_both_is_only_shown() -> None:
    (found,) = find(BEGIN + "print 1 if $conn->list_domains;", "context")
    assert found.severity is Severity.INFO


def test_perl_gives_what_the_rule_says() -> None:
    """The number where Sys::Virt returns an array, the last element where C pushes them."""
    if why := perl_missing():
        pytest.skip(why)
    perl = """
        my $x = $conn->list_domains; my $y = $conn->list_all_domains;
        my $z = $conn->list_network_names(9);
        print "$x ", ref($y), " $z\\n";
    }"""
    assert run(["perl", "-"], PERL_BEGIN + perl) == "1 Sys::Virt::Domain default\n"


def test_a_reference_to_several_results_is_no_list() -> None:
    assert said("my $time = $dom->get_time;", "context") == []
    words = "tuple (secs, nsecs): Perl's reference to a list"
    assert said("my $time = $dom->get_time;", "several-results") == [words]
