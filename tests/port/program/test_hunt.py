"""x"""

from __future__ import annotations

import pytest

from tests.port.program import snippets
from tests.port.program.snippets import Ran

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "sub with many returns and contexts": r"""
sub parse { my ($s) = @_; return unless defined $s && length $s; my %r;
for my $p (split /;/, $s) { my ($k, $v) = split /=/, $p; next unless defined $v;
$r{$k} = $v } return wantarray ? %r : \%r } my %h = parse('a=1;b=2;c'); my $r = parse('x=9');
my @none = parse(''); my $u = parse(undef);
print join(',', map { "$_$h{$_}" } sort keys %h), " $r->{x} ", scalar(@none), defined $u
? 1 : 0, "\n"; sub minmax { my @s = sort { $a <=> $b } @_; return @s ? ($s[0],
$s[-1]) : () } my ($lo, $hi) = minmax(3, 1, 2); my @e = minmax(); print "$lo $hi ",
scalar(@e), "\n"; sub maybe { my $f = shift; return $f ? (1, 2) : undef } my @m = maybe(0);
my ($q) = maybe(1); print scalar(@m), $q, "\n";
sub status { my $n = shift; return ($n > 1, "n=$n") } my ($ok, $msg) = status(2);
print $ok ? "ok $msg\n" : "no\n"; my ($ok2) = status(0); print "[", $ok2 ? 1 : 0, "]\n";
print "is: ", (status(5))[1], "\n"; if ((my $c = () = minmax(1, 2)) == 2) { print "two\n" }
""",
    "hash functions": r"""
my %h = (one => 1, two => 2, three => 3); while (my ($k, $v) = each %h) { $h{$k} = $v * 10 }
my @k = sort { $h{$a} <=> $h{$b} } keys %h; print "@k @h{@k}\n";
my %inv = map { $h{$_} => $_ } keys %h; print $inv{20}, "\n";
print exists $h{four} ? 1 : 0, delete $h{one}, scalar(keys %h), "\n";
my ($big) = grep { $h{$_} > 20 } sort keys %h; print "$big\n";
%h = (%h, four => 4, two => 'new'); print join(',', map { "$_=$h{$_}" } sort keys %h), "\n";
my $ref = \%h; print join('|', sort { $a cmp $b } keys %$ref), " ", $$ref{four}, "\n";
for (values %h) { $_ .= '!' } print $h{four}, "\n"; my %n; $n{$_}{count}++ for qw(a b a);
$n{a}{list} = [1]; push @{ $n{a}{list} }, 2;
print join(';', map { "$_:$n{$_}{count}" } sort keys %n), " @{$n{a}{list}}\n";
my @del = delete @n{qw(a zz)};
print scalar(@del), defined $del[1] ? 1 : 0, exists $n{a} ? 1 : 0, "\n"; undef %h;
print %h ? 'full' : 'empty', "\n"; my %c = (list => [1 .. 3]);
my ($x, @rest) = @{ $c{list} }; print "$x|@rest\n"; my %s = map { $_ => 1 } 1 .. 3;
my $cnt = %s ? keys %s : 0; print "$cnt\n";
print join(',', sort { $a <=> $b } map { $_ ** 2 } grep { $s{$_} } 0 .. 5), "\n";
my ($first_key) = sort keys %s; print $first_key, "\n"; if (!%n) { print 'none' }
elsif (keys %n == 1) { print "one left\n" }
""",
    "output handles": r"""
open my $out, '>', 'o.txt' or die; my $old = select $out; print "to file\n"; select $old;
print "to screen\n"; close $out; open my $in, '<', 'o.txt' or die; print "got: ", <$in>;
close $in; open my $dup, '>&', \*STDOUT or die; print $dup "dup\n"; close $dup;
my @h = (\*STDOUT); print { $h[0] } "elem\n"; printf STDOUT ("%s-%s\n", 'a', 'b');
print(STDOUT "paren\n"); my $s = sprintf "%s", 'x'; print STDOUT $s, "\n";
{ open my $w, '>', 'w.txt' or die;
print $w join("\n", 1 .. 3), "\n"; } open my $r, '<', 'w.txt' or die; my @l = <$r>;
print scalar(@l), $l[-1]; close $r; unlink 'o.txt', 'w.txt'; binmode STDOUT, ':utf8';
print "\x{263a}\n"; $| = 1; print STDERR ''; print "done\n";
""",
    "regex tricks": r"""
my $s = "foo=1, bar=22, baz=333"; my %h = $s =~ /(\w+)=(\d+)/g;
print join(';', map { "$_$h{$_}" } sort keys %h), "\n";
(my $t = $s) =~ s/(\w+)=(\d+)/$2=$1/g; print "$t\n"; my @w = $s =~ /\b(\w{3})\b/g;
print "@w\n"; my $n = () = $s =~ /\d/g; print "$n\n"; $s =~ s/(\d+)/<$1>/ for 1;
print "$s\n"; my ($a1, $b1) = "John Smith" =~ /^(\w+)\s+(\w+)$/; print "$b1, $a1\n";
print join('|', split /(?<=,)\s*/, "a, b,c"), "\n";
my $re = join '|', map { quotemeta } ('a.b', 'c+d');
print "c+d" =~ /^(?:$re)$/ ? "m\n" : "n\n"; my $text = "line1\nline2\n";
my @l = $text =~ /^(.+)$/mg; print scalar(@l), "\n";
print "ok\n" if "foobar" =~ /foo(?=bar)/ and "foobaz" !~ /foo(?!baz)/; my $x = "aXbXc";
my @p = split /X/, $x, 2; print "@p\n"; $x =~ s/X(.)/"-" . uc($1)/ge; print "$x\n";
my $c = "hello"; $c =~ s/(.)/$1$1/g; print "$c\n"; $c =~ s/(.)\1/$1/g; print "$c\n";
if ("2024-01-02T03:04" =~ m{^(\d+)-(\d+)-(\d+)T(\d+):(\d+)$}x) { print join('/', $1, $2, $3),
" $4h$5\n" } my $str = "x" x 3 . "y";
print $str =~ /^x{2,}y$/ ? 1 : 0, $str =~ /x+?/ ? $& : '', "\n";
my @f = map { [split /:/] } qw(a:1 b:2); print $f[1][1], "\n"; my $trim = "\t pad \n";
$trim =~ s/^\s*(.*?)\s*$/$1/s; print "[$trim]\n";
my ($k, $v) = split /\s*=\s*/, "key = value = x", 2; print "$k|$v\n";
print "CamelCase" =~ /^(?:[A-Z][a-z]+)+$/ ? "camel\n" : "no\n";
my $count = ($text =~ tr/\n//); print "$count\n"; $_ = "topic line"; my ($first) = /^(\w+)/;
print "$first\n"; print "has\n" if /line/; s/topic/new/; print "$_\n"; my $y = tr/a-z//;
print "$y\n";
""",
    "handles end with their blocks": r"""
for my $n (1, 2) { open my $w, '>', "f$n.txt" or die;
print $w "n$n\n" } { open(my $w, '>>', 'f2.txt') or die;
print {$w} "more\n"; } sub put { my $t = shift; open my $o, '>', 'g.txt' or die; print $o $t;
return } put("sub\n"); if (1) { open my $x, '>', 'h.txt' or die;
print $x "x\n" } for my $f (qw(f1.txt f2.txt g.txt h.txt)) { open my $r, '<', $f or die;
print "$f: ", <$r> } unlink 'f1.txt', 'f2.txt', 'g.txt', 'h.txt';
""",
}


@pytest.fixture(scope="module")
def ran() -> dict[str, Ran]:
    return snippets.run(SNIPPETS)


@pytest.mark.parametrize("name", SNIPPETS)
def test_the_draft_prints_the_same(name: str, ran: dict[str, Ran]) -> None:
    ran[name].assert_same()
