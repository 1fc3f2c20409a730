"""What the drafts do that ``loops`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "a topic that is local in a condition": r"""
my @q = (1, 2, 0, 3); while (local $_ = shift @q) { print "got $_\n" } print "@q\n";
my @w = qw(a b); print uc, "\n" while local $_ = shift @w;
""",
    "foreach over a list": r"""
for my $x (1, 'a', 2.5) { print "$x " } foreach my $y (reverse 1 .. 3) { print $y }
print "\n";
for my $n (1..3) { print $n } for (qw(a b)) { print } print "\n";
""",
    "foreach changes the elements": r"""
my @x = (1, 2, 3); for my $v (@x) { $v *= 2 } print "@x\n"; $_++ for @x; print "@x\n";
for (@x) { s/^/n/ } print "@x\n";
my ($p, $q) = (" a ", " b "); for ($p, $q) { s/^\s+//; s/\s+$// } print "[$p][$q]\n";
""",
    "foreach over a hash's values changes them": r"""
my %h = (a => 1, b => 2); for my $v (values %h) { $v .= 'x' }
print join(',', map { $h{$_} } sort keys %h), "\n";
""",
    "foreach changes elements of a reference": r"""
my $r = [1, 2]; $_ = $_ + 1 foreach @$r; print "@$r\n"; my %d = (l => [3, 4]);
for my $e (@{ $d{l} }) { $e = $e * 10 } print "@{$d{l}}\n";
""",
    "next and last": r"""
for my $i (1 .. 6) { next if $i % 2; last if $i > 5; print $i } print "\n"; my $n = 0;
while (1) { $n++; next if $n < 3; last if $n == 5; print $n } print "$n\n";
""",
    "labels": r"""
OUTER: for my $i (1 .. 3) { for my $j (1 .. 3) { next OUTER if $j == 2;
last OUTER if $i == 3; print "$i$j " } } print "\n";
my $k = 0; LINE: while ($k < 5) { $k++; for my $w (qw(a b)) {
next LINE if $k == 2; print "$k$w " } } print "\n";
""",
    "while and until": r"""
my $n = 3; while ($n) { print $n--; } until ($n >= 2) { $n++ } print $n;
print $n++ while $n < 5; print "\n"; do { $n-- } while ($n > 2); print "$n\n";
do { $n++ } until $n >= 4; print "$n\n";
""",
    "while that shifts": r"""
my @q = (1, 0, 2); while (defined(my $x = shift @q)) { print "<$x>" } print "\n";
my @w = ([1], [2]); while (my $p = pop @w) { print $p->[0] } print "\n"; my @z = (3, 4);
while (@z) { my $e = shift @z; print $e } print "\n";
""",
    "while over pairs": r"""
my %h = (a => 1); while (my ($k, $v) = each %h) { print "$k=$v\n" } my @l = (1, 2, 3, 4);
while (my ($x, $y) = splice(@l, 0, 2)) { print "$x$y " } print "\n";
""",
    "statements behind their conditions": r"""
my @x = (1, 2, 3); print "$_ " for @x; print "n$_ " foreach grep { $_ > 1 } @x; my $i = 0;
$i += $_ for 1 .. 4; print "$i\n"; print "yes\n" if @x > 2; print "no\n" unless @x;
""",
    "a bare block that is left": r"""
{ print "in\n"; last if 1; print "never\n"; } print "out\n";
""",
    "the loop's variable is its own": r"""
my $i = 'before'; for $i (1 .. 2) { } print "$i\n"; my $j = 7;
for my $j (1, 2) { print $j } print "$j\n";
""",
    "nested loops with one name": r"""
for my $x (1, 2) { for my $x ('a', 'b') { print $x } print $x } print "\n";
for (1, 2) { my $o = $_; for (3, 4) { print "$o$_ " } } print "\n";
""",
    "a list that grows meanwhile": r"""
my @x = (1, 2); my @y; for my $v (@x) { push @y, $v * 2 } print "@y\n"; my $c = 0;
for my $v (@x) { push @x, $v + 10 if @x < 4; $c++ } print "$c @x\n";
""",
    "closures in a loop": r"""
my @subs; for my $i (1 .. 3) { push @subs, sub { return $i * 10 } }
print join(',', map { $_->() } @subs), "\n"; my %do;
for my $n (qw(a b)) { $do{$n} = sub { "$n$_[0]" } } print $do{a}->(1), $do{b}->(2), "\n";
""",
    "the index with the element": r"""
my @x = qw(a b); for my $i (0 .. $#x) { print "$i$x[$i]" } print "\n";
while (my ($i, $e) = each @x) { print "$i$e" } print "\n"; my %h;
$h{$x[$_]} = $_ for 0 .. $#x; print "$h{b}\n";
""",
    "sorted keys": r"""
my %h = (b => 2, a => 1); for my $k (sort keys %h) { print "$k $h{$k}\n"; $h{$k}++ }
foreach (sort { $h{$a} <=> $h{$b} } keys %h) { print "$_ $h{$_}\n" }
""",
    "deleting in a loop": r"""
my %h = (a => 1, b => 2, c => 3); for my $k (keys %h) { delete $h{$k} if $h{$k} % 2 }
print join(',', keys %h), "\n";
""",
    "last in a do while with a block around": r"""
my $n = 0; while (1) { last if ++$n > 3 } print "$n\n"; my $found;
for (1 .. 5) { if ($_ == 3) { $found = $_; last } } print "$found\n";
""",
    "lines of a text": r"""
for my $line (split /\n/, "a\nb\n\nc") { next unless length $line; print "[$line]" }
print "\n";
""",
    "continue": r"""
my $i = 0; while ($i < 3) { next if $i == 1; print $i } continue { $i++ } print "\n";
""",
    "loops over several lists": r"""
my @x = (1, 2); my @y = (3); for my $v (@x, @y, 4) { print $v } print "\n";
""",
    "continue of foreach": r"""
my ($t, $u) = (0, 0); for my $i (1 .. 4) {
next if $i == 2; last if $i == 4;
print $i } continue { $t++ } print " $t\n";
O: for my $i (1, 2) { for my $j (1, 2) { next O if $j == 2;
print "$i$j " } continue { $u++ } } print "$u\n";
""",
    "several elements in each round": r"""
no warnings; my %m = (2 => 'b', 1 => 'a', 3 => 'c'); my @o = (7, 8);
for my ($k, $v) (map { ($_, $m{$_}) } sort keys %m) { next if $k == 2; print "$k$v " }
for my ($x, $y, $z) (1 .. 4) { print "$x", $y // '-', $z // '-', " "; last if $x > 3 }
for my ($x, $y) (@o) { print $x + $y, "\n" }
""",
}
#: What can't be written, and says so: a part of the reason.
LOUD = {
    "my $n = 0; goto DONE; DONE: print $n;": "goto",
    """
my @x = (1); my @y = (2); for my $v (@x, @y) { $v = 0 }
""": "changed by the variable of a loop",
}
#: Snippets, and what stands in their drafts.
FORMS = {
    'for (my $i = 0; $i < 10; $i++) { print "$i\\n" }': ["for i in range(10):", "print(i)"],
    'my %h = (a => 1); for my $k (sort keys %h) { print "$k: $h{$k}\\n" }': [
        "for k in sorted(h):",
        'print(f"{k}: {h[k]}")',
    ],
    'my %h = (a => 1); while (my ($k, $v) = each %h) { print "$k=$v\\n" }': [
        "for k, v in list(h.items()):"
    ],
    'my @x = (1, 2); for my $v (@x) { $v *= 2 } print "@x";': ["in enumerate(x):"],
}
