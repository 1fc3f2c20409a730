"""What the drafts do that ``templates`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "functions of modules": r"""
use POSIX qw(floor ceil strftime); use List::Util qw(sum max first reduce);
use Scalar::Util qw(looks_like_number blessed);
print floor(2.7), ceil(2.1), sum(1, 2, 3), max(4, 9, 2), first { $_ > 2 } (1, 3, 5);
print reduce { $a * $b } 1 .. 5;
print strftime(" %Y-%m-%d", gmtime 0), looks_like_number("1e3") ? 1 : 0, defined blessed([])
? 1 : 0, "\n";
""",
    "by the number of arguments": r"""
print index("hello", "l"), index("hello", "l", 3), substr("hello", 1), substr("hello", 1, 3),
join('', reverse 1 .. 3), scalar reverse("abc"), "\n";
""",
    "the topic where nothing is given": r"""
for (" Ab ", "-4", "65") { print lc, uc, length, "|" } for (-4) { print abs, "\n" }
print map({ ord } qw(a b)), map({ lcfirst } qw(AB CD)), "\n";
""",
    "the form of a list and of one value": r"""
my @t = gmtime(86400); my $t = gmtime(0); print "$t[3] $t[5] $t\n"; my ($n) = stat('/') ? 1 : 0;
print "$n\n";
""",
}
