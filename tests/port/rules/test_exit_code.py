"""How a program ends."""

from __future__ import annotations

import pytest

from tests.port.rules.reading import said


@pytest.mark.parametrize(
    ("perl", "words"),
    [
        ("die 'x';", "Perl's status 255, or an errno; sys.exit(text) ends with 1"),
        ("exit 3;", "sys.exit(3)"),
        ("exit(3);", "sys.exit(3)"),
        ("exit -1;", "the status is 255 in both: of a number only the last 8 bits count"),
        ("exit 256;", "the status is 0 in both: of a number only the last 8 bits count"),
        ("exit $code;", "sys.exit of $code: a number; a text would be printed, and end with 1"),
    ],
)
def test_an_end_with_a_status(perl: str, words: str) -> None:
    assert said(perl, "exit-code") == [words]


@pytest.mark.parametrize(
    "perl",
    [
        "exit;",
        "exit 0;",
        "eval { die 'x' };",
        "sub f { die 'x' }",
        "die $@;",
        "Sys::Virt->new(uri => 1) or die 1;",
        "my $d = $conn->get_domain_by_id(1) || die 1;",
        "die $@ if $@;",
    ],
)
def test_an_end_that_is_the_same_or_another_rule_s(perl: str) -> None:
    assert said(perl, "exit-code") == []
