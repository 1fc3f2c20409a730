"""What the drafts do that ``conversions`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "numbers as texts": r"""
my @x = (1024/1, 10/4, 1e3, 1.50, 0.1 + 0.2, 1e15, 1e16, -0.0, 2**40, 1_000);
print join(' ', @x), "\n"; print "$x[0]$x[1]\n";
""",
    "texts as numbers": r"""
my @x = ("10", "3 apples", "0x1f", " 7", "1e2", "", "abc", ".5", "-2.5x");
no warnings; print join(' ', map { $_ + 1 } @x), "\n"; my $t = "5"; print $t * 2, $t . 2, "\n";
""",
    "truth": r"""
my ($u, @e, %e);
for my $v (0, 1, "", "0", "0.0", "00", " ", "a", 0.0, "0E0", undef, [], {}) { print $v ? "t" : "f" }
print $u ? 1 : 2, @e ? 1 : 2, %e ? 1 : 2, !1 eq '' ? 'e' : 'n', !0, "\n";
""",
    "truth that is kept": r"""
my $less = 1 < 2; my $more = 1 > 2; my %h = (a => 1 == 1, b => 1 == 2);
print "[$less][$more][$h{a}][$h{b}]", $less + 1, $more + 1, length($more), "\n";
sub is_big { return $_[0] > 5 } print is_big(6), "|", is_big(5), "|", is_big(6) ? 'y' : 'n', "\n";
""",
    "whole numbers": r"""
print int(7.9), int(-7.9), int("12abc"), 7 % 3, -7 % 3, 7.9 % 3, 2 ** 10, 2 ** 0.5 > 1.41
? 'y' : 'n', "\n";
""",
    "what isn't there": r"""
no warnings; my ($x, %h, @l); print "[$x][$h{a}][$l[3]]", $x + 1, $h{n} . "t", "\n"; $x .= "a";
$h{n} += 2; print "$x$h{n}\n";
""",
    "truth of methods of Sys::Virt": r"""
use Sys::Virt; my $c = Sys::Virt->new(uri => 'test:///default'); my ($d) = $c->list_domains;
my %h = (active => $d->is_active, kept => $d->is_persistent); my $on = $d->get_autostart;
print "$h{active} $h{kept} [$on] ", $d->is_updated, $on ? 'y' : 'n', $d->is_active + 1, "\n";
""",
    "nodes of XML in conditions": r"""
use XML::LibXML; my $d = XML::LibXML->load_xml(string => '<a><b t="x" e=""/><c><d/></c></a>');
my $b = $d->findnodes('//b')->get_node(1); my ($n) = $d->findnodes('//none');
print $b ? 'there' : 'none', $n ? 'there' : 'none', " $b->{t} ", $b->{u} // '-', "\n";
$b->setAttribute('t', 'y'); print exists $b->{e} ? 1 : 0, exists $b->{z} ? 1 : 0,
$b->getAttribute('t'), "\n";
my $top = $d->documentElement; my $new = $top->appendChild($d->createElement('n'));
$new->addNewChild('', 'o'); $new->setAttribute('k', 'v'); print $new->toString, "\n";
""",
}
