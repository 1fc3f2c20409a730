"""``chomp`` and ``chop``."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "variables": r"""
my ($x, $y) = ("a\n", "b"); chomp $x; chomp($y); print "$x$y|"; chomp(my $z = "c\n\n");
print "$z|\n"; my $u; chomp $u if defined $u; chop $x; print "[$x]\n"; my $n = "12\n";
chomp $n; print $n + 1, "\n";
""",
    "the topic, and elements": r"""
for ("x\n", "y") { my $c = $_; chomp $c; print $c } my @l = ("p\n", "q\n");
for (@l) { chomp } print "@l\n"; my %h = (k => "v\n"); chomp $h{k}; my $r = { l => ["e\n"] };
chomp $r->{l}[0]; print "$h{k}$r->{l}[0]\n";
""",
    "lists": r"""
my @l = ("a\n", "b", "c\n"); chomp @l; print "@l\n"; chop @l;
print scalar(@l), join('', @l), "|\n"; my ($p, $q) = ("1\n", "2\n"); chomp($p, $q);
print $p + $q, "\n"; chomp(my @m = split /,/, "x\n,y\n"); print "@m\n";
""",
}
