"""What counts as true."""

from __future__ import annotations

import pytest

from tests.port.rules.reading import said

SHOWN = "prints as True or False, in Perl 1 or 0: int(…)"


@pytest.mark.parametrize(
    "perl",
    [
        "print $dom->is_active;",
        "print STDERR 'active: ', $dom->is_active, '.';",
        "my $text = 'active: ' . $dom->is_active;",
        "my $text; $text .= $dom->is_active;",
        'my $text = "@{[$dom->is_active]}";',
        "print join(',', $dom->is_active, 1);",
        'my $is = $dom->is_active; print "$is";',
    ],
)
def test_a_bool_that_is_shown(perl: str) -> None:
    assert said(perl, "truth") == [SHOWN]


@pytest.mark.parametrize(
    ("perl", "words"),
    [
        ("print 1 if $dom->is_active == 1;", "True and False equal 1 and 0, so == 1 stays right"),
        ("print 1 if 0 != $dom->is_active;", "True and False equal 1 and 0, so != 0 stays right"),
        (
            "print 1 if $dom->is_active eq '1';",
            "a bool never equals the text '1': test it by itself",
        ),
        ("my $x = {}; print 1 if $x;", "{} is false, Perl's reference is always true: is not None"),
        (
            "my $x = []; print 1 unless $x;",
            "[] is false, Perl's reference is always true: is not None",
        ),
        ("my $x = '0'; print 1 if !$x;", '"0" is true in Python, false in Perl: int(…)'),
        (
            "print 1 if $dom->get_memory_parameters;",
            "an empty dict is false, Perl's reference is always true: is not None",
        ),
        (
            "print 1 if $dom->create == 0;",
            "gives None, which never equals 0; Perl's undef is 0",
        ),
    ],
)
def test_a_test_that_comes_out_differently(perl: str, words: str) -> None:
    assert said(perl, "truth") == [words]


@pytest.mark.parametrize(
    "perl",
    [
        "print $dom->is_active ? 'on' : 'off';",
        "printf '%d', $dom->is_active;",
        "print 1 if $dom->is_active && $dom->is_persistent;",
        "print 1 if $dom->get_info;",
        "my $x = {a => 1}; print 1 if $x;",
        "my $x = '0.0'; print 1 if $x;",
        "my $x = {}; $x = undef; print 1 if $x;",
        "print 1 if $dom->get_id == 1;",
        "foreach my $n (0..$dom->is_active) { }",
    ],
)
def test_what_stays_the_same(perl: str) -> None:
    assert said(perl, "truth") == []
