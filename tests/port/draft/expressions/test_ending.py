"""What the drafts do that ``ending`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "END that asks for it": """END { print "end with $?\\n" } system('false'); exit 3;""",
    "END behind an error": """END { print "end with $?\\n" } die "no\\n";""",
    "END of a program that ends well": """END { print "end with $?\\n" } system('false');""",
    "END that keeps it": """END { my $s = $?; system('false'); $? = $s } print "x"; exit 3;""",
    "END that says another": """END { print "last $?\\n" } END { $? = 4 } exit 3;""",
}
