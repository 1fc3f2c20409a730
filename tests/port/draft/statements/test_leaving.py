"""``next`` and ``last``."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "without labels": r"""
for (1 .. 5) { next if $_ == 2; last if $_ == 4; print } print "\n"; my $i = 0;
while (1) { last if $i++ > 2; next unless $i % 2; print $i } print "\n";
for (my $j = 0; $j < 5; $j++) { next if $j == 1; last if $j == 4; print $j } print "\n";
""",
    "with labels": r"""
A: for my $i (1 .. 3) { B: for my $j (1 .. 3) { next A if $j == 2 && $i == 1;
last B if $j == 3; for my $k (1) {
last A if $i == 3; print "$i$j " } } } print "\n"; OUT: while (1) { for (;;) {
last OUT } } print "out\n";
""",
    "in conditions and expressions": r"""
for my $n (0 .. 3) { $n or next; $n == 2 and next; print $n; last unless $n < 3 } print "\n";
for my $l ("a", "", "b") { length $l || next; print $l; } print "\n"; my %s;
for (qw(a b a)) { next if $s{$_}++; print } print "\n";
""",
    "three levels": r"""
X: for my $a1 (1, 2) { for my $b1 (1, 2) { for my $c1 (1, 2) { next X if $c1 == 2;
print "$a1$b1$c1 " } } } print "\n"; Y: for my $n (1 .. 3) { my $m = 0;
while ($m < 3) { $m++; next Y if $m == $n; print "$n$m " } } print "\n";
""",
    "once more": r"""
my $t = 0; for (1, 2) { $t++; redo if $t == 1; print "$_$t " } print "\n"; my $n = 0;
{ $n++; redo if $n < 3; } print "$n\n";
""",
}
