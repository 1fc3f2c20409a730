"""What the drafts do that ``statements`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "if and unless": r"""
my $n = 5; if ($n > 3) { print "big\n" } elsif ($n > 1) { print "mid\n" }
else { print "small\n" } unless ($n == 5) { print "no\n" } else { print "five\n" }
if (!$n) { print "none\n" } elsif (my $h = $n / 2) { print "$h\n" }
""",
    "statements behind": r"""
my $x = 3; print "a\n" if $x == 3; print "b\n" unless $x == 3; $x++ if $x;
$x += 2 unless $x > 10; print "$x\n"; $x == 6 and print "six\n"; $x == 6 or print "other\n";
print "c\n" if $x and not $x == 7;
""",
    "conditional statements with several forms": r"""
my ($v, @l) = ('', 1, 2); $v ? print "yes\n" : print "no\n"; @l ? push(@l, 3) : pop @l;
print "@l\n"; my $r = @l > 2 ? 'many' : 'few'; print "$r\n"; $v = 'x' unless $v;
$v .= 'y' if $v; print "$v\n";
""",
    "chomp, undef and others as statements": r"""
my $s = "x\n"; chomp $s; chomp(my $t = "y\n"); my @l = (1, 2); undef @l; my %h = (a => 1);
undef %h; my $u = 1; undef $u;
print "$s$t", scalar(@l), scalar(keys %h), defined $u ? 1 : 0, "\n"; my ($p, $q) = (1, 2);
($p, $q) = (); print defined $p ? 1 : 0, "\n";
""",
    "nothing at all": r"""
1; ; 'text'; my $x; if ($x) { } else { } for (1) { } sub nothing { } print "end\n"; 1;
""",
    "lists of statements": r"""
my ($x, $y) = (1, 2); $x++, $y--; print "$x$y\n"; my @l = (3, 1, 2); @l = sort @l;
print "@l\n"; my ($first) = sort { $b <=> $a } @l; print "$first\n";
(my $t = "abc") =~ tr/a/b/; print "$t\n";
""",
    "or die, and or": r"""
my @l = (1); my $x = $l[0] or die 'no'; print "$x\n"; my $y = $l[5] || 'none'; print "$y\n";
open(my $fh, '<', '/no/such/file') or print "cannot\n"; my $z; ($z = 5) or print "never\n";
print "$z\n"; my %o = (a => 0); defined $o{a} or print "undef\n";
exists $o{b} or print "no b\n";
""",
    "or next, or return": r"""
for my $n (0, 1, 2) { $n or next; $n > 1 and last; print "n$n\n" }
sub f { my $x = shift or return 'nothing'; return "got $x" } print f(5), f(0), f(), "\n";
sub g { my ($k) = @_; defined $k or return; return $k } print defined g() ? 1 : 0, g(0), "\n";
""",
    "substr and others on the left": r"""
my $s = 'hello'; substr($s, 0, 1) = 'J'; print "$s\n"; substr($s, -1) = 'y!'; print "$s\n";
my ($a1, $b1) = split /l/, $s, 2; print "$a1|$b1\n"; my @x = (1) x 3; $#x = 0;
print scalar(@x), "\n";
""",
    "comments stay": r"""
# at the top
my $x = 1;    # behind
# before
print $x, "\n";    # the end
=pod

Not run.

=cut
print "after\n";
""",
    "strictures": """
use strict; use warnings; use 5.010; no warnings 'once'; use utf8; use feature qw(say);
say 'ok'; require 5.006; use vars qw($g); $g = 3; say $g;
""",
    "begin and end": r"""
BEGIN { print "begin\n" } print "main\n"; END { print "end\n" } my $x = 1; print "last $x\n";
""",
}
