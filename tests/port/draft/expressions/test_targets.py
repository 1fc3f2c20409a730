"""What the drafts do that ``targets`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "elements that make what they need": r"""
my (%h, @l, $r); $h{a}{b}[2]{c} = 1; $l[3] = 'x'; $r->{list}[1] = 5; $h{n}++; $h{s} .= 'ab';
$h{t} ||= 7; $h{t} //= 8; push @{ $h{p}{q} }, 1, 2;
print join(',', sort keys %h), scalar @{ $h{a}{b}
}, scalar(@l), defined $l[0] ? 1 : 0, scalar @{ $r->{list} }, "$h{n}$h{s}$h{t}@{ $h{p}{q} }\n";
""",
    "several at once": r"""
my ($x, $y) = (1, 2); ($x, $y) = ($y, $x); my %h; ($h{a}, my @rest) = (5, 6, 7);
my ($p, undef, $q) = (1, 2, 3); @h{qw(b c)} = (8, 9); print "$x$y$h{a}@rest$p$q$h{b}$h{c}\n";
""",
    "the variable of a loop is the element": r"""
my @l = (1, 2, 3); $_ *= 2 for @l; for my $x (@l) { $x++ } my %h = (a => 1);
$_ += 5 for values %h; my ($p, $q) = (' a ', ' b '); s/^\s+|\s+$//g for $p, $q; print "@l $h{a}
[$p$q]\n";
""",
    "what a variable points to": r"""
my ($n, $s) = (1, 'a'); my $r = \$n; $$r += 4; my $t = \$s; $$t .= 'b'; sub up { my $x = shift;
$$x = uc $$x } up(\$s); print "$n $s ", ref $r, "\n"; my $c = \my @l; push @$c, 1;
print scalar(@l), "\n";
""",
    "parts of a text": r"""
my $t = "abcdef"; substr($t, 1, 2) = 'XY'; substr($t, 0, 1, ''); my $u = $t;
substr($u, -1) = '!'; print "$t $u\n"; my $v = ''; vec($v, 3, 1) = 1; print ord $v, "\n";
""",
    "a hash of the file that a sub empties": r"""
sub fill { undef %all; for $each (1, 2) { $all{$each} = $each }
print join(",", sort keys %all), "\n" }
fill(); fill();
""",
}
