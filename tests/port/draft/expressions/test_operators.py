"""What the drafts do that ``operators`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "arithmetic": r"""
print 7 + 3, 7 - 3, 7 * 3, 7 / 2, 7 % 3, -7 % 3, 7 % -3, 2 ** 8, -2 ** 2, "\n";
print 10 / 5, " ", 1 / 4, " ", 1e3 / 10, " ", 1024 / 1, " ", 2 ** 0.5 > 1.41 ? 1 : 0, " ",
7.5 % 2, "\n"; my ($x, $y) = ('10', '3.5 apples'); no warnings;
print $x + $y, " ", $x * 2, " ", 'abc' + 1, " ", '0x10' + 0, " ", '1e2' * 1, " ", ' 42 ' + 0,
"\n";
""",
    "big and small numbers": r"""
print 999999999999 * 1000, " ", 0.1 * 3, " ", 1e-7 * 1, " ", 1 - 0.9, " ", 1e16, " ",
123456789 * 987654321, "\n"; print int(1e9 * 3.7), " ", 4 * 1024 * 1024 * 1024, " ",
3 / 7 * 7, " ", 1_000 + 1, "\n"; my $kib = 2097152;
print $kib / 1024, " ", $kib / 1024 / 1024, " ", int($kib / 1000), "\n";
""",
    "comparing numbers and texts": r"""
print 1 == 1.0 ? 1 : 0, '1' == 1 ? 1 : 0, 'a' eq 'a' ? 1 : 0, '1.0' eq '1' ? 1 : 0, 10 > 9
? 1 : 0, '10' gt '9' ? 1 : 0, 'abc' lt 'abd' ? 1 : 0, 2 <=> 10, '2' cmp '10', "\n";
my @l = (1) x 3; print @l == 3 ? "three\n" : "no\n"; print "5" + "5", "5" . "5", "\n";
""",
    "logic gives its operands": r"""
my $x = 0 || 'default'; my $y = 'a' && 'b'; my $z = '' // 'def'; my $w = undef // 'u';
my $v = 0 || '' || 'last'; print "$x $y [$z] $w $v\n"; my %h; my $n = $h{n} || 10;
my $m = $h{m} // 5; my $e = '0' || 'zero'; my $f = '0.0' || 'no'; my $g = '00' && 'yes';
print "$n $m $e $f $g\n"; my $t = 5 > 3 && 2 > 1; print "[$t]\n"; my $u = (5 < 3) || 0;
print "[$u]\n";
""",
    "not": r"""
print !0, "[", !1, "]", !!'x', "\n"; my $x = ''; print "empty\n" if !$x;
print "not\n" unless not $x; print "ok\n" if not defined undef;
print !'0' ? 1 : 0, !'0.0' ? 1 : 0, !' ' ? 1 : 0, "\n";
""",
    "what is true": r"""
for my $v (0, 1, '', '0', '00', '0.0', ' ', 'a', -1, 0.0, '0E0', undef) { print defined $v
? "'$v'" : 'undef', $v ? ' yes' : ' no', "\n" } my @e; my %e;
print @e ? 1 : 0, %e ? 1 : 0, [] ? 1 : 0, {} ? 1 : 0, \0 ? 1 : 0, "\n";
""",
    "bits": r"""
print 6 & 3, 6 | 3, 6 ^ 3, 1 << 4, 256 >> 2, ~0 & 0xff, " ", 0b1010 & ~0b10, "\n";
my $f = 0; $f |= 1 << 2; $f |= 1; $f &= ~1; print "$f ", $f & 4 ? 'set' : 'unset', "\n";
print 0xff, " ", 0777, " ", 1 << 33, "\n";
""",
    "bits beyond the 64th": r"""
my $bits = 40; my $mask = 0xffffffff << $bits; print "$mask ", -1 << 8 & 0xffff, "\n";
my $hash = 5381; $hash = ($hash << 5) + ord for split //, 'ab'; $hash <<= 60; print "$hash\n";
print 1 << 64, " ", ~0xff, " ", 1 << $bits, "\n";
""",
    "texts": r"""
print 'a' . 1 + 2, "\n" if 0; print 'a' x 3, '-' x 2.9, 'b' x 0, 'c' x -1, "|", "=" x 10,
"\n"; my $s = 'x'; $s = $s . $s; $s .= $s; print $s, length($s), "\n";
print "a" . 1 . 2 . "\n"; print 1 . 1, " ", 1.5 . '', " ", '3' . 4 + 1, "\n";
""",
    "increments": r"""
my $i = 5; my $a1 = $i++; my $b1 = ++$i; my $c1 = $i--; my $d1 = --$i;
print "$a1 $b1 $c1 $d1 $i\n"; my $s = 'az'; $s++; print "$s "; my $z = 'Zz'; $z++;
print "$z "; my $v = 'a9'; $v++; print "$v "; my $n = '9'; $n++; print "$n "; my $u; $u++;
print "$u "; my $f = 1.5; $f++; print "$f\n"; my %h;
print $h{x}++, $h{x}++, ++$h{x}, " $h{x}\n"; my @l = (1, 2); $l[0]++; $l[1]--; print "@l\n";
""",
    "ranges": r"""
print join(',', 1 .. 5), ' ', join(',', 'a' .. 'e'), ' ', join(',', 'aa' .. 'ad'), ' ',
join(',', '01' .. '04'), ' ', join(',', -2 .. 2), ' ', join(',', 3 .. 1), "\n";
my ($f, $t) = (2, 4); print join(',', $f .. $t), join(',', $f-1..$t+1), join(',', 0..$t-1),
' ', join(',', 2.5 .. 4.5), "\n"; my @x = (1..3, 7..8); print "@x\n";
print join(',', reverse 1..3), ' ', join(',', map { $_ * 2 } 1..3), "\n";
""",
    "conditions": r"""
