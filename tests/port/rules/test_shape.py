"""What a call gives."""

from __future__ import annotations

import pytest

from sysvirt.port.findings import Severity
from tests.port.rules.reading import BEGIN, find, said


@pytest.mark.parametrize(
    ("rule", "perl", "words"),
    [
        (
            "several-results",
            "my ($state) = $dom->get_state;",
            "tuple: Perl's list of 2 (state, reason)",
        ),
        ("list", "my @x = $conn->list_all_domains;", "list: Perl's list of Domain objects"),
        ("list", "my @x = $conn->list_defined_domain_names(9);", "list: Perl's list of texts"),
        ("list", "my @x = $conn->list_domain_ids;", "list: Perl's list of numbers"),
        ("list", "my @x = $dom->get_vcpu_info;", "list: Perl's list of hash references"),
        (
            "hash",
            "my $x = $dom->get_info;",
            "dict: Perl's hash reference (state, maxMem, memory, nrVirtCpu, …)",
        ),
        ("hash", "my $x = $dom->get_memory_parameters;", "dict: Perl's hash reference"),
        ("bytes", "my $x = $dom->get_uuid;", "bytes: Perl's binary text"),
        ("undef", "my $x = $conn->get_uri;", "None where get_uri gives undef"),
    ],
)
def test_a_shape_is_told(rule: str, perl: str, words: str) -> None:
    assert said(perl, rule) == [words]


def test_a_result_that_nobody_takes_has_no_shape() -> None:
    assert said("$dom->get_state; $conn->list_domains;", "several-results") == []


def test_a_text_for_binary_data_is_a_warning() -> None:
    (found,) = find(BEGIN + '$dom->pin_vcpu(0, "\\x03");', "bytes")
    assert found.severity is Severity.WARNING
    assert found.message == 'mask of pin_vcpu takes bytes: b"\\x03"'
