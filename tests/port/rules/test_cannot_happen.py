"""Tests for a failure that dies by itself."""

from __future__ import annotations

import pytest

from sysvirt.port.findings import Severity
from tests.port.rules.reading import BEGIN, find, said

LOOK_UP = 'my $d = $conn->get_domain_by_name("x");\n'


@pytest.mark.parametrize(
    "perl",
    [
        'my $d = $conn->get_domain_by_name("x") or die;',
        'my $d = $conn->get_domain_by_name("x") || die;',
        'my $d = $conn->get_domain_by_name("x") // undef;',
        'my $d = ($conn->get_domain_by_name("x")) or die;',
        'my $c = Sys::Virt->new(uri => "x") or die;',
        'if (!(my $d = $conn->get_domain_by_name("x"))) { }',
        'unless ($conn->get_domain_by_name("x")) { }',
        LOOK_UP + "if (!defined $d) { }",
        LOOK_UP + "if (not defined($d)) { }",
        LOOK_UP + "die unless defined $d;",
        LOOK_UP + "$d or die;",
        LOOK_UP + "sub f { return unless $d }",
    ],
)
def test_it_cannot_happen(perl: str) -> None:
    assert len(said(perl, "cannot-happen")) == 1


@pytest.mark.parametrize(
    "perl",
    [
        'my $d; $d = $conn->get_domain_by_name("x") if $x; die unless $d;',
        LOOK_UP + "undef $d; die unless $d;",
        LOOK_UP + "$d = undef; die unless $d;",
        LOOK_UP + "fill(\\$d); die unless $d;",
        LOOK_UP + "sub f { my ($d) = @_; return unless $d }",
        LOOK_UP + "foreach my $d (@x) { next unless $d }",
        "my $x = $dom->is_active or die;",
        "my $n = $conn->num_of_domains || 1;",
        'my $d = eval { $conn->get_domain_by_name("x") } or die;',
    ],
)
def test_it_can_happen(perl: str) -> None:
    assert said(perl, "cannot-happen") == []


def test_what_gives_nothing_always_fails() -> None:
    (found,) = find(BEGIN + "$dom->create or die;", "cannot-happen")
    assert found.severity is Severity.ERROR
    assert found.message == "always false: create gives nothing, and dies itself after a failure"
