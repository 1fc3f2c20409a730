"""Calls of functions, methods, blocks and code references."""

from __future__ import annotations

import pytest

from tests.port.asking import after_start


@pytest.mark.parametrize(
    ("perl", "expected"),
    [
        ("my $f = sub { $_[0]->get_name }; $f->($dom); &$f($dom)", "Domain.get_name"),
        (("my %d = (a => \\&show, b => sub { shift->get_id }); $d{$x}->($dom); "
         "sub show { my $d = shift; $d->get_name }"), "Domain.get_id Domain.get_name"),
        ("$w->Button(-command => [ \\&stop, $dom ]); sub stop { $_[0]->destroy }",
         "Domain.destroy"),
        ("sub show { $_[0]->get_name } &show($dom)", "Domain.get_name"),
        ("sub outer { &inner } sub inner { $_[0]->get_name } outer($dom)", "Domain.get_name"),
        ("sub show { $_[0]->get_name } my $n = 'show'; &$n($dom); &{\"show\"}($dom)",
         "Domain.get_name"),
        ("$h{$_} = \\&{\"do_$_\"} for qw(a); $h{a}->($dom); sub do_a { $_[0]->get_name }",
         "Domain.get_name"),
        ("sub apply_to(&@) { my $c = shift; $c->($_) for @_ } apply_to { $_[0]->get_name } $dom",
         "Domain.get_name"),
        ("sub first_of(\\@) { $_[0][0] } my @x = ($dom); first_of(@x)->get_name",
         "Domain.get_name"),
        ("sub make { my $d = shift; return sub { $d } } make($dom)->()->get_name",
         "Domain.get_name"),
        ("my $m = sub { my ($d) = @_; $d->get_name }; $dom->$m", "Domain.get_name"),
        ("my $m = $dom->can('get_name'); $dom->$m", "Domain.get_name"),
        ("my $g = \\&Sys::Virt::Domain::create_snapshot; $g->($dom)->get_name",
         "Domain.create_snapshot DomainSnapshot.get_name"),
        ("my $v = new Sys::Virt(uri => 1); $v->get_type", "Virt.new Virt.get_type"),
        ("my $v = new Sys::Virt; $v->get_type", "Virt.new Virt.get_type"),
        ("Sys::Virt->new->get_type; 'Sys::Virt'->new->get_type; Sys::Virt::->new->get_type",
         "Virt.new Virt.get_type Virt.new Virt.get_type Virt.new Virt.get_type"),
        ("sub open_it { $_[0] = $dom } my $x; open_it($x); $x->get_name", "Domain.get_name"),
        ("sub put_it { my $h = shift; $h->{d} = $dom } my %h; put_it(\\%h); $h{d}->get_name",
         "Domain.get_name"),
        ("my $x = try { $dom } catch { undef }; $x->get_name", "Domain.get_name"),
        ("try { f() } catch { $_->message; $_[0]->code };", "Error.message Error.code"),
        ("my $x = try { f(); 1 } catch { warn $_->message; my $e = shift; $e->code; 0 };",
         "Error.message Error.code"),
    ],
)  # fmt: skip
def test_calls(perl: str, expected: str) -> None:
    assert after_start(perl + ";") == expected.split()
