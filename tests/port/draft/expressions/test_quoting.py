"""Texts with values in them: what is a value in which place."""

from __future__ import annotations

import pytest

from tests.port.draft import snippets

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "a list in a pattern, with another joint": r"""
my @x = qw(web.* db); { local $" = '|'; my $re = qr/^(?:@x)$/i;
print join(",", grep { /$re/ } qw(WEB1 db other)), "\n" }
print "web1 db" =~ /@x/ ? "yes\n" : "no\n";
""",
    "values of all kinds in a text": r"""
my ($s, $i, $f, $u, $t) = ('s', 3, 2.50, undef, 5 > 3); no warnings;
print "$s $i $f [$u] $t\n"; my $no = 5 < 3; print "[$no]\n"; my $sum = $i + $f;
print "$sum ${\ ($i * 2)}\n"; my $e = ''; $e .= $i; $e .= 1.0; $e .= "x$i"; print "$e\n";
""",
    "lists in a text": r"""
my @l = (1, undef, 'x'); no warnings; my $r = [1, [2]];
print "@l|@$r[0]|@{[reverse 1 .. 3]}|@l[0, 2]|$#l\n"; my @e; print "[@e]\n";
my %h = (a => [1, 2]); print "@{$h{a}} $h{a}[1] $h{a}->[0]\n";
""",
    "joined": r"""
print join('-', 1, 2.0, 'x', undef // 'u'), join('', ()), join(', ', map {
$_ + 0 } qw(1 02 3.0)), "\n"; my @n = (1.5, 2); my @s = ('a', 'b'); print join(':', @n, @s),
"\n"; my $sep = '|'; print join($sep, @s, scalar(@n)), "\n"; print join("\n", 'x', 'y'), "\n";
""",
    "put together with points": r"""
my ($x, $y) = ('a', 2); my $z = $x . $y . 3 . "q" . $x x 2; print $z, "\n";
print 'n: ' . ($y + 1) . ' ' . ($y > 1 ? 'many' : 'one') . "\n";
print "len " . length($z) . ', uc ' . uc($z) . "\n"; my $l = 'x' . join(',', 1, 2) . 'y';
print "$l\n";
""",
    "quotes in values of a text": r"""
my %h = ('a b' => 1, "it's" => 2); print "$h{'a b'} @{[ join '-', 1, 2 ]}\n"; my $s = "a'b";
print "say \"$s\" and '$s'\n"; my $p = '%s'; print "$p %d 100%\n";
print "{$s} {} \\ {{$p}}\n";
""",
    "calls in texts": r"""
sub name { return "n$_[0]" } my %c = (f => \&name);
print "@{[ name(1) ]} ${\ name(2)} @{[ $c{f}->(3) ]} @{[ map { name($_) } 4, 5 ]}\n";
my $o = { list => [1, 2, 3] }; print "There are @{[ scalar @{ $o->{list} } ]} of them\n";
""",
    "texts over several lines": r"""
my ($n, $c) = ('vm', 2); my $xml = "<domain>
  <name>$n</name>
  <vcpu>$c</vcpu>
</domain>
"; print $xml; print 'raw
$n' . "\n"; print "tab\t$n
end\n";
""",
    "slices and names in braces": r"""
my $l = [7, 8, 9]; my $r = { l => $l, h => { key => 'v', k2 => 'w' } }; my $i = 1; my $x = 's';
my @x = ('a', 'b'); my %x = (k => 'e'); print "@{$l}[0,2] @{$r->{l}}[0..1] @{$l}[$i]@{$l}[-1]\n";
print "@{$r->{h}}{'key', 'k2'} @{$r->{h}}{qw(key k2)} ${$r->{l}}[2] @{[ map { $_ * 2 } @$l ]}[1]\n";
print "${x}[1] ${x}{k} @{x}[1] @{x}{k} ${x[1]} ${x{k}} @{x[0,1]} ${ x } @{ x } @{$l} [0]\n";
print qq{braced @{$l}[0,1] ${x[1]}\n};
""",
}
#: Snippets, and what stands in their drafts.
FORMS = {
    "my ($a1, $n) = ('x', 2); print \"name $a1: $n\\n\";": ['print(f"name {a1}: {n}")'],
    "my @l = ('a', 'b'); print \"all: @l\\n\";": ["print(f\"all: {' '.join(l)}\")"],
}


@pytest.mark.parametrize("perl", [r'print "caf\xe9\n";', r'my $x = "\x{b0}C"; print $x;'])
def test_a_character_that_perl_prints_as_one_byte_is_noted(perl: str) -> None:
    assert any("one byte" in why for _, why in snippets.draft(perl).notes)


@pytest.mark.parametrize("perl", [r'print "\x{263a}\x41\n";', r'use open ":utf8"; print "\xe9";'])
def test_a_character_of_a_known_encoding_is_not(perl: str) -> None:
    assert snippets.draft(perl).notes == ()
