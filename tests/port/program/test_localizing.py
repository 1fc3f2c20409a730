"""What the drafts do that ``localizing`` writes."""

from __future__ import annotations

import pytest

from tests.port.program import snippets
from tests.port.program.snippets import Ran

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "a variable of the package": r"""
our $level = 1; sub show { print "level $level\n" } sub deeper { local $level = $level + 1; show() } deeper(); show();
""",
    "elements": r"""
our %o = (a => 1); sub show { print join(',', map { "$_=$o{$_}" } sort keys %o), "\n" } sub with { local $o{a} = 5; local $o{b} = 6; show() } with(); show();
{ local $ENV{LANGUAGE_X} = 'de'; print $ENV{LANGUAGE_X}, "\n" } print defined $ENV{LANGUAGE_X} ? 1 : 0, "\n";
""",
    "lists": r"""
our @stack = (1, 2); sub show { print "@stack\n" } sub f { local @stack = (@stack, 3); show() } f(); show();
""",
    "the topic": r"""
for (1 .. 2) { { local $_ = "x"; print } print } print "\n"; sub trim { local $_ = shift; s/^\s+//; s/\s+$//; return $_ } print "[", trim("  a b "), "]\n";
""",
    "it is undone when something dies": r"""
our $x = 1; eval { local $x = 2; die "no\n" }; print "$x $@";
""",
}


@pytest.fixture(scope="module")
def ran() -> dict[str, Ran]:
    return snippets.run(SNIPPETS)


@pytest.mark.parametrize("name", SNIPPETS)
def test_the_draft_prints_the_same(name: str, ran: dict[str, Ran]) -> None:
    ran[name].assert_same()
