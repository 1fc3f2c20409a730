"""What the drafts do that ``counting`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "three parts": r"""
for (my $i = 0; $i < 3; $i++) { print $i } for (my $j = 5; $j > 0; $j -= 2) { print $j }
print "\n"; my ($x, $y); for ($x = 0, $y = 10; $x < $y; $x += 3, $y--) { print "$x-$y " }
print "\n";
for (my $i = 0; $i < 6; $i++) { next if $i == 2; $i++ if $i == 3; print $i } print "\n";
""",
    "three parts over an array": r"""
my @x = qw(a b c); for (my $i = 0; $i <= $#x; $i++) { print "$i=$x[$i] " } print "\n";
for (my $i = 0; $i < @x; $i++) { print $x[$i] } print "\n";
for (my $i = $#x; $i >= 0; $i--) { print $x[$i] } print "\n";
""",
    "three parts with an end that moves": r"""
my @q = (1); for (my $i = 0; $i < @q; $i++) { push @q, $q[$i] + 1 if $q[$i] < 4; }
print "@q\n";
""",
    "three parts with a start of its own": r"""
my $from = "2"; for (my $i = $from; $i <= 4; $i++) { print $i }
print "\n"; for (my $i = 0; $i < 4; $i++) { last if $i == 2; print $i } print "\n";
""",
}
#: Snippets, and what stands in their drafts.
FORMS = {
    'for (my $i = 0; $i < 10; $i++) { print "$i\\n" }': ["for i in range(10):", "print(i)"],
    "my @x = (1, 2); for (my $i = 0; $i <= $#x; $i++) { print $x[$i] }": [
        "for i in range(len(x)):"
    ],
}
