"""What the drafts do that ``builtins`` writes."""

from __future__ import annotations

import pytest

from tests.port.draft import snippets

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "exists and delete": r"""
my %h = (a => 1, b => undef); print exists $h{b} ? 1 : 0, defined $h{b} ? 1 : 0,
exists $h{c} ? 1 : 0, "\n";
my $d = delete $h{a}; print "$d ", join(',', keys %h), "\n";
print defined(delete $h{zz}) ? 1 : 0, "\n";
my $r = { x => { y => 1 } }; print exists $r->{x}{y} ? 1 : 0, exists $r->{q}{y} ? 1 : 0,
"\n"; delete $r->{x}{y}; print scalar keys %{ $r->{x} }, "\n";
""",
    "delete of a slice": r"""
my %h = map { $_ => uc } qw(a b c d); my @gone = delete @h{qw(a c)};
print "@gone ", join(',', sort keys %h), "\n"; delete @h{'b', 'd'};
print scalar(%h) ? 1 : 0, "\n";
""",
    "push and unshift": r"""
my @x; push @x, 1; push @x, 2, 3; unshift @x, 0; unshift @x, -2, -1; my $n = push @x, 4;
print "@x $n\n"; push @x, (5, 6), [7]; print scalar(@x), "\n";
""",
    "pop and shift": r"""
my @x = (1, 2, 3); my $p = pop @x; my $s = shift @x; print "$p $s @x\n"; pop @x;
my $u = pop @x; print defined $u ? 1 : 0, defined(shift @x) ? 1 : 0, "\n";
my $r = [1, 2]; print shift(@$r), pop @{$r}, "\n";
""",
    "splice": r"""
my @x = (1 .. 6); my @gone = splice(@x, 1, 2); print "@gone|@x\n";
splice(@x, 1, 1, 'a', 'b'); print "@x\n"; splice @x, 1, 0, 'n'; print "@x\n";
my $last = splice(@x, -1); print "$last|@x\n"; splice(@x, 2); print "@x\n";
""",
    "keys, values and each": r"""
my %h = (a => 1, b => 2, c => 3);
print join(',', sort keys %h), " ", join(',', sort { $a <=> $b } values %h), " ",
scalar(keys %h), "\n";
my $sum = 0; while (my ($k, $v) = each %h) { $sum += $v } print "$sum\n"; my $r = \%h;
print scalar(keys %$r), "\n"; print "some\n" if %h; print "some\n" if keys %h;
""",
    "values can be changed": r"""
my %h = (a => 1, b => 2); $_ *= 10 for values %h;
print join(',', map { $h{$_} } sort keys %h), "\n"; for my $v (values %h) { $v++ }
print join(',', map { $h{$_} } sort keys %h), "\n";
""",
    "reverse": r"""
my @x = reverse 1 .. 3; print "@x ", scalar reverse('abc'), " ", join('', reverse split //,
'xyz'), "\n"; my $s = reverse 'hello'; print "$s\n"; print scalar(reverse("ab", "cd")), "\n";
""",
    "join and split": r"""
print join('-', 1, 'a', 2.50), " ", join(', ', map { "<$_>" } qw(a b)), "\n";
my @f = split /,/, 'a,b,,c,,'; print scalar(@f), "@f\n"; my @g = split /,/, 'a,b,,', -1;
print scalar(@g), "\n";
my ($k, $v) = split /=/, 'k=v=w', 2; print "$k $v\n";
print join('|', split(//, 'abc')), " ", join('|', split(' ', "  a  b\tc ")), " ", join('|',
split(/(,)/, 'a,b')), "\n";
""",
    "split with a text": r"""
print join('|', split(',', 'a,b')), join('|', split('\|', 'x|y')), join('|', split("\t",
"p\tq")), join('|', split(/\s*;\s*/, 'm ; n')), "\n"; my $n = () = split(/,/, 'a,b,c',
-1); print "$n\n"; my $c = split /,/, 'a,b,c'; print "$c\n";
""",
    "split of other blanks": r"""
my $s = "a\x{a0}b c"; my @x = split ' ', $s; print scalar(@x), "\n"; $_ = " p q ";
my @y = split; print scalar(@y), "\n";
""",
    "upper and lower case": r"""
print uc('abc'), lc('ABC'), ucfirst('abc'), lcfirst('ABC'), ucfirst(lc('HELLO')), "\n";
print uc "x$_" for 1 .. 2; print "\n";
""",
    "length and positions": r"""
my $s = 'hello world'; print length $s, " ", index($s, 'o'), " ", index($s, 'o', 5), " ",
rindex($s, 'o'), " ", index($s, 'zz'), "\n"; my $u; print defined length $u ? 1 : 0, "\n";
""",
    "substr": r"""
my $s = 'abcdef'; print substr($s, 1, 3), substr($s, -2), substr($s, 2), substr($s, 0, -2),
"\n"; substr($s, 0, 1) = 'X'; print "$s\n"; substr($s, 1, 2, '--'); print "$s\n";
my $o = substr($s, 0, 2, ''); print "$o $s\n";
""",
    "numbers": r"""
print abs(-3), int(3.7), int(-3.7), sqrt(16), 2 ** 10, " ", hex('ff'), oct('755'),
oct('0x1f'), oct('0b11'), "\n";
print 7 / 2, " ", int(7 / 2), " ", 10 % 3, " ", -10 % 3, " ", 10 % -3, "\n";
""",
    "chr and ord": r"""
print chr(65), ord('a'), ord(''), " ", join(',', map { ord } split //, 'AB'), " ",
lc(chr(90)), "\n";
""",
    "sprintf and friends": r"""
my $s = sprintf('%05d|%-5s|%5.2f|%x|%s', 42, 'ab', 3.14159, 255, 'z'); print "$s\n";
printf "%s has %d\n", 'vm', 3.9; print sprintf('%3d%%', 50), "\n";
""",
    "ref": r"""
print ref([]), ref({}), ref(sub { }), ref(\1), ref(qr/x/), '[', ref('x'), ']', ref(\[]), "\n";
""",
    "wantarray": r"""
sub ctx { return wantarray ? 'list' : defined(wantarray) ? 'scalar' : 'void' } my @l = ctx();
my $s = ctx(); print "$l[0] $s\n";
""",
    "sort": r"""
print join(',', sort qw(b a c)), join(',', sort 10, 9, 2), join(',', sort { $a <=> $b } 10, 9,
2), join(',', sort { $b cmp $a } qw(b a c)), "\n"; my %h = (x => 2, y => 1); print join(',',
sort { $h{$a} <=> $h{$b} } keys %h), join(',', sort {
$h{$b} <=> $h{$a} or $a cmp $b } keys %h), "\n";
""",
    "sort by a sub": r"""
sub by_num { $a <=> $b } print join(',', sort by_num 10, 9, 100), "\n";
my $by = sub { $b <=> $a }; print join(',', sort $by 1, 3, 2), "\n";
print join(',', reverse sort { $a <=> $b } 3, 1, 2), "\n";
""",
    "map and grep": r"""
print join(',', map { $_ * 2 } 1 .. 3), join(',', grep { $_ % 2 } 1 .. 5), join(',', map {
($_, $_) } 1, 2), scalar(grep { /a/ } qw(a b ab)), "\n"; my @m = map { {
n => $_ } } 1 .. 2; print $m[1]{n}, "\n"; my %sq = map { ($_ => $_ ** 2) } 1 .. 3;
print $sq{3}, "\n"; print join(',', grep { !/b/ } qw(a b c)), join(',', map(uc, qw(a b))),
join(',', grep(/x/, qw(x y))), "\n";
""",
    "map with several statements": r"""
my @x = map { my $q = $_; ++$q } 1 .. 3; print "@x\n";
my @y = map { my ($k, $v) = split /=/; "$v:$k" } qw(a=1 b=2); print "@y\n";
my @z = map { my $t = $_; $t =~ s/a/b/; $t } qw(cat hat); print "@z\n";
""",
    "lc in a comparison": r"""
my @x = sort { lc $a cmp lc $b } qw(b A c); print "@x\n";
print "same\n" if lc 'ABC' eq 'abc'; my ($min) = sort { $a <=> $b } 5, 3, 8; print "$min\n";
""",
    "chomp and chop": r"""
my $s = "line\n"; chomp $s; chomp $s; print "[$s]\n"; my $t = "abc"; chop $t; print "$t\n";
my @l = ("a\n", "b\n"); chomp @l; print "@l\n"; chomp(my $u = "x\n"); print "$u\n";
""",
    "defined": r"""
my ($x, $y) = (0, undef); print defined $x ? 1 : 0, defined($y) ? 1 : 0, "\n";
my @l = (undef, 1); print scalar(grep { defined } @l), "\n"; $x = undef;
print defined $x ? 1 : 0, "\n"; undef $x;
""",
    "scalar": r"""
my @x = (1, 2); my $r = \@x; print scalar(@x) . scalar(@$r) . scalar(@{[1, 2, 3]}), "\n";
print "n: " . @x . "\n"; print "last: $#{$r}\n";
""",
    "local time": r"""
my @t = gmtime(86400); print join(',', @t[3, 4, 5]), "\n"; print scalar(gmtime(0)), "\n";
""",
    "lists that repeat": r"""
my @x = (0) x 3; print "@x ", '-' x 5, "\n"; my @y = (1, 2) x 2; print "@y\n";
print '=' x 0, "|", 'ab' x 2.7, "|", 'x' x -1, "|\n";
""",
    "exit": r"""
print "before\n"; exit 3; print "after\n";
""",
    "each of an array": r"""
my @x = qw(a b); while (my ($i, $v) = each @x) { print "$i$v " } print "\n";
for my $i (keys @x) { print $i } print "\n";
""",
    "pos and quotemeta": r"""
print quotemeta('a.b*c'), "\n"; my $s = 'aXbX'; my $p = 0; $p++ while $s =~ /X/g;
print "$p\n";
""",
    "sum of a list with List::Util": r"""
use List::Util qw(sum max min first reduce shuffle uniq any all none sum0 maxstr);
print sum(1 .. 4), max(3, 9, 2), min(3, 1), first { $_ > 2 } 1 .. 5;
print reduce { $a * $b } 1 .. 5;
print " ", join(',', uniq(1, 1, 2)), (any { $_ == 2 } 1, 2) ? 'y' : 'n', sum0(), "\n";
""",
    "elements that exist": r"""
my @g; $g[2] = 'c'; print join(',', map { exists $g[$_] ? 'y' : 'n' } -3 .. 4), scalar(@g), "\n";
$g[0] = undef; print exists $g[0] ? 'y' : 'n', exists $g[1] ? 'y' : 'n'; $g[1] = 5;
print exists $g[1] ? 'y' : 'n'; delete $g[1]; print exists $g[1] ? 'y' : 'n', "\n";
my @u = (undef, 1); print exists $u[0] ? 'y' : 'n'; $#u = 3; print exists $u[3] ? 'y' : 'n', "\n";
my $r; $r->{l}[1] = 2; print exists $r->{l}[0] ? 'y' : 'n', exists $r->{l}[1] ? 'y' : 'n', "\n";
delete $r->{l}[1]; print scalar @{ $r->{l} }, "\n";
""",
    "a script that runs unless another reads it": r"""
sub run { print "runs\n" } run() unless caller; print "read\n" if caller;
""",
}
#: Snippets, and what stands in their drafts.
FORMS = {
    'my @x = grep { $_ > 1 } 1 .. 3; my @y = map { $_ * 2 } @x; print "@y";': ["for"],
    # The user whose rights the program has, not the one who started it.
    'my $file = "/tmp"; print "yes" if -r $file;': ["os.access(file, os.R_OK, effective_ids=True)"],
}


@pytest.mark.parametrize(
    "start", ["$all{x} = $self;", "push @all, $self;", "keep($self);", "my $other = $self;"]
)
def test_an_object_that_was_kept_before_it_was_blessed_is_noted(start: str) -> None:
    perl = f"package F; sub new {{ my $self = {{}}; {start} return bless $self, 'F' }}"
    assert any("bless makes a new object" in why for _, why in snippets.draft(perl).notes)


@pytest.mark.parametrize(
    "start", ["", "$self->{x} = 1;", "my $n = $self->{n}; my @k = keys %$self;"]
)
def test_one_that_nothing_else_has_is_not(start: str) -> None:
    perl = f"package F; sub new {{ my $self = {{}}; {start} bless $self, 'F'; return $self }}"
    assert snippets.draft(perl).notes == ()
