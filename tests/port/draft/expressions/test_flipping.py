"""What the drafts do that ``flipping`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "a range of rounds as a condition": r"""
for my $l (qw(a =begin b =end c =begin d)) {
    if (my $n = ($l =~ /^=begin/ .. $l =~ /^=end/)) { print "$l $n\n" } else { print "-$l\n" }
}
for (qw(a b a c a)) { print "$_ " if /a/ .. /a/; print "($_) " if /a/ ... /a/ } print "\n";
sub inside { my $x = shift; return ($x == 2) .. ($x == 4) ? 'in' : 'out' }
print join(' ', map { inside($_) } 1 .. 5), "\n";
open my $f, '<', \ "1\n2\n3\n4\n" or die; while (<$f>) { print if 2 .. 3; print "x$_" if /3/ .. 9 }
""",
}
#: What can't be written, and a part of the reason.
LOUD = {
    r"""
for (qw(a b c)) { if (/(a)/ .. /c/) { print "$1\n" } }
""": "with $1 of its patterns",
    r"""
my $f = sub { return $_[0] == 2 .. $_[0] == 3 ? 1 : 0 }; print $f->(2);
""": "in code without a name",
}
