"""What the drafts do that ``settings`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "a file that is selected is flushed": r"""
open my $out, '>', 'x.txt' or die; { my $old = select $out; $| = 1; select $old }
print $out "line\n"; print -s 'x.txt' ? "there\n" : "kept\n";
open my $more, '>', 'y.txt' or die; select $more; $|++; print "a"; select STDOUT;
print -s 'y.txt' ? "there\n" : "kept\n";
""",
    "what stands between and behind": r"""
use feature 'say'; my @x = (1, 2, 3);
{ local $, = "-"; local $\ = "!\n"; print 1, 2, @x; print "a", "b"; say "said", 1;
printf "%s+%s", 3, 4; print "\n"; }
print "plain", 1, "\n";
""",
    "set for the rest of the script": r"""
my @x = (1, 2); $, = ":"; $\ = "\n"; print 1, 2, 3; for (@x) { print } print map { $_ * 2 } @x;
undef $,; $\ = undef; print 1, 2, "\n";
""",
    "between the elements of a list": r"""
my @x = (1, 2, 3); { local $" = ","; print "@x and @{[4, 5]}\n"; } print "@x\n"; $" = '|';
print "@x[0,1]\n";
""",
    "keys of several values": r"""
my @x = (1, 2); my %h; $h{1,2} = "two"; $h{'a', $x[1]} = 'k';
print join("|", map { join '.', split /$;/, $_ } sort keys %h), "\n";
print $h{1,2}, exists $h{2,1} ? 1 : 0, "\n";
""",
    "another handle": r"""
use feature 'say'; open my $fh, '>', \my $buffer or die; my $old = select($fh);
print "into the buffer";
printf " %d", 5; say " more"; select($old); close $fh; print "out: $buffer";
select(STDERR); print "err\n"; select STDOUT; print "std\n"; print STDOUT "named\n";
print {*STDOUT} "block\n";
""",
    "a handle that isn't kept back, and a short sleep": r"""
select((select(STDOUT), $| = 1)[0]); print "flushed\n"; select(undef, undef, undef, 0.01);
print "end\n";
""",
}
