"""Variables of loops that have a value of their own around the loop."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "a variable that is there already": r"""
my $i = 'before'; for $i (1 .. 2) { print $i } print "$i\n";
""",
    "one that only loops use": r"""
my $i; for $i (1, 2) { print $i } foreach $i ('a') { print $i } print "\n";
""",
    "one of a package": r"""
our $item = 'kept'; sub show { return $item } for $item (1, 2) { print show() }
print show(), "\n";
""",
    "in a sub": r"""
sub f { my ($n) = @_; for $n (1 .. 3) { } return $n } print f('own'), "\n";
""",
    "behind last": r"""
my $x = 5; for $x (1 .. 9) { last if $x == 3 } print "$x\n";
""",
}
#: Snippets, and what stands in their drafts.
FORMS = {
    "my $i; for $i (1, 2) { print $i }": ["for i in [1, 2]:"],
}
