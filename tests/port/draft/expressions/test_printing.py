"""What the drafts do that ``printing`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "print": r"""
print "a", 'b', 1, 2.5, "\n"; print("c", "d\n"); my @l = (1, 2, 3); print @l, "\n";
print "@l\n"; print "n: ", scalar(@l), "\n"; print "x" . "y" . "\n";
print join(',', @l) . "\n"; print 1 + 2, "\n"; print "a" x 3, "\n";
""",
    "say": """
use feature 'say'; say 'one'; say "two ", 3; my @l = (1, 2); say @l; say "@l"; say for @l;
say join '-', @l; say '';
""",
    "print of products": r"""
my ($n, $m) = (3, 4); print $n * 2, "\n"; print $n * $m, "\n"; print $n % 2, "\n";
print $n ** 2, "\n"; print $n - 1, "\n"; print $n / 2, "\n"; print $n . "\n";
print $n & 1, "\n"; print $n < $m, "\n"; print $n x 2, "\n";
""",
    "handles": r"""
print STDOUT "out\n"; print {*STDOUT} "glob\n"; my $fh = \*STDOUT; print $fh "ref\n";
print {$fh} "block\n"; printf {$fh} "%s\n", 'f'; my %h = (o => $fh);
print { $h{o} } "in a hash\n"; $fh->print("method\n"); STDOUT->printf("%d\n", 5);
""",
    "flushing": """
$| = 1; print "flushed
"; $|++; STDOUT->autoflush(1); print "more
";
""",
    "conditions and loops": r"""
print "yes\n" if 1; print "no\n" if 0; print "$_," for 1 .. 3; print "\n";
print((1 > 0) ? "t\n" : "f\n"); print +(1, 2)[1], "\n"; print "a" , "b" if 1; print "\n";
""",
    "what print gives": r"""
my $r = print "x\n"; print "$r\n"; print "ok\n" or die;
""",
    "undef and lists of nothing": r"""
no warnings; my ($u, @e); print $u, @e, "|", "@e", "|\n"; print "[", undef, "]\n";
print '', "\n";
""",
    "truth": r"""
print 1 == 1, "|", 1 == 2, "|", !1, "|", !0, "|", defined(undef) + 0, "\n"; my $t = (5 > 3);
print "t=$t f=", (3 > 5), "\n"; print "b: " . (1 && 'x') . (0 || 'y') . "\n";
""",
    "heredocs": r"""
my $n = 'vm'; print <<"A", "after\n"; print <<'B'; print <<~C;
Hello $n
  @{[ 1 + 1 ]}
A
raw $n\n
B
    in
      deeper
    C
""",
    "numbers": r"""
print 10, " ", 1e3, " ", 1_000_000, " ", 0x1f, " ", 0b101, " ", 017, " ", 1.50, " ", 1e21,
" ", 1e15, " ", 123456789012345678, "\n";
print 1/3, " ", 1e-5, " ", 0.1 + 0.2, " ", 1024/1, " ", 1e15 + 0.5, " ", -0.0, " ", 3.0, " ",
1.10, "\n"; print 9**20, " ", 2**63, " ", 2**64, " ", -7 / 2, " ", 1e100, "\n";
""",
    "what is between": r"""
{ local $, = '-'; print 1, 2, "\n" } { local $" = ','; my @l = (1, 2); print "@l\n" }
""",
}
#: Snippets, and what stands in their drafts.
FORMS = {
    "my ($n, $s) = (1, 'x'); print \"$s has $n\\n\";": ['print(f"{s} has {n}")'],
    "my $x = 'a'; print STDERR \"oops $x\\n\";": ['print(f"oops {x}", file=sys.stderr)'],
}
