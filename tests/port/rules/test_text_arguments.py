"""Texts where numbers are due."""

from __future__ import annotations

import pytest

from tests.port.rules.reading import said


@pytest.mark.parametrize(
    ("perl", "words"),
    [
        ("my $x = shift; $dom->set_memory($x);", "mem is an int, $x is text from @ARGV: int(…)"),
        (
            "my ($a, $x) = @ARGV; $dom->set_memory($x);",
            "mem is an int, $x is text from @ARGV: int(…)",
        ),
        ("$dom->set_memory($ARGV[0]);", "mem is an int, $ARGV[0] is text from @ARGV: int(…)"),
        (
            "chomp(my $x = <STDIN>); $dom->set_memory($x);",
            "mem is an int, $x is text from STDIN: int(…)",
        ),
        (
            "my ($x) = $y =~ /(\\d+)/; $dom->set_memory($x);",
            "mem is an int, $x is text from a pattern: int(…)",
        ),
        ("$dom->set_memory($1);", "mem is an int, $1 is text from a pattern: int(…)"),
        ("$dom->set_memory('1024');", "mem is an int, '1024' is text: int(…)"),
        ("$dom->set_autostart($ARGV[0]);", "flag is a bool, $ARGV[0] is text from @ARGV: int(…)"),
    ],
)
def test_a_text_for_a_number(perl: str, words: str) -> None:
    assert said(perl, "types") == [words]


@pytest.mark.parametrize(
    "perl",
    [
        "my $x = shift; $x = int $x; $dom->set_memory($x);",
        "my $x = int(shift); $dom->set_memory($x);",
        "my $x = shift; $dom->set_memory($x * 1024);",
        "my $x = shift; $conn->get_domain_by_name($x);",
        "sub f { my $x = shift; $dom->set_memory($x) }",
        "sub f { my ($x) = @_; $dom->set_memory($x) }",
        "$dom->set_memory(1024);",
        "$dom->set_memory(@ARGV);",
    ],
)
def test_what_may_be_a_number_is_left_alone(perl: str) -> None:
    assert said(perl, "types") == []
