"""What the drafts do that ``assignments`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "containers behind references are made": r"""
my (%h, $r, $n, @x); my $k = 'x';
@{ $h{$k} }{qw(p q)} = (1, 2); @{ $r->{a}{z} }{qw(p q)} = (3, 4); @{$n}{'a', 'b'} = (5, 6);
@{ $h{l} }[0, 1] = (8, 9); @{ $x[1] }{'k'} = (1); %{ $h{bb} } = (y => 1); my $v; %$v = (a => 1);
$#{ $h{arr} } = 2; print join(',', map { "$_$h{x}{$_}" } sort keys %{ $h{x} }), scalar @{ $h{arr} };
print " $r->{a}{z}{q} $n->{b} $h{l}[1] $x[1]{k} $h{bb}{y} $v->{a}\n";
""",
    "one value": r"""
my $x = 5; my $y = $x; $x = 6; my ($z) = (7, 8); print "$x $y $z\n";
""",
    "several values": r"""
my ($x, $y, $z) = (1, 2); print "$x $y ", defined $z ? 1 : 0, "\n";
my ($first, @rest) = (1, 2, 3); print "$first @rest\n";
my ($k, %o) = ('k', a => 1); print "$k $o{a}\n";
""",
    "swapping": r"""
my ($x, $y) = (1, 2); ($x, $y) = ($y, $x); print "$x $y\n";
my @l = (1, 2, 3); @l[0, 2] = @l[2, 0]; print "@l\n"; ($l[0], $l[1]) = ($l[1], $l[0]);
print "@l\n";
""",
    "a list in an assignment to one value": r"""
my @l = (4, 5, 6); my $n = @l; my ($f) = @l; my $last = $l[-1]; my $c = () = @l;
print "$n $f $last $c\n";
""",
    "counting matches": r"""
my $text = "a,b,c"; my $n = () = $text =~ /,/g; print "$n\n";
""",
    "skipping with undef": r"""
my (undef, $b, undef, $d) = (1, 2, 3, 4); print "$b $d\n";
my ($x, undef, $y) = split /:/, 'a:b:c'; print "$x $y\n";
""",
    "copies of arrays and hashes": r"""
my @x = (1, 2); my @y = @x; push @y, 3; print "@x|@y\n";
my %h = (a => 1); my %g = %h; $g{b} = 2;
print join(',', sort keys %h), join(',', sort keys %g), "\n";
my $r = [@x]; push @$r, 9; print "@x|@$r\n";
""",
    "hashes that are merged": r"""
my %d = (a => 1, b => 2); my %o = (b => 3); my %all = (%d, %o, c => 4);
print join(' ', map { "$_=$all{$_}" } sort keys %all), "\n";
my $r = { %d, x => 9 }; print join(' ', map { "$_=$r->{$_}" } sort keys %$r), "\n";
""",
    "hashes of lists": r"""
my @names = qw(a b c); my %is = map { $_ => 1 } @names; my %h; @h{@names} = (1 .. 3);
print join(' ', sort keys %is), " ", join(' ', map { $h{$_} } @names), "\n";
""",
    "operators that assign": r"""
my $x = 10; $x += 5; $x -= 3; $x *= 2; $x /= 4; $x **= 2; $x %= 7; print "$x\n";
my $s = 'a'; $s .= 'b'; $s x= 3; print "$s\n";
my $f = 7; $f |= 8; $f &= 12; $f ^= 1; $f <<= 2; $f >>= 1; print "$f\n";
""",
    "assigning where nothing is": r"""
my ($a1, $b1, $c1) = (0, undef, 'x'); $a1 ||= 5; $b1 //= 6; $c1 &&= 'y';
print "$a1 $b1 $c1\n";
my %h; $h{x} ||= 3; $h{y} //= 4; $h{n}{m} //= 5; print "$h{x} $h{y} $h{n}{m}\n";
""",
    "appending to nothing": r"""
no warnings; my $s; $s .= 'x'; $s .= 'y'; my $n; $n += 3; $n++; my %h; $h{a} .= 'q';
$h{b} += 2; $h{c}++; $h{d}--;
print "$s $n $h{a} $h{b} $h{c} $h{d}\n";
""",
    "assignments one behind the other": r"""
my ($x, $y); $x = $y = 3; print "$x $y\n"; my $p = my $q = 'z'; print "$p$q\n";
""",
    "the value of an assignment": r"""
my $x; if (($x = 5) > 3) { print "more $x\n" }
(my $copy = "  trim ") =~ s/^\s+|\s+$//g; print "[$copy]\n";
my $n = (my @l = (1, 2, 3)); print "$n\n";
""",
    "a list assigned in a condition": r"""
my @q = ([1, 2], [3, 4]);
while (my $e = shift @q) { my ($x, $y) = @$e; print "$x-$y\n" }
if (my ($k, $v) = "a=b" =~ /(\w)=(\w)/) { print "$k $v\n" }
if (my @found = grep { $_ > 1 } 1 .. 3) { print scalar(@found), "\n" }
unless (my ($z) = "x" =~ /(y)/) { print "none\n" }
""",
    "elements past the end": r"""
