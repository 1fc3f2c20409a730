"""What the drafts do that ``signals`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "handlers of several signals": r"""
@SIG{'INT', 'TERM'} = (sub { print "got $_[0]\n" }) x 2; kill TERM => $$; kill INT => $$;
@SIG{qw(INT TERM)} = (sub { print "int\n" }, 'IGNORE'); kill TERM => $$; kill INT => $$;
""",
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
    "handlers that are looked at": r"""
my $n = 0; sub count { $n++ } print defined $SIG{INT} ? 'set' : 'none', "\n";
$SIG{INT} = 'DEFAULT'; print "$SIG{INT}\n"; $SIG{INT} = undef;
print defined $SIG{INT} ? 1 : 0, "\n";
$SIG{INT} = 'count'; print "$SIG{INT}\n"; kill INT => $$; $SIG{INT} = \&count; kill INT => $$;
print ref $SIG{INT}, " $n\n"; { local $SIG{INT} = 'IGNORE'; print "$SIG{INT}\n"; kill INT => $$ }
{ local $SIG{INT}; print defined $SIG{INT} ? 'set' : 'none', "\n" } print ref $SIG{INT}, "\n";
my $kept = $SIG{INT}; $SIG{INT} = 'IGNORE'; kill INT => $$; $SIG{INT} = $kept; kill INT => $$;
print "$n\n";
""",
    "signals that only the run knows": r"""
$SIG{$_} = sub { print "got $_[0]\n" } for qw(USR1 USR2); kill USR1 => $$; kill USR2 => $$;
""",
    "a handler that is the usual one in a block": r"""
$SIG{USR1} = sub { print "got it\n" }; { local $SIG{USR1}; print "within\n" } kill USR1 => $$;
""",
}

#: What stands in the draft of others.
FORMS = {
    "for my $n (1) { $SIG{USR1} = sub { print 1; print 2 } } print $SIG{USR1};": ["perl_on_signal"],
}
