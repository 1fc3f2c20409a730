"""What the drafts do with ``given`` and ``when``."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "given": r"""
use v5.10; no warnings; sub kind { my ($x) = @_; given ($x) { when ('list') { say "a list" }
when ([qw(a b)]) { say "a or b" } when ([1, 2]) { say "1 or 2" } when (/^n(\d)/) { say "n with $1" }
when ($_ > 50 && $_ < 60) { say "large" } when (undef) { say "nothing" } when (7) { say "seven" }
default { say "default $_" } } }
kind($_) for 'list', 'a', 2, 'n5', 55, undef, '7.0', 'zz';
""",
    "when in a loop": r"""
use v5.10; no warnings; sub word { my $w = shift;
for ($w) { when (1) { return 'on' } when ($_ == 2) { return 'off' } } return 'other' }
for my $w (1, 2, 3) { my $r = word($w); say $r }
for (qw(x y z)) { when ('x') { say "is x" } say "not x: $_"; say "why" when 'y'; say "end $_"; }
""",
    "variables to compare with": r"""
use v5.10; no warnings; my %h = (k => 1); my $re = qr/^q/; my @l = (5, 'm'); my $n = 3;
for ('k', 'query', 'm', 3, 'o') { when (%h) { say "key" } when ($re) { say "pattern" }
when (@l) { say "listed" } when ($n) { say "number" } default { say "none" } }
""",
}
#: What can't be written, and says so: a part of the reason.
LOUD = {
    "given ($ARGV[0]) { print 1; when (1) { print 2 } }": "other statements than when",
}
