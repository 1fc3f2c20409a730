"""What the drafts do that ``ending`` writes."""

from __future__ import annotations

from tests.port.program.tables import (  # noqa: F401 - for their tables
    test_the_draft_prints_the_same,
    test_what_cannot_be_written_is_loud,
)

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "END that asks for it": """END { print "end with $?\\n" } system('false'); exit 3;""",
    "END behind an error": """END { print "end with $?\\n" } die "no\\n";""",
    "END of a program that ends well": """END { print "end with $?\\n" } system('false');""",
}
#: What can't be written, and says so: a part of the reason.
LOUD = {"END { $? = 4 } print 1;": "what the program ends with"}
