"""What the drafts do that ``imports`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "names that are asked for": r"""
use List::Util qw(max); use POSIX (); print max(1, 5), POSIX::floor(2.5), "\n";
sub min { "mine" } print min(), "\n";
""",
    "one module hides another's function": r"""
use POSIX; use Time::HiRes qw(sleep time); my $t = time; sleep 0.01;
print time - $t < 5 && time - $t > 0.009 ? "short\n" : "no\n";
""",
    "variables of modules": r"""
use FindBin qw($Bin); print length $Bin ? 1 : 0, length $FindBin::Bin ? 1 : 0, "\n";
use File::Basename; print basename($0) =~ /^snippet/ ? "here\n" : "elsewhere\n";
""",
}