my @x; $x[3] = 'd'; print scalar(@x), " ", defined $x[0] ? 1 : 0, " $x[3]\n"; $x[-1] = 'e';
print "$x[3]\n";
""",
    "the length of an array is set": r"""
my @x = (1 .. 5); $#x = 2; print "@x\n"; $#x = -1; print scalar(@x), "\n";
""",
    "what comes to be by itself": r"""
my %h; push @{ $h{list} }, 1, 2; $h{a}{b}{c} = 1; $h{n}[2] = 'x'; my $r; $r->{k}[1] = 5;
print "@{$h{list}} $h{a}{b}{c} $h{n}[2] ", scalar @{ $h{n} }, " $r->{k}[1]\n"; my @m;
$m[1]{x} = 1; print scalar(@m), "\n";
""",
    "hash slices": r"""
my %h; @h{'a', 'b'} = (1, 2); my $r = {}; @{$r}{qw(x y)} = (3, 4); @$r{qw(z)} = (5);
print join(',', map { "$_$h{$_}" } sort keys %h), join(',', map {
"$_$r->{$_}" } sort keys %$r), "\n";
my ($p, $q) = @h{qw(b a)}; print "$p$q\n";
""",
    "what delete gives of several": r"""
my %h = (a => 1, b => 2, c => 3); my ($x, $y) = delete @h{qw(a b)};
print "$x $y ", join(',', keys %h), "\n";
""",
    "a list of do": r"""
my @x = qw(a b a c); my @u = do { my %s; grep { !$s{$_}++ } @x }; print "@u\n";
my $v = do { 1; 2; 42 }; print "$v\n";
my $w = do { if ($v > 40) { 'big' } else { 'small' } }; print "$w\n";
""",
    "a condition as a value": r"""
my $n = 3; my $x = $n > 2 ? 'many' : $n == 2 ? 'two' : 'few'; print "$x\n";
my @l = $n ? (1, 2) : (); print "@l\n";
my ($p, $q) = $n > 5 ? (1, 2) : (3, 4); print "$p$q\n";
""",
    "an element is a copy": r"""
my @x = (1, 2); my $y = $x[0]; $y++; print "@x $y\n"; my @c = map { $_ } @x; $c[0] = 9;
print "@x\n";
""",
    "a reference is no copy": r"""
my @x = (1, 2); my $r = \@x; push @$r, 3; print "@x\n"; my %h = (a => 1); my $s = \%h;
$s->{b} = 2; print join(',', sort keys %h), "\n";
@x = (7); print "@$r\n"; %h = (z => 1); print join(',', keys %$s), "\n"; @$r = (8, 9);
print "@x\n";
""",
    "a hash out of a flat list": r"""
my @l = (a => 1, b => 2); my %h = @l; print $h{b}, scalar(keys %h), "\n";
my %inv = reverse %h; print $inv{2}, "\n";
""",
    "lists of nothing": r"""
my @x = (); my %h = (); my @y = ((), (1), ());
print scalar(@x), scalar(%h) ? 1 : 0, scalar(@y), "\n"; undef @y; print scalar(@y), "\n";
""",
    "my in the middle": r"""
my $total = 0; for my $n (1 .. 3) { my $sq = $n * $n; $total += $sq } print "$total\n";
{ my $total = 5; print "$total\n" } print "$total\n";
""",
    "a comparison that is kept": r"""
my $t = 3 > 2; my $f = 3 < 2; print "[$t] [$f] ", $t + 1, " ", $f + 0, " ", length($f), "\n";
my $neg = !1; my $dbl = !!5; print "[$neg] [$dbl]\n"; my @b = (1 == 1, 1 == 2);
print scalar(@b), " [$b[1]]\n";
""",
    "the result of a substitution": r"""
my $s = "abc"; my $n = ($s =~ s/b/x/); my $m = ($s =~ s/q/x/); print "[$n] [$m] $s\n";
my $k = $s =~ s/[a-z]/-/g; print "[$k] $s\n";
""",
    "what is assigned in a list": r"""
my @src = ("a b", "c d"); for (my @copy = @src) { s/ /_/; print "$_\n" } print "@src\n";
sub f { return join "|", @_ } print f(my @x = (1, 2)), f(my ($p, $q) = (5, 6)), "\n";
my @y = (my @z = (7, 8)); push @y, my @n = (1, 2); print "@y\n"; my ($first) = (my @w = (9, 8));
print "$first\n"; my ($one, @two) = my @three = (1, 2, 3); print "$one @two @three\n";
print join(",", map { "<$_>" } my %h = (a => 1)), "\n"; print scalar(my @c = (1, 2, 3)), "\n";
""",
}
#: Snippets, and what stands in their drafts.
FORMS = {
    'my ($x, $y) = (1, 2); ($x, $y) = ($y, $x); print "$x $y";': ["x, y = y, x"],
    "my $n = 1; $n += 2; my $s = 'a'; $s .= 'b'; print $n, $s;": ["n += 2", 's += "b"'],
}
