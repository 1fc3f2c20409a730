"""What the drafts do that ``going`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "map": r"""
my @x = map { $_ * 2 } 1 .. 3; my @y = map { "<$_>" } qw(a b);
my @z = map { ($_, $_ + 1) } 1, 3; my @u = map uc, qw(x y); my @l = map { length } qw(a bbb);
print "@x @y @z @u @l\n"; my $n = map { $_ } 1 .. 4; print "$n\n";
""",
    "map into hashes": r"""
my %h = map { $_ => length $_ } qw(a bb);
my %i = map { ($_->{n} => $_) } ({ n => 'p' }, { n => 'q' });
my %r = map { $h{$_} => $_ } keys %h;
print join(',', map { "$_$h{$_}" } sort keys %h), join(',', sort keys %i), $r{2}, "\n";
my @hs = map { { name => $_ } } qw(a b); my @ps = map +{ n => $_ }, 1, 2;
print $hs[1]{name}, $ps[0]{n}, "\n"; my %c; $c{$_}++ for qw(a b a); print $c{a}, "\n";
""",
    "grep": r"""
my @e = grep { $_ % 2 == 0 } 1 .. 6; my @m = grep { /^a/ } qw(ab ba ac);
my @d = grep { defined } (1, undef, 2); my @n = grep { !/b/ && length > 1 } qw(ab ac c);
print "@e @m @d @n\n"; my $c = grep { $_ eq 'x' } qw(x y x); print "$c\n";
print "has\n" if grep { $_ == 3 } @e, 3; my %s = (a => 1); my @k = grep { $s{$_} } qw(a b);
my @q = grep { exists $s{$_} } qw(a b); print "@k @q\n";
""",
    "grep and map one behind the other": r"""
print join(',', map { $_ ** 2 } grep { $_ > 2 } map { $_ + 1 } 1 .. 4), "\n";
print join(' ', sort map { lc } grep { /[A-Z]/ } qw(Bc Ab c)), "\n";
my @r = reverse sort { $a <=> $b } grep { $_ } 3, 0, 1; print "@r\n";
""",
    "unique": r"""
my %s; my @u = grep { !$s{$_}++ } qw(a b a c b); print "@u\n"; my %seen;
my @v = sort grep { not $seen{lc $_}++ } qw(A a b); print "@v\n";
""",
    "sort": r"""
my @a = sort qw(c a b); my @n = sort { $a <=> $b } 10, 9, 100, 1;
my @d = sort { $b <=> $a } 1, 3, 2; my @l = sort { length $a <=> length $b } qw(ccc a bb);
my @i = sort { lc($a) cmp lc($b) } qw(b A); print "@a @n @d @l @i\n"; my @t = sort 10, 9, 1;
print "@t\n"; my @s = sort { $a->[1] <=> $b->[1] } (['x', 2], ['y', 1]); print $s[0][0], "\n";
""",
    "sort by several keys": r"""
my @r = ({ n => 'b', v => 1 }, { n => 'a', v => 1 }, { n => 'c', v => 0 });
print join(' ', map { $_->{n} } sort { $a->{v} <=> $b->{v} || $a->{n} cmp $b->{n} } @r),
"\n"; my %h = (x => 3, y => 1, z => 3);
print join(',', sort { $h{$b} <=> $h{$a} || $a cmp $b } keys %h), "\n";
print join(',', map { $_->[0] } sort { $a->[1] <=> $b->[1] } map { [$_,
length] } qw(ccc a bb)), "\n";
""",
    "nested maps": r"""
my @m = map { my $x = $_; map { "$x$_" } qw(a b) } 1, 2; print "@m\n";
my @t = map { [map { $_ * 2 } @$_] } [1, 2], [3]; print $t[0][1], $t[1][0], "\n";
my @f = map { @$_ } [1, 2], [3]; print scalar(@f), "\n"; my %h = (a => [1, 2], b => [3]);
print join(',', map { my $k = $_; map { "$k$_" } @{ $h{$k} } } sort keys %h), "\n";
""",
    "map with conditions": r"""
my @x = map { $_ > 1 ? ($_) : () } 1 .. 3; my @y = map { $_ % 2 ? "odd" : "even" } 1, 2;
my @z = map { if ($_ > 1) { "big$_" } else { "small$_" } } 1, 2; print "@x @y @z\n";
""",
    "List::Util": r"""
use List::Util qw(first sum max min any all none reduce); my @n = (3, 8, 5);
my $f = first { $_ > 4 } @n; print "$f ", sum(@n), max(@n), min(@n), "\n";
my $m = reduce { $a > $b ? $a : $b } @n; my $p = first { $_ eq 'z' } qw(a b);
print $m, defined $p ? 1 : 0, (any { $_ == 8 } @n) ? 'any' : '', (all { $_ > 2 } @n)
? 'all' : '', "\n"; my $o = first { $_->{n} eq 'b' } ({ n => 'a' }, { n => 'b', v => 2 });
print $o->{v}, "\n"; print defined(sum()) ? 1 : 0, "\n";
""",
    "statements for each element": r"""
my @l; my @m = map { push(@l, 5) } 1, 2; print "@m @l\n"; my @n = grep { push(@l, 6) > 3 } 1 .. 3;
print "@n @l\n"; my @c = map { my $x = $_; push @l, $x } 1, 2; print "@c @l\n";
""",
}
#: What can't be written, and says so: a part of the reason.
LOUD = {
    """
my @x = sort { my $p = lc $a; $p cmp lc $b } qw(b a);
""": "a block of several statements",
}
#: Snippets, and what stands in their drafts.
FORMS = {
    'my @x = map { $_ * 2 } 1 .. 3; my @y = grep { $_ > 2 } @x; print "@y";': [
        "x = [item * 2 for item in range(1, 4)]",
        "y = [item for item in x if item > 2]",
    ],
    "my %h = map { $_ => 1 } qw(a b); print sort keys %h;": [
        'h = {item: 1 for item in ["a", "b"]}'
    ],
}
