"""What the drafts do that ``destroying`` writes."""

from __future__ import annotations

from tests.port.draft.snippets import draft

_CLASS = r"""
package Tracked; sub new { my ($class, $what) = @_; print "+$what ";
return bless { what => $what }, $class }
sub DESTROY { my $self = shift; print "-$self->{what} " } package main;
"""
#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "objects of blocks in each other": _CLASS
    + r"""
{ my $one = Tracked->new('one'); { my $two = Tracked->new('two') } $one = Tracked->new('three') }
print "end\n";
""",
    "objects of a sub, a round and a list": _CLASS
    + r"""
sub f { my $x = Tracked->new('in f'); return 5 } print f(), "\n";
for my $n (1, 2) { my $y = Tracked->new("round $n"); print "in it\n" }
if (1) { my @l = map { Tracked->new($_) } 'a', 'b'; print scalar(@l), "\n" } print "end\n";
""",
    "objects that the script lets go": _CLASS
    + r"""
my $kept = Tracked->new('kept'); undef $kept; my %h = (a => Tracked->new('held')); delete $h{a};
Tracked->new('nobody'); print "end\n";
""",
}


def test_that_python_may_be_later_is_a_note() -> None:
    assert [why for _, why in draft(_CLASS).notes if "later than Perl" in why]
    assert draft("package Plain; sub new { bless {} } sub DESTROY { }").notes == ()
