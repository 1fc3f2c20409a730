"""What the drafts do that ``handles`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "standard handles": r"""
print STDOUT "out\n"; print {*STDOUT} "glob\n"; my $fh = \*STDOUT; print $fh "kept\n";
printf STDOUT "%d\n", 3; STDOUT->autoflush(1);
""",
    "handles without a dollar": r"""
open(FH, '>', "f.txt") or die "no: $!"; print FH "one\ntwo\n"; close(FH);
open(FH, "f.txt") or die; while (<FH>) { chomp; print "[$_]"; } close FH; print "\n";
unlink "f.txt";
""",
    "a handle that a sub gets": r"""
sub say_to { my ($fh, $text) = @_; print $fh "$text\n" } say_to(\*STDOUT, "hello");
say_to(*STDOUT, "again");
""",
    "data behind the program": r"""
while (my $line = <DATA>) { chomp $line; print "<$line>" } print "\n";
__DATA__
one
two
""",
}