my $n = 5; print $n > 3 ? 'big' : 'small', $n == 5 ? ' five' : '', "\n";
my $g = $n > 8 ? 'A' : $n > 4 ? 'B' : 'C'; print "$g\n";
print "between\n" if $n > 1 and $n < 10; print "or\n" if $n == 1 or $n == 5;
print "xor\n" if ($n == 5) xor ($n == 6);
print "complex\n" if ($n > 1 && !($n == 3)) || $n == 0;
""",
    "words of logic": r"""
my $ok = 1; my $r = $ok && 'yes' || 'no'; print "$r\n"; my $v; $v = 5 or print "never\n";
print "$v\n"; $ok and print "and\n"; $ok or print "or\n"; my @l = (1, 2);
print "last\n" if $l[-1] == 2 and not $l[5];
""",
    "spaceship and sorting": r"""
print join(',', sort { $a <=> $b || $a cmp $b } 10, 9, 2, 33, 1), ' ', (1 <=> 2), (2 <=> 1),
(1 <=> 1), ('a' cmp 'b'), "\n";
my @r = sort { $a->{n} <=> $b->{n} or $b->{s} cmp $a->{s} } ({ n => 2, s => 'a' }, { n => 1,
s => 'b' }, { n => 1, s => 'c' }); print join(' ', map { "$_->{n}$_->{s}" } @r), "\n";
""",
    "the comma": r"""
my $x = (1, 2, 3)[1]; my @l = (1, 2, (3, 4), ()); my $c = () = (5, 6, 7);
print "$x ", scalar(@l), " $c\n"; my ($p, $q, @r) = (1, 2, 3, 4); print "$p$q@r\n";
""",
    "references that are compared": r"""
my $r = [1]; my $s = $r; my $t = [1]; print $r == $s ? 1 : 0, $r == $t ? 1 : 0, "\n";
print "$r" eq "$s" ? 1 : 0, ref $r eq 'ARRAY' ? 1 : 0, "\n"; my $u;
print defined $u ? 1 : 0, "\n"; print "array\n" if ref($r) eq 'ARRAY';
print "hash\n" unless ref $r eq 'HASH';
""",
    "division and rounding": r"""
print int(7 / 2), int(-7 / 2), " ", 7 % 3, " ", sprintf('%.2f', 10 / 3), " ", 9 / 3, " ",
2 / 3 > 0.66 ? 1 : 0, " ", int(3.999), " ", 1e9 / 3, "\n"; my $mem = 8388608;
printf "%.1f GiB %d MiB\n", $mem / 1024 / 1024, $mem / 1024;
print 100 * 3 / 8, " ", (1 + 2) * 3, " ", 2 + 3 . '', "\n";
""",
    "string operators on numbers": r"""
my $n = 42; print length $n, " ", $n . 'x', " ", substr($n, 0, 1), " ", "$n" eq '42' ? 1 : 0,
" ", reverse(1, 2), " ", scalar reverse($n), " ", $n =~ /^\d+$/ ? 1 : 0, "\n";
print 3.10, " ", 3.10 . '', " ", 1.0 . '', " ", 1_000 . '', " ", 0x10 . '', " ", -5 . '',
"\n";
""",
    "counting beside reads": r"""
my $n = 0; my @l = (5, 6); my %h = (number => ++$n, last => $n == @l);
print "$h{number} [$h{last}]\n"; my @r = ($n + 1, ++$n); print "@r\n"; my $i = 0;
my $s = $l[$i++] . $l[$i]; print "$s\n"; while ($i < 5 && $i++ < 3) { print $i }
print " $i\n";
""",
    "what may not be done": r"""
my @l; my $x = 0; my $y = ($x && push @l, 1) ? 2 : 3; print scalar(@l), "$y\n";
my $z = $x ? push(@l, 3) : 4; print scalar(@l), "$z\n"; my $w = $x || push(@l, 9); print "$w @l\n";
my $v = undef // push(@l, 9); print "$v @l\n"; if ($x and push @l, 4) { print "no\n" }
if (@l and push @l, 4) { print "yes @l\n" }
my $r = $x ? eval { die "x\n"; 1 } : 'kept'; print "$r\n";
sub f { my ($on) = @_; my $t = 'abc'; my $got = $on ? substr($t, 0, 1, 'X') : 'none'; "$got $t" }
print f(0), ' ', f(1), "\n";
""",
    "the operator isa": r"""
use v5.34; use feature 'isa'; no warnings; package Foo { sub new { bless {}, shift } }
package Bar { our @ISA = ('Foo') } package main; my $x = Bar->new; my $t = "Foo";
print $x isa Foo ? 1 : 0, $x isa Bar && !($t isa Foo) ? 1 : 0, [] isa Foo ? 1 : 0, "\n";
""",
    "a variable that is declared on the right side of and": r"""
sub f { my ($l, $m) = @_; if ($l eq 'E' and my ($c) = $m =~ /c=(\d+)/) { return "code $c " }
if ($l eq 'W' && (my $n = () = $m =~ /w/g) > 1) { return "n $n " } return "none " }
print f('E', 'c=5'), f('E', 'x'), f('I', 'c=5'), f('W', 'www'), "\n"; my $line = "x=5";
if (length $line and my ($p, $q) = $line =~ /(\w)=(\d)/) { my $s = sub { "$p$q" };
print $s->(), "\n" }
""",
}
#: What can't be written, and says so: a part of the reason.
LOUD = {
    """
my ($n, $x, $y) = (5, 1, 2); ($n > 3 ? $x : $y) = 9; print "$x $y";
""": "on the left side",
    'my $n = 1; my @l = ($n, $n++); print "@l";': "beside of what changes it",
}
