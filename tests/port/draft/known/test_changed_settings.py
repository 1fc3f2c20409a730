"""Which settings of ``print`` a script changes: it alone gets the helpers that ask for them."""

from __future__ import annotations

import pytest

from tests.port.draft import snippets

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "between and end": r"""
{ local $, = "-"; local $\ = "!\n"; print 1, 2, 3 } print 1, 2, "\n";
""",
    "the joint of lists": r"""
my @x = (1, 2, 3); { local $" = ":"; print "@x\n" } print "@x\n";
""",
    "a handle that is selected": r"""
my $text = ""; open my $fh, '>', \$text; my $old = select($fh); print "inside"; select($old);
close $fh; print "[$text]\n";
""",
}
#: Scripts that read a setting, or only flush, and change nothing.
UNCHANGED = (
    'my @x = (1, 2); print "@x\\n";',
    'select((select(STDERR), $| = 1)[0]); print "a\\n";',
    'print "a\\n" if defined $,; print "b\\n";',
)


@pytest.mark.parametrize("perl", UNCHANGED)
def test_other_scripts_print_plainly(perl: str) -> None:
    made = snippets.draft(perl).text
    assert "print(" in made
    assert "perl_put" not in made
