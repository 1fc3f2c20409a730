"""What the drafts do that ``literals`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "numbers": r"""
print 42, " ", -7, " ", 3.14, " ", 1_000_000, " ", 0xff, " ", 0b11, " ", 0o17 // '',
"\n" if 0; print 42, " ", -7, " ", 3.14, " ", 1_000_000, " ", 0xFF, " ", 0b11, " ", 017, " ",
.5, " ", 1., " ", 1e3, " ", 1.5e-3, " ", 6.02E23, "\n";
""",
    "words and texts": r"""
my @w = qw(a b-c d.e 1); my @v = qw/x
y/; print "@w @v ", scalar(@w), "\n";
my %h = (key => 1, -flag => 2, 'quoted key' => 3, 5 => 'five', Upper => 4);
print join(' ', map { "$_=$h{$_}" } sort keys %h), "\n";
print $h{key}, $h{-flag}, $h{'quoted key'}, $h{5}, "\n";
""",
    "lists and hashes": r"""
my $l = [1, [2, 3], { a => [4] }]; print scalar(@$l), $l->[1][1], $l->[2]{a}[0], "\n";
my $h = { list => [1, 2], code => sub { 'c' }, nested => { x => { y => 'deep' } },
undef => undef }; print $h->{list}[1], $h->{code}->(), $h->{nested}{x}{y},
exists $h->{undef} ? 1 : 0, "\n"; my @aoh = ({ n => 1 }, { n => 2 });
print join(',', map { $_->{n} } @aoh), "\n"; my $e = {}; my $el = [];
print scalar(keys %$e), scalar(@$el), "\n";
""",
    "hashes out of lists": r"""
my @p = (a => 1, b => 2); my $h = { @p, c => 3 }; my %m = (%$h, a => 9);
print join(',', map { "$_$h->{$_}" } sort keys %$h), join(',', map {
"$_$m{$_}" } sort keys %m), "\n"; my $n = { map { $_ => 1 } qw(x y) }; print join(',',
sort keys %$n), "\n"; my %o = (list => [@p], 'x', 'y'); print scalar @{ $o{list} }, $o{x},
"\n";
""",
    "references": r"""
my $x = 1; my @l = (1, 2); my %h = (a => 1); sub f { 'f' }
my ($rs, $rl, $rh, $rc) = (\$x, \@l, \%h, \&f); $$rs++; push @$rl, 3; $rh->{b} = 2;
print "$x @l ", join(',', sort keys %h), $rc->(), &$rc(), "\n";
print ref $rs, ref $rl, ref $rh, ref $rc, "\n"; my @copy = @{$rl}; my ($first, @rest) = @$rl;
print "@copy $first @rest\n";
""",
    "boxes": r"""
my $n = 5; my $r = \$n; $$r += 2; ${$r} *= 2; print "$n $$r\n";
sub bump { my $ref = shift; $$ref++; return } bump(\$n); print "$n\n";
my $s = \"const"; print $$s, "\n"; my %t = (v => \$n); ${ $t{v} } = 1; print "$n\n";
""",
    "do blocks": r"""
my $v = do { my $x = 2; $x * 3 }; my @l = do { (1, 2, 3) }; my $s = do { 'last' };
print "$v @l $s\n"; my $c = do { if ($v > 5) { 'big' } else { 'small' } }; print "$c\n";
my @k = do { my %h = (a => 1, b => 2); sort keys %h }; print "@k\n";
""",
    "undef": r"""
my ($u, @l) = (undef, undef, 1);
print defined $u ? 1 : 0, scalar(@l), defined $l[0] ? 1 : 0, "\n"; my $x = 5; undef $x;
print defined $x ? 1 : 0, "\n"; my @e = (); my %h = (a => undef);
print scalar(@e), exists $h{a} ? 1 : 0, defined $h{a} ? 1 : 0, "\n";
""",
    "lines of code": r"""
print __LINE__, " ", __PACKAGE__, "\n"; my $line = __LINE__; print "$line\n";
print __FILE__ =~ /snippet/ ? "file\n" : "no\n";
""",
    "data behind the end": r"""
while (my $l = <DATA>) { chomp $l; print "[$l]"; } print "\n";
__DATA__
one
two
""",
    "nested anonymous things": r"""
my @m = ([1, 2], [3, 4]); my $t = [map { [@$_, 'x'] } @m];
print $t->[1][2], scalar @{ $t->[0] }, $m[0][1], "\n"; my %g;
push @{ $g{$_ % 2 ? 'odd' : 'even'} }, $_ for 1 .. 5; print "@{$g{odd}}|@{$g{even}}\n";
my %d; $d{a}{b}{c}++; $d{a}{b}{c}++; print $d{a}{b}{c}, join(',', keys %{ $d{a} }), "\n";
""",
    "a reference to an element of a hash": r"""
my %h = (a => 1); my $where = \$h{a}; $$where++; print "$h{a} ", ref $where, "\n"; my $tree = {};
for my $key (qw(m c x a)) { my $at = \$tree->{root};
while ($$at) { $at = $key lt $$at->{key} ? \$$at->{left} : \$$at->{right} } $$at = { key => $key } }
print $tree->{root}{left}{left}{key}, $tree->{root}{right}{key}, "\n";
print ref \$tree->{root}, "\n";
""",
}
#: What can't be written, and says so: a part of the reason.
LOUD = {
    'my @l = (1); my $r = \\$l[0]; $$r = 2; print "@l";': "a reference to one element",
}
