"""What the first statements of a sub take of ``@_`` becomes parameters."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "arguments": r"""
sub add { my ($x, $y) = @_; return $x + $y } print add(2, 3), "\n";
sub first { my $x = shift; return "<$x>" } print first('a', 'b'), "\n";
sub n { return scalar @_ } print n(1, 2, 3), n(), "\n";
""",
    "defaults": r"""
sub greet { my ($name, $word) = @_; $word ||= 'hello'; $name //= 'you';
return "$word $name" } print greet('x'), greet(undef, 'hi'), greet(), "\n";
sub d { my $n = shift || 10; my $m = shift // 5; return "$n-$m" }
print d(), d(0, 0), d(3, 4), "\n";
""",
    "arguments by their places": r"""
sub f { return $_[0] . $_[1] } print f('a', 'b'), "\n";
sub g { return "$#_ " . scalar(@_) } print g(5, 6), "\n"; sub h { my $n = @_; return $n }
print h(1, 2), "\n";
""",
    "the rest of the arguments": r"""
sub f { my ($x, @rest) = @_; return "$x:" . join('+', @rest) } print f(1, 2, 3), f(1), "\n";
sub g { my $x = shift; return "$x " . join(',', @_) } print g(1, 2, 3), "\n";
sub s { my $t = 0; $t += $_ for @_; return $t } print main::s(1 .. 4), "\n";
""",
    "named arguments": r"""
sub vm { my %o = (cpus => 1, @_); return "$o{name} $o{cpus}" }
print vm(name => 'a'), vm(name => 'b', cpus => 4), "\n";
sub r { my ($o) = @_; return $o->{x} // 'none' } print r({ x => 1 }), r({}), "\n";
sub m { my ($n, %o) = @_; return $n . join('', map { "$_$o{$_}" } sort keys %o) }
print main::m('q', b => 2, a => 1), "\n";
""",
    "references as arguments": r"""
sub fill { my ($h, $l) = @_; $h->{n} = 1; push @$l, 'x' } my %h; my @l; fill(\%h, \@l);
print "$h{n} @l\n"; sub total { my ($l) = @_; my $t = 0; $t += $_ for @$l; $t }
print total([1, 2, 3]), total(\@l) , "\n";
""",
    "signatures": r"""
use feature 'signatures'; no warnings; sub area($w, $h = 2) { return $w * $h }
print area(3), area(3, 4), "\n"; sub many($first, @rest) { return $first . @rest }
print many(1, 2, 3), "\n";
""",
    "arguments that have names and are looked at all the same": r"""
sub p { my ($p) = @_; print "$p left @_ $_[0]\n" } p(3, 4);
sub q2 { my $x = shift; my ($p, @r) = @_; print "$x $p @r left @_\n" } q2(3, 4, 5);
package Foo; sub new { my ($class, %a) = @_; return bless {%a, n => scalar(@_)}, $class }
sub show { my ($self, $t) = @_; print "$self->{n} $t ", scalar(@_), "\n" }
package main; Foo->new(a => 1)->show('x');
""",
}
