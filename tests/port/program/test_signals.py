"""What the drafts do that ``signals`` writes."""

from __future__ import annotations

from tests.port.program.tables import test_the_draft_prints_the_same  # noqa: F401 - for its table

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "a handler": r"""
my $got = ''; $SIG{USR1} = sub { $got .= shift }; kill 'USR1', $$; sleep 0; print "$got\n";
$SIG{USR1} = 'IGNORE'; kill USR1 => $$; print "alive\n";
""",
    "a handler with a name": r"""
my $n = 0; sub count { $n++ } $SIG{HUP} = \&count; $SIG{USR2} = 'count'; kill HUP => $$;
kill USR2 => $$; print "$n\n";
""",
    "two at once": r"""
my @got; $SIG{USR1} = $SIG{USR2} = sub { push @got, $_[0] }; kill USR1 => $$; kill USR2 => $$;
print "@got\n";
""",
    "a time limit": r"""
my $r = eval { local $SIG{ALRM} = sub { die "late\n" }; alarm 1; select undef, undef, undef, 5;
alarm 0; 1 }; print $r ? "in time\n" : "it is $@";
""",
}
