"""Operators that classes of the script have their own ideas of."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "sums and differences": r"""
package Money; use overload '+' => \&plus, '-' => sub { my ($a, $b, $sw) = @_;
my $r = $a->{v} - (ref $b ? $b->{v} : $b); Money->new($sw ? -$r : $r) },
'==' => sub { $_[0]{v} == (ref $_[1] ? $_[1]{v} : $_[1]) }, '""' => sub { my $s = shift;
"\$$s->{v}" };
sub new { my ($class, $v) = @_; return bless { v => $v }, $class }
sub plus { my ($a, $b) = @_; return Money->new($a->{v} + (ref $b ? $b->{v} : $b)) }
package main; my $m = Money->new(5); my $n = $m + 3;
print "$n ", $n - 1, " ", 10 - $n, " ", $n == 8 ? "eq" : "ne", "\n"; $n += $m; print "$n\n";
$n -= 1; print $n, "\n"; $n++; print "$n\n"; print -$m, "\n";
my $t = 0; $t = $t + $_ for $m, $n; print "$t\n"; print 1 + 2 * 3, " ", 7 - 2, "\n";
""",
    "orders": r"""
package Ver; use overload '<=>' => \&compare, 'cmp' => \&compare,
'""' => sub { join '.', @{ $_[0]{parts} } };
sub new { my ($class, $text) = @_; my $self = { parts => [split /\./, $text] };
return bless $self, $class; }
sub compare { my ($l, $r, $sw) = @_; $r = Ver->new($r) unless ref $r; my $d = 0;
for my $i (0 .. 2) { $d = ($l->{parts}[$i] || 0) <=> ($r->{parts}[$i] || 0); last if $d }
return $sw ? -$d : $d; }
package main; my @v = map { Ver->new($_) } qw(1.10 1.2 1.9.3);
print join(' ', sort { $a <=> $b } @v), "; ", join(' ', sort { $b cmp $a } @v), ";
", join(' ', sort @v), "\n";
print "newer\n" if $v[0] > $v[1]; print "same\n" if $v[1] eq '1.2'; print "old\n" if $v[1] lt '1.3';
print "later\n" if '2.0' gt $v[0]; print "not\n" if $v[0] != $v[1]; print "a" lt "b" ? 1 : 0, "\n";
""",
    "products, and one side alone": r"""
package Vec; use overload '*' => sub { my ($x, $y) = @_;
ref $y ? $x->[0] * $y->[0] + $x->[1] * $y->[1] : Vec->new($x->[0] * $y, $x->[1] * $y) },
'neg' => sub { Vec->new(-$_[0][0], -$_[0][1]) }, 'abs' => sub { sqrt($_[0] * $_[0]) },
'bool' => sub { $_[0][0] || $_[0][1] }, '""' => sub { "($_[0][0], $_[0][1])" },
'+=' => sub { $_[0][0] += $_[1][0]; $_[0][1] += $_[1][1]; $_[0] };
sub new { my $class = shift; return bless [@_], $class }
package main; my $v = Vec->new(3, 4);
print $v * 2, " ", 2 * $v, " ", $v * $v, " ", -$v, " ", abs($v), "\n";
$v += Vec->new(1, 1);
print "$v ", ($v ? "there" : "zero"), " ", (Vec->new(0, 0) ? "there" : "zero"), "\n";
""",
}
