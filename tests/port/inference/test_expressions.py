"""What expressions are, by their kinds."""

from __future__ import annotations

import pytest

from tests.port.asking import after_start

CASES = {
    "references": [
        ("my $r = \\$dom; $$r->get_name; ${$r}->get_id", "Domain.get_name Domain.get_id"),
        ("my @p = \\($dom, $conn); ${ $p[1] }->get_type", "Virt.get_type"),
        ("my @a = ($dom); my $r = \\@a; $r->[0]->get_name; $$r[0]->get_id; ${$r}[0]->get_info",
         "Domain.get_name Domain.get_id Domain.get_info"),
        ("my %h = (a => $dom); my $r = \\%h; $r->{a}->get_name; $$r{a}->get_id",
         "Domain.get_name Domain.get_id"),
        ("my $r = [[$dom]]; $r->[0][0]->get_name; $_->get_id for @{ $r->[0] }",
         "Domain.get_name Domain.get_id"),
        ("my $r = { a => { b => $dom } }; $r->{a}{b}->get_name; $r->{a}->%*; values($r->{a}->%*)",
         "Domain.get_name"),
        ("my $r = [$dom]; $_->get_name for $r->@*", "Domain.get_name"),
        ("my $r = \\$dom; $r->$*->get_name", "Domain.get_name"),
        ("my $r = { a => $dom }; my %h = $r->%*; $h{a}->get_name", "Domain.get_name"),
    ],
    "elements": [
        ("my @a = (1, $dom); $a[1]->get_name; $a[0]->get_id; $a[$i]->get_info",
         "Domain.get_name Domain.get_info"),
        ("my %h; $h{x}{y}[2] = $dom; $h{x}{y}[2]->get_name; $h{x}{z}[2]->get_id",
         "Domain.get_name"),
        ("my %h; $h{$k} = $dom; $h{any}->get_name", "Domain.get_name"),
        ("my $h; $h->{list}[0] = $dom; $_->get_name for @{ $h->{list} }", "Domain.get_name"),
        ("my $a = [$dom]; $a->[-1]->get_name; $$a[-1]->get_id", "Domain.get_name Domain.get_id"),
    ],
    "slices": [
        ("my %h; @h{qw(a b)} = ($dom, $conn); $h{a}->get_name; $h{b}->get_type",
         "Domain.get_name Virt.get_type"),
        ("my $h = {}; @{$h}{'a', 'b'} = ($conn, $dom); my ($x) = @{$h}{qw(b)}; $x->get_name",
         "Domain.get_name"),
        ("my @a = (1, $dom, $conn); my ($d, $c) = @a[1, 2]; $d->get_name; $c->get_type",
         "Domain.get_name Virt.get_type"),
        ("(1, $dom)[1]->get_name; my $x = (f(), $dom)[$i]; $x->get_id",
         "Domain.get_name Domain.get_id"),
        ("my $h = { a => $dom }; my ($x) = $h->@{qw(a)}; $x->get_name", "Domain.get_name"),
    ],
    "assignments": [
        ("my ($a, $b, @c) = ($dom, $conn, $dom); $a->get_name; $b->get_type; $c[0]->get_id",
         "Domain.get_name Virt.get_type Domain.get_id"),
        ("my (undef, $b) = ($conn, $dom); $b->get_name", "Domain.get_name"),
        ("my $x = my $y = $dom; $x->get_name; $y->get_id", "Domain.get_name Domain.get_id"),
        ("($a, $b) = ($conn, $dom); $b->get_name; ($a, $b) = ($b, $a); $b->get_type",
         "Domain.get_name Virt.get_type"),
        ("my $x; $x ||= $dom; $x->get_name; $y //= $dom; $y->get_id",
         "Domain.get_name Domain.get_id"),
        ("my %h = (%g, dom => $dom, n => 1); $h{dom}->get_name; $h{n}->get_id", "Domain.get_name"),
        ("my $h = { map { $_->get_name => $_ } $conn->list_domains }; $h->{a}->get_id",
         "Domain.get_name Virt.list_domains Domain.get_id"),
    ],
    "choices": [
        ("my $x = $y || $dom; $x->get_name", "Domain.get_name"),
        ("my $x = $y ? undef : $dom; $x->get_name", "Domain.get_name"),
        ("my $x = f() // $dom; $x->get_name; ($y && $dom)->get_id",
         "Domain.get_name Domain.get_id"),
        ("my @x = $y ? ($dom) : (); $x[0]->get_name", "Domain.get_name"),
        ("(my $x = $dom) or die; $x->get_name", "Domain.get_name"),
        ("my $x = $dom or die; $x->get_name", "Domain.get_name"),
        ("my $x = (f() or $dom); $x->get_name", "Domain.get_name"),
        ("my ($x, $y) = (f() ? () : $dom, $conn); $x->get_name", "Domain.get_name"),
    ],
    "texts that are names": [
        ("my $m = 'get_name'; $dom->$m", "Domain.get_name"),
        ("$dom->$_ for qw(get_name get_id)", "Domain.get_id Domain.get_name"),
        ("for my $f (qw(name id)) { my $m = \"get_$f\"; $dom->$m }",
         "Domain.get_id Domain.get_name"),
        ("for my $f (qw(name)) { my $m = 'get_' . $f; $dom->$m }", "Domain.get_name"),
        ("my $c = 'Sys::Virt'; $c->new->get_type", "Sys::Virt Virt.new Virt.get_type"),
        ("my ($m) = (get_name => 1); $dom->$m", "Domain.get_name"),
        ("$dom->$unknown; my $m = 'get_' . f(); $dom->$m", ""),
        ("my %m = (a => 'get_name'); $dom->${\\ $m{a}}; my $n = $m{a}; $dom->$n",
         "Domain.get_name Domain.get_name"),
    ],
    "numbers and texts": [
        ("my $x = 1 + $dom; $x->get_name; my $y = \"$dom\"; $y->get_id; my $z = !$dom; $z->get_id",
         ""),
        ("my $n = @doms; my $s = 'a' . $dom->get_name; $s->get_id", "Domain.get_name"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("perl", "expected"),
    [
        pytest.param(*case, id=f"{name}-{n}")
        for name, cases in CASES.items()
        for n, case in enumerate(cases)
    ],
)
def test_expressions(perl: str, expected: str) -> None:
    got = [each for each in after_start(perl + ";") if not each.endswith("guess")]
    assert [each.replace("Virt.Sys::Virt", "Sys::Virt") for each in got] == expected.split()
