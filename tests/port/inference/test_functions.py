"""Perl's own functions, and those of well-known modules."""

from __future__ import annotations

import pytest

from tests.port.asking import after_start, without_guesses


@pytest.mark.parametrize(
    ("perl", "expected"),
    [
        ("my @x; push @x, $dom; $x[0]->get_name", "Domain.get_name"),
        ("my $x; push @{ $x->{a} }, $dom; $x->{a}[0]->get_name", "Domain.get_name"),
        ("my @x; unshift(@x, 1, $dom); $_->get_name for @x", "Domain.get_name"),
        ("my @x; push @x, $conn->list_domains; $x[0]->get_id",
         "Virt.list_domains Domain.get_id"),
        ("my @x = ($dom); (shift @x)->get_name; my $y = pop @x; $y->get_id",
         "Domain.get_name Domain.get_id"),
        ("my @x = ($dom); my ($y) = splice @x, 0, 1; $y->get_name", "Domain.get_name"),
        ("my @x; splice @x, 0, 0, $dom; $x[0]->get_name", "Domain.get_name"),
        ("my %h = (a => $dom); $_->get_name for values %h", "Domain.get_name"),
        ("my %h = (a => $dom); while (my ($k, $v) = each %h) { $v->get_name; $k->get_id }",
         "Domain.get_name"),
        ("my $h = { a => $dom }; (delete $h->{a})->get_name", "Domain.get_name"),
        ("my %h = (a => $dom); $_->get_name for keys %h", ""),
        ("my ($x) = reverse sort { $a->get_id <=> $b->get_id } ($dom); $x->get_name",
         "Domain.get_id Domain.get_id Domain.get_name"),
        ("my ($x) = grep { $_->is_active } $dom; $x->get_name",
         "Domain.is_active Domain.get_name"),
        ("my $x = first { $_->is_active } $dom; $x->get_name",
         "Domain.is_active Domain.get_name"),
        ("my $x = List::Util::first { $_->is_active } $dom; $x->get_name",
         "Domain.is_active Domain.get_name"),
        ("my $x = reduce { $a->get_id > $b->get_id ? $a : $b } ($dom); $x->get_name",
         "Domain.get_id Domain.get_id Domain.get_name"),
        ("print 1 if any { $_->is_active } $dom", "Domain.is_active"),
        ("my @x = uniq($dom, $dom); $x[0]->get_name", "Domain.get_name"),
        ("my @x = map { [ $_, 1 ] } $dom; $x[0][0]->get_name", "Domain.get_name"),
        ("my @x = map { $_->get_name => $_ } $dom; my %h = @x; $h{a}->get_id",
         "Domain.get_name Domain.get_id"),
        ("my @x = map +($_), $dom; $x[0]->get_name", "Domain.get_name"),
        ("my $x = bless { d => $dom }, 'Foo'; $x->{d}->get_name", "Domain.get_name"),
        ("my $x = {}; bless $x, 'Foo'; $x->{d} = $dom; $x->{d}->get_name", "Domain.get_name"),
        (("package T; sub TIEHASH { bless { d => $_[1] }, $_[0] } sub FETCH { $_[0]{d} } "
         "package main; tie my %h, 'T', $dom; $h{a}->get_name"), "Domain.get_name"),
        (("package E; sub new { bless { d => $_[1] }, $_[0] } sub d { $_[0]{d} } package main; "
         "sub g { die E->new($dom) } eval { g() }; $@->d->get_name"), "Domain.get_name"),
        (("package E; sub new { bless { d => $_[1] }, $_[0] } sub d { $_[0]{d} } package main; "
         "sub g { croak(E->new($dom)) } eval { g() }; $@->d->get_name"), "Domain.get_name"),
        (("package K; sub new { my $p = shift; bless {}, ref($p) || $p } sub d { $dom } "
         "package L; our @ISA = 'K'; package main; my $x = bless {}, 'L'; $x->new->d->get_name"),
         "Domain.get_name"),
        ("my $x = try { f() } catch { 1; $dom }; $x->get_name", "Domain.get_name"),
        ("my $x = join ',', $dom; $x->get_name; my $y = lc $dom; $y->get_name", ""),
        ("my $x = scalar($dom); $x->get_name", "Domain.get_name"),
        ("eval { die E->new }; $@->message; package E; sub new { bless {} } sub message { }", ""),
        ("sub by_id { $a->get_id <=> $b->get_id } my @x = sort by_id $conn->list_domains",
         "Domain.get_id Domain.get_id Virt.list_domains"),
    ],
)  # fmt: skip
def test_functions(perl: str, expected: str) -> None:
    assert without_guesses(after_start(perl + ";")) == expected.split()


def test_each_shift_takes_the_next_argument() -> None:
    perl = "sub f { my $c = shift; my ($d, %o) = @_; my $x = shift; $c->get_type; $d->get_name; "
    perl += "$x->get_id; $o{pool}->get_info } f($conn, $dom, pool => $dom);"
    assert after_start(perl) == [
        "Virt.get_type",
        "Domain.get_name",
        "Domain.get_id",
        "Domain.get_info",
    ]


def test_shift_counts_for_each_sub_on_its_own() -> None:
    perl = "sub f { my $c = shift; my $g = sub { my $d = shift; $d->get_name }; $g->($dom); "
    perl += "my $d = shift; $d->get_id; $_[0]->get_info } f($conn, $dom, $dom);"
    assert after_start(perl) == ["Domain.get_name", "Domain.get_id", "Domain.get_info"]
