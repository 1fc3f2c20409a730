"""Subs that are made in a loop."""

from __future__ import annotations

import pytest

from tests.port.rules.reading import said


@pytest.mark.parametrize(
    ("perl", "names"),
    [
        ("foreach my $n (1 .. 3) { push @x, sub { $n } }", "n=n"),
        ("for my $n (1 .. 3) { my $m = $n; push @x, sub { $m + $n } }", "n=n, m=m"),
        ("foreach my $n (1 .. 3) { my $f = sub { $n }; push @x, $f }", "n=n"),
        (
            "foreach my $n (1) { my $id = $conn->domain_event_register_any(undef, 0, sub { $n }) }",
            "n=n",
        ),
        ("while (my $l = <F>) { my ($m) = $l; $h{$m} = sub { $m } }", "m=m"),
    ],
)
def test_a_sub_that_remembers(perl: str, names: str) -> None:
    (message,) = said(perl, "closure")
    assert message.endswith(f"bind it with a default: {names}")


@pytest.mark.parametrize(
    "perl",
    [
        "foreach my $n (1 .. 3) { push @x, sub { my $n = 1; $n } }",
        "foreach my $n (1 .. 3) { push @x, sub { 1 } }",
        "foreach my $n (1 .. 3) { my @y = sort { $n } @x }",
        "foreach my $n (1 .. 3) { $st->recv_all(sub { $n }) }",
        "foreach my $n (1 .. 3) { my $t = XML::Twig->new(on => { a => sub { $n } }) }",
        "my $n = 1; foreach (1 .. 3) { push @x, sub { $n } }",
        "sub make { my ($n) = @_; return sub { $n } }",
        "foreach my $n (1 .. 3) { sub { print $n }->() }",
    ],
)
def test_a_sub_that_remembers_nothing_of_the_loop(perl: str) -> None:
    assert said(perl, "closure") == []
