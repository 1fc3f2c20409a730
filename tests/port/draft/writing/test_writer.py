"""What the writer asks of an expression: one value, a list, its truth."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "a list as one value": r"""
my @l = (4, 5, 6); my %h = (a => 1, b => 2); my $n = @l; my $k = keys %h;
my $m = () = (1, 2); my $c = grep { $_ > 4 } @l; my $p = map { $_ } @l;
my $s = split /,/, 'a,b'; print "$n $k $m $c $p $s ", scalar(@l) + 1, " ", @l + 1, " ",
"n=" . @l, "\n";
""",
    "one value of a list": r"""
my ($f) = (7, 8); my $l = (7, 8)[-1]; my ($x) = sort { $b <=> $a } 1, 3, 2;
my ($k) = sort keys %{ { z => 1, a => 2 } }; my $j = join ',', (1, 2); my ($e) = ();
print "$f $l $x $k $j ", defined $e ? 1 : 0, "\n";
""",
    "lists in lists": r"""
my @a1 = (1, 2); my %h = (k => 'v'); my @all = (0, @a1, 3, %h, (4, (5)), ());
print scalar(@all), " @all\n"; my @n = ([@a1], { %h });
print scalar(@n), $n[0][1], $n[1]{k}, "\n"; sub two { return (8, 9) }
my @t = (two(), 'x', scalar(two())); print "@t\n";
""",
    "truth of lists and hashes": r"""
my (@e, %e); my @l = (0); my %h = (a => 0);
print @e ? 1 : 0, %e ? 1 : 0, @l ? 1 : 0, %h ? 1 : 0, !@e ? 1 : 0, scalar(@l) ? 1 : 0, "\n";
if (@l && %h) { print "both\n" } unless (@e || %e) { print "neither\n" } my $r = [];
print "ref\n" if $r; print "len\n" if !@$r; print "none\n" if not @{ $r };
while (@l) { shift @l } print scalar(@l), "\n";
""",
    "names that are taken in Python": r"""
my ($str, $list, $print, $def, $class, $self, $in, $is, $None, $type, $len) = (1 .. 11);
my @lambda = (1); my %dict = (a => 1);
sub import_it { my ($from, $with) = @_; return "$from$with" }
print $str + $list + $print + $def + $class + $self + $in + $is + $None + $type + $len,
$lambda[0], $dict{a}, import_it('f', 'w'), "\n";
sub print_all { my ($len) = @_; return length $len } print print_all('abc'), "\n";
""",
    "one name for three variables": r"""
my $x = 1; my @x = (2, 3); my %x = (k => 4);
print "$x $x[0] $x{k} @x ", scalar(keys %x), "\n"; sub xs { return 'sub' } print xs(), "\n";
my $found = 'f'; my $error = 'e'; my $argv = 'a'; print "$found$error$argv\n";
""",
    "scopes": r"""
my $x = 'out'; { my $x = 'in'; print $x } print $x; for my $x (1) { print $x } print $x;
if ((my $x = 5) > 1) { print $x } print "$x\n"; my $f = sub { my $x = 'sub'; return $x };
print $f->(), $x, "\n"; my $y = 1; { my $y = $y + 1; print $y } print "$y\n";
""",
    "variables that subs share": r"""
my $n = 0; my @log; my %seen; sub add { my $w = shift; $n++; push @log,
$w; $seen{$w}++;
return $n } add('a'); add('b'); add('a'); print "$n @log $seen{a}\n";
sub reset_all { $n = 0; @log = (); %seen = () } reset_all();
print $n, scalar(@log), scalar(keys %seen), "\n";
{ my $private = 10; sub next_one { return $private++ } } print next_one(), next_one(), "\n";
""",
    "deep expressions": r"""
my @d = map { { n => $_, l => [map { $_ * 2 } 1 .. $_] } } 1 .. 3;
print join(';', map { "$_->{n}:" . join(',', @{ $_->{l} }) } grep { @{ $_->{l} } > 1 } sort {
$b->{n} <=> $a->{n} } @d), "\n"; my %by = map { $_->{n} => $_ } @d; print join(',', map {
scalar @{ $by{$_}{l} } } sort keys %by), "\n"; print ((((1 + 2)) * (3)) . "\n");
""",
}
