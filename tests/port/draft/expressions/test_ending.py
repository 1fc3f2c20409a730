"""What the drafts do that ``ending`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "END that looks at what isn't set yet": r"""
my $first = 1; if (!@ARGV) { print "usage\n"; exit 2 } my $tmp = "x"; my %seen = (a => 1);
my @l = (1);
my $box = 1; my $ref = \$box;
END { print defined $tmp ? $tmp : 'none', " $first ", scalar(keys %seen), " $#l " }
""",
    "END that asks for it": """END { print "end with $?\\n" } system('false'); exit 3;""",
    "END behind an error": """END { print "end with $?\\n" } die "no\\n";""",
    "END of a program that ends well": """END { print "end with $?\\n" } system('false');""",
    "END that keeps it": """END { my $s = $?; system('false'); $? = $s } print "x"; exit 3;""",
    "END that says another": """END { print "last $?\\n" } END { $? = 4 } exit 3;""",
}
