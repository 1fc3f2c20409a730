"""What the grammar reads in another way than Perl does."""

from __future__ import annotations

import pytest

from sysvirt.port.draft.known import rereading
from sysvirt.port.parser.grammar import parse

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "lines in s///e": r"""
my %r = (a => 1); my $x = "a-q";

eval {
    $x =~ s{(\w)}{
        $r{$1} // die "no $1"
    }ge; 1
} or print $@;
""",
    "ranges without blanks": r"""
my ($n, @l) = (4, 'a' .. 'f');
print join(',', 0..$n-1), '|', join(',', 1..$#l-1), '|', join(',', $n-2..$n+1), '|',
"@l[0..1]", '|', "@l[1..$#l-3]", "\n"; for my $i (0..$n-2) { print $i } print "\n";
my @p = (@l[0..$#l-1])[0..2]; print "@p\n"; print 1.5 . 2, '1' . '..' . '3', "\n";
""",
    "products that are printed": r"""
my ($n, $m) = (6, 4); print $n * 2, "\n"; print $n % $m, "\n"; print $n & $m, "\n";
print $n * $m + 1, ' ', $n * 2 . "x\n"; if ('3x5' =~ /(\d)x(\d)/) { print $1 * $2, "\n" }
""",
    "constants that are multiplied": r"""
use constant KIB => 1024; use constant { MIB => 1024 ** 2 }; print KIB * 2, "\n";
my $x = KIB * 3; my @l = (KIB * 4, MIB % 1000, 5); print "$x @l\n";
print MIB * 2, ' ', KIB + 1, "\n";
""",
    "functions that get one value": r"""
use Scalar::Util qw(blessed looks_like_number); package X;
sub new { return bless {}, shift } package main; my $o = X->new;
print "object\n" if blessed $o && ref $o eq 'X'; print "none\n" unless blessed 'x' || 0;
my @v = map { looks_like_number $_ ? "n$_" : "t$_" } (1, 'a', '2.5'); print "@v\n";
my $r = blessed $o ? 'yes' : 'no'; print "$r\n"; sub half($) { return $_[0] / 2 }
print half 8 > 3 ? "more\n" : "less\n"; print half 8, "\n";
""",
    "elements in texts": r"""
my $r = { l => [1, 2], h => { k => 'v' } }; my $l = [7, 8];
print "${$r}{l}[1] ${$l}[0] ${$r->{h}}{k} ${$r->{l}}[0]\n"; my %h = (l => [3]);
print "${$h{l}}[0]\n";
""",
    "blocks that subs get": r"""
sub apply(&@) { my ($c, @l) = @_; return map { $c->($_) } @l }
print join(',', apply { $_[0] * 2 } 1, 2), "\n";
sub run(&) { return $_[0]->() } run { print "one\n" }; my $v = run { 5 }; print "$v\n";
run { my $x = 1; print "two $x\n" };
""",
    "constants before other signs than a star": r"""
use constant COLORS => qw(red green blue); use constant { LOW => 1, HIGH => 10 };
use constant NAMES => { 1 => 'low', 10 => 'high' }; sub five { 5 }
printf "%.2f %d %s %s\n", LOW * 2, HIGH - LOW, (COLORS)[1], NAMES->{+HIGH};
my @l = (HIGH - LOW, HIGH ** 2, -HIGH, HIGH == 10 ? 'ten' : 'no', HIGH - 1); print "@l\n";
my %h = (-HIGH => 1, -five => 2); print join(',', sort keys %h), ' ', -five, ' ', -LOW + HIGH, "\n";
print $h{-HIGH}, ' ', -other, "\n";
""",
}


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ('"${$x}{y}"', '"$x->{y}"'),
        ('"${$h{l}}[0]"', '"$h{l}->[0]"'),
        ('"\\\\${$x}{y}"', None),
        ('"${x}{y} $x->{y} @{x}[0] @x[0]"', None),
        ('"@{$l}[0, $h{k}[1]]!"', '"@{[ @{$l}[0, $h{k}[1]] ]}!"'),
        ('"@{$h}{a} ${x[0]}"', '"@{[ @{$h}{a} ]} @{[ $x[0] ]}"'),
        ('"@{$l} [0] \\@{$l}[0]"', None),
    ],
)
def test_elements_between_quotes(text: str, again: str | None) -> None:
    (statement,) = parse(text.encode()).root.named_children
    assert rereading.of_quoted(statement.named_children[0]) == again


def test_texts_that_are_not_in_utf_8_are_left() -> None:
    (statement,) = parse(b'"Gr\xf6\xdfe ${x[0]} @{$l}[0]"').root.named_children
    assert rereading.of_quoted(statement.named_children[0]) is None
