"""What the drafts do that ``returning`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "something or nothing": r"""
my @t = (sub { my $g = shift; return $g > 2 ? () : 'small' }, sub { $_[0] % 2 ? 'odd' : () });
for my $n (1 .. 4) { my @f = map { $_->($n) } @t; print "$n: ", scalar(@f), " @f\n" }
""",
    "nothing as one value": r"""
sub big { return $_[0] > 2 ? 'big' : () } my @b = map { big($_) } 1 .. 5; print "@b\n";
my $one = big(1); print defined $one ? 1 : 0, "\n"; my ($x) = big(7); print "$x\n";
print big(9) ? "y" : "n", big(0) ? "y" : "n", "\n";
""",
    "several or nothing": r"""
sub two { my $n = shift; $n ? ($n, $n + 1) : () } my @l = (two(0), two(3)); print "@l\n";
""",
    "by what is wanted": r"""
sub both { return wantarray ? (1, 2) : 'one' } my @x = both(); my $y = both(); print "@x $y\n";
""",
    "an eval": r"""
sub tried { return eval { die "x\n" if $_[0]; 7 } } my $r = tried(0); print "$r\n";
$r = tried(1); print defined $r ? 1 : 0, $@;
""",
    "methods of one name, one of which asks what is wanted": r"""
package Queue; sub new { my $class = shift; bless [@_], $class }
sub get { my $self = shift; shift @$self } package Pairs; our @ISA = ('Queue');
sub get { my $self = shift; my $e = $self->SUPER::get() or return;
return wantarray ? @$e : $e->[0] } package main; my $q = Queue->new(1, 2); print $q->get, "\n";
my $p = Pairs->new([1, 'a'], [2, 'b'], [3, 'c']); my ($n, $w) = $p->get; print "$n$w\n";
my $one = $p->get; print "$one\n"; for my $each ($q, $p) { print join('-', $each->get), "\n" }
print defined $q->get ? 'more' : 'empty', "\n";
""",
    "a sub that ends with undef of a variable, or dies in its value": r"""
my ($x, @l) = (1, 2); sub clear { $x++; undef $x } my $r = clear();
print defined $x ? 1 : 0, defined $r ? 1 : 0, "\n";
sub name { $_[0]{name} || die "no name\n" } print name({ name => 'n' }), "\n";
eval { name({}) }; print $@;
sub wanted { return grep { $_ > 1 } @_ } my $n = wanted(1, 2, 3); print "$n @{[ wanted(5, 0) ]}\n";
print "some\n" if wanted(2); print "none\n" unless wanted(1);
""",
    "what a sub gives where it asks for a list, or assigns": r"""
my %h; sub both { my ($x, $y) = @_; return $x, $y if wantarray; return "one" }
my @l = both(1, 2); my $o = both(3, 4); print "@l $o\n";
sub other { my @r = (5, 6, 7); unless (wantarray) { return $r[0] }
if (wantarray) { return @r[0, 1] }
return () }
@l = other(); $o = other(); print "@l $o\n";
sub attr { my $n = shift; return @_ ? ($h{$n} = shift) : $h{$n} }
attr('a', 5); print attr('a'), "\n"; print attr('b', 2) + 1, "\n";
""",
}
#: What can't be written, and says so: a part of the reason.
LOUD = {
    "sub f { my ($x, $y) = @{ $_[0] } } my $n = f([5, 6]); print $n;": "an assignment of a list",
    'print "a\\n"; return if $ENV{NOPE}; print "b\\n";': "return outside of a sub",
}
