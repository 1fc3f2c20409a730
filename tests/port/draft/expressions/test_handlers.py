"""Code that is told of warnings and errors."""

from __future__ import annotations

import pytest

from tests.port.draft import snippets

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "warnings that are collected": r"""
my @w; { local $SIG{__WARN__} = sub { push @w, $_[0] }; warn "one\n"; warn "two"; }
print scalar(@w), ": ", join('', @w);
""",
    "a handler of warnings, and none any more": r"""
$SIG{__WARN__} = sub { print "warned: @_" }; warn "three\n"; $SIG{__WARN__} = 'DEFAULT';
sub note { my ($m) = @_; print "note $m" } $SIG{__WARN__} = \&note; warn "four\n";
$SIG{__WARN__} = 'note'; warn "by name\n";
""",
    "a warning that ends what goes on": r"""
local $SIG{__WARN__} = sub { die "fatal: @_" }; eval { warn "five\n"; print "no\n" }; print $@;
""",
    "an error that is seen": r"""
my $r = eval { local $SIG{__DIE__} = sub { print "dying: $_[0]" }; die "inside\n"; 1 };
print "caught: $@";
""",
    "an error that is changed": r"""
eval { local $SIG{__DIE__} = sub { die "changed: $_[0]" }; die "first\n"; }; print $@;
eval { local $SIG{__DIE__}; die "plain\n" }; print $@;
""",
    "the last words": r"""
$SIG{__DIE__} = sub { print "last: @_"; exit 3 }; die "end\n";
""",
    "only what nobody catches": r"""
$SIG{__DIE__} = sub { die @_ if $^S; my $why = "@_"; chomp $why; print "UNKNOWN $why\n"; exit 3 };
eval { die "inside\n" }; print "caught $@"; my $x = $ARGV[0] or die "nothing given\n"; print $x;
""",
}


@pytest.mark.parametrize("name", ["__WARN__", "__DIE__"])
def test_that_modules_tell_nothing_is_noted(name: str) -> None:
    made = snippets.draft(f"local $SIG{{{name}}} = sub {{ print 'told' }};")
    assert [each for _, each in made.notes if "nothing of modules" in each]
    assert snippets.draft(f"$SIG{{{name}}} = 'DEFAULT';").notes == ()
