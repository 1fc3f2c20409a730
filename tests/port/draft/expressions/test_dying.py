"""What the drafts do that ``dying`` writes."""

from __future__ import annotations

from tests.port.draft import snippets
from tests.port.draft.snippets import Ran

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "texts with and without their ends": r"""
eval { die "a\n" }; print $@; eval { die "b" };
print $@ =~ /^b at \S+ line 1\.$/ ? "placed\n" : $@; eval { die "x", 1, "\n" }; print $@;
eval { die { code => 7 } }; print $@->{code}, ref $@, "\n"; eval { die [1, 2] }; print "@{$@}\n";
""",
    "dying in the middle": r"""
my %h = (a => 1); my $v = eval { $h{b} // die "no b\n" }; print defined $v ? $v : "none: $@";
sub check { $_[0] or die "false\n"; 'fine' } print check(1), "\n"; eval { check(0) }; print $@;
""",
    "die alone behind an error": r"""
eval { eval { die "old\n" }; die }; print $@; eval { die }; print $@;
eval { eval { die { a => 1 } }; die }; print $@->{a}, "\n";
""",
}


def test_what_nobody_catches_ends_with_its_text(ran: dict[str, Ran]) -> None:
    del ran
    (said,) = snippets.run({"": 'print "before\\n"; die "the end\\n";'}).values()
    said.assert_same_errors()
    assert said.ours.status == 255
