"""Numbers that are texts, and fractions."""

from __future__ import annotations

import pytest

from tests.port.rules.reading import said


@pytest.mark.parametrize(
    ("perl", "words"),
    [
        ("print 1 if '1' == 1;", "'1' is text: int(…), or it never equals a number"),
        (
            "print 1 if $ARGV[0] > 5;",
            "$ARGV[0] is text from @ARGV: int(…), or it never equals a number",
        ),
        (
            'my %word = ("1" => "on"); my ($x) = $dom->get_state; print $word{$x};',
            "a number, and the keys are texts: write them without quotes",
        ),
        ("my $x = $ARGV[0] + 5;", "$ARGV[0] is text from @ARGV: int(…), or + raises TypeError"),
        ("print 1 if $dom->get_id eq '1';", "a number never equals the text '1': compare with 1"),
        (
            "print $dom->get_id / 2;",
            "a whole number prints as 2 in Perl, as 2.0 in Python: // or :.15g",
        ),
        (
            'my $x = $dom->get_info->{memory} / 1024; print "$x MiB";',
            "a whole number prints as 2 in Perl, as 2.0 in Python: // or :.15g",
        ),
        (
            "print $dom->get_info->{memory} / 1024 / 1024;",
            "a whole number prints as 2 in Perl, as 2.0 in Python: // or :.15g",
        ),
    ],
)
def test_a_number_that_is_a_text(perl: str, words: str) -> None:
    assert said(perl, "number") == [words]


@pytest.mark.parametrize(
    "perl",
    [
        "print 1 if 1 == 1;",
        "print 1 if 'a' eq 'a';",
        "my $x = 1 + 2;",
        "print int($dom->get_id / 2);",
        "printf '%d', $dom->get_id / 2;",
        "my $x = int($dom->get_id / 2); print $x;",
        "my $x = $dom->get_id / 2; printf '%d', $x;",
        "my $x = $count / 2; print $x;",
        "print 1 if $dom->get_name eq '1';",
        "my $x = 'a' . 1;",
        'my %word = (1 => "on"); my ($x) = $dom->get_state; print $word{$x};',
        'my %word = ("a" => "on"); my ($x) = $dom->get_state; print $word{$x};',
    ],
)
def test_what_is_the_same_in_both(perl: str) -> None:
    assert said(perl, "number") == []
