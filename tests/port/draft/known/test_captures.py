"""What the drafts do that ``captures`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "behind if": r"""
my $s = 'a1'; if ($s =~ /(\w)(\d)/) { print "$1 $2 $&\n" } else { print "no\n" }
""",
    "behind and": r"""
my $s = 'a1'; $s =~ /(\d)/ and print "$1\n";
if ($s =~ /(\w)/ && $1 eq 'a') { print "a\n" } print $1, "\n" if $s =~ /(\d)/;
""",
    "behind or die": r"""
my $s = 'x=1'; $s =~ /(\w)=(\w)/ or die 'bad'; print "$1 $2\n"; my ($k, $v) = ($1, $2);
print "$k$v\n";
""",
    "behind next unless": r"""
for (qw(a1 b c2)) { next unless /(\w)(\d)/; print "$1$2 " } print "\n";
for my $l ('k v', 'q') { next if $l !~ /(\w) (\w)/; print "$2\n" }
""",
    "elsif": r"""
for my $s ('n=1', 'x:y', 'zz') { if ($s =~ /(\w)=(\d)/) { print "eq $1 $2\n" }
elsif ($s =~ /(\w):(\w)/) { print "colon $1$2\n" } else { print "none\n" } }
""",
    "one match inside of another": r"""
my $s = 'a:1,2'; if ($s =~ /(\w):(.*)/) { my ($k, $r) = ($1, $2); for my $n (split /,/, $r) {
if ($n =~ /(\d)/) { print "$k$1 " } } print "\n" }
""",
    "a match after another": r"""
my $s = 'ab'; $s =~ /(a)/; my $x = $1; $s =~ /(b)/; my $y = $1; print "$x$y\n";
""",
    "in a conditional expression": r"""
my @r = map { /^(\w+)=/ ? $1 : 'none' } ('a=1', 'b'); print "@r\n";
my $v = 'v=5' =~ /=(\d)/ ? $1 + 1 : 0; print "$v\n";
""",
    "in arguments and texts": r"""
sub show { return "<@_>" } if ('k-v' =~ /(\w)-(\w)/) { print show($1, $2),
" $1-$2 ${1}x $1$2\n"; my %h = ($1 => $2); print $h{k}, "\n" }
""",
    "kept where later code matches again": r"""
if ('a=b' =~ /(\w)=(\w)/) { my $k = $1; (my $v = $2) =~ s/b/c/; print "$k $v\n" }
""",
    "what stands around a match": r"""
if ('hello world' =~ /o w/) { print "[$`|$&|$']\n" }
""",
    "a while loop with groups": r"""
my $t = 'a1 b2'; while ($t =~ /(\w)(\d)/g) { my $k = $1; print "$k-$2;" } print "\n";
""",
    "numbers of groups in expressions": r"""
if ('10x20' =~ /(\d+)x(\d+)/) { print $1 * $2, " ", $1 + $2, " ", $1 > $2 ? 'w' : 'h', "\n";
my @l = ($1) x 2; print "@l\n" }
""",
    "a group that took no part": r"""
if ('b' =~ /(a)?(b)/) { print defined $1 ? 'yes' : 'no', " $2\n" }
""",
    "a pattern in a variable": r"""
my $re = qr/(\w+)@(\w+)/; if ('me@host' =~ $re) { print "$1 at $2\n" }
for my $p (qr/(x)/, qr/(y)/) { print "found $1\n" if 'xy' =~ $p }
""",
    "a sub that matches in between": r"""
sub digits { my $s = shift; return $s =~ /(\d+)/ ? $1 : '' }
if ('k1 v2' =~ /(k\d) (v\d)/) { my $d = digits($1); print "$d $2\n" }
""",
    "where it stood": r"""
if ('foobar' =~ /o(b)/) { print "$-[0] $-[1] $+[0]\n" }
""",
    "groups of an older match where the last one failed": r"""
if ('abc' =~ /(b)/) { 'xyz' =~ /(q)/; print "still $1\n"; 'xyz' =~ /(z)/; print "now $1\n";
'x' =~ /(k)/; print "kept $1\n"; } sub f { my ($t) = @_; return 'none' unless $t =~ /(\d+)/;
my $n = $1; $t =~ /([a-z])/; return "$n $1"; } print f('12a'), ' ', f('12'), ' ', f('a'), "\n";
"k=v" =~ /(\w)=(\w)/ or die; "none" =~ /(\d)=(\d)/; print "$1 $2 $&\n";
for my $x ('a1', '2', 'b') { $x =~ /([a-z])/; $x =~ /(\d)/; print defined $1 ? $1 : 'u', ' ' }
""",
}
