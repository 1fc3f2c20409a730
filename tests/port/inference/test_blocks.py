"""Blocks, subs and loops."""

from __future__ import annotations

import pytest

from sysvirt.port.inference.blocks import tails
from sysvirt.port.parser import tree
from tests.port.asking import after_start, node


@pytest.mark.parametrize(
    ("perl", "expected"),
    [
        ("sub f { 1; $x }", ["$x"]),
        ("sub f { if ($a) { 1 } elsif ($b) { 2 } else { 3 } }", ["3", "2", "1"]),
        ("sub f { $x; # c\n }", ["$x"]),
        ("sub f { }", []),
        ("sub f { { 1; 2 } }", ["2"]),
    ],
)
def test_tails(perl: str, expected: list[str]) -> None:
    body = node(perl, "subroutine_declaration_statement").child_by_field_name("body")
    assert body is not None
    assert [tree.text(each) for each in tails(body)] == expected


@pytest.mark.parametrize(
    ("perl", "expected"),
    [
        ("sub f { return $dom } f()->get_name", "Domain.get_name"),
        ("sub f { $dom } my $x = f; $x->get_name", "Domain.get_name"),
        ("sub f { return ($conn, $dom) } my ($c, $d) = f(); $c->get_type; $d->get_name",
         "Virt.get_type Domain.get_name"),
        (("sub f { return wantarray ? @x : \\@x } push @x, $dom; my @a = f(); my $r = f(); "
         "$a[0]->get_name; $r->[0]->get_id"), "Domain.get_name Domain.get_id"),
        ("sub f { if ($a) { $dom } else { undef } } f()->get_name", "Domain.get_name"),
        ("sub f { my ($x) = @_; return $x } f($dom)->get_name; f($conn)->get_type",
         "Domain.get_name Virt.get_type"),
        ("my $x = do { 1; $dom }; $x->get_name; my $y = eval { $dom }; $y->get_id",
         "Domain.get_name Domain.get_id"),
        ("foreach my $x (@{[ $dom ]}) { $x->get_name }", "Domain.get_name"),
        ("for ($dom) { $_->get_name; for ($conn) { $_->get_type } $_->get_id }",
         "Domain.get_name Virt.get_type Domain.get_id"),
        ("$_->get_name for $dom; $_->get_id foreach ($dom)", "Domain.get_name Domain.get_id"),
        ("for my ($k, $v) (a => $dom) { $v->get_name }", "Domain.get_name"),
        ("for (my $x = $dom; $x; undef $x) { $x->get_name }", "Domain.get_name"),
        ("while (my $x = shift @q) { $x->get_name } push @q, $dom", "Domain.get_name"),
        ("sub each_one { for (@_) { show() } } sub show { $_->get_name } each_one($dom)",
         "Domain.get_name"),
        (("use feature 'signatures'; sub f($d, $n = 1, @r) { $d->get_name; $r[0]->get_type } "
         "f($dom, 2, $conn)"), "Domain.get_name Virt.get_type"),
        ("sub f { $dom if $y } f()->get_name", "Domain.get_name"),
        (("my $f = method { $self->{d}->get_name }; package A; sub x { bless { d => $dom } } "
         "package main; A->x->$f"), "Domain.get_name"),
        ("sub f { goto &g } sub g { $_[0] } f($dom)->get_name", "Domain.get_name"),
        ("sub f { my $n = shift; return f($n, @_) if $n; return $_[0] } f(1, $dom)->get_name",
         "Domain.get_name"),
    ],
)  # fmt: skip
def test_blocks(perl: str, expected: str) -> None:
    assert after_start(perl + ";") == expected.split()
