"""What a sub keeps from call to call."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "a number": r"""
use feature 'state'; sub next_id { state $n = 10; return $n++ }
print next_id(), next_id(), next_id(), "\n";
""",
    "nothing at first": r"""
use feature 'state'; sub first_one {
state $seen; my $was = $seen; $seen = shift;
return $was // 'none' } print first_one('a'), first_one('b'), "\n";
""",
    "a list": r"""
use feature 'state'; sub keep { state @l; push @l, shift; return "@l" }
print keep(1), '|', keep(2), "\n";
""",
    "a name that others have, too": r"""
use feature 'state'; my $n = 'file'; sub one { state $n = 1; return $n++ }
sub two { state $n = 5; return $n++ } sub three { my $n = 'own'; return $n }
print one(), one(), two(), two(), three(), $n, "\n";
""",
    "a reference": r"""
use feature 'state'; sub cached {
my $k = shift; state $cache = {}; $cache->{$k}++;
return join ',', map { "$_$cache->{$_}" } sort keys %$cache } cached('b'); cached('a');
print cached('a'), "\n";
""",
}
#: What can't be written, and says so: a part of the reason.
LOUD = {
    """
use feature 'state'; my $f = sub { state $n = 0; return $n++ };
""": "state outside of a sub",
    """
use feature 'state'; sub f { state $t = time() } f();
""": "what is worked out",
}
#: Snippets, and what stands in their drafts.
FORMS = {
    "use feature 'state'; sub next_id { state $n = 0; return ++$n } print next_id();": ["global n"],
}
