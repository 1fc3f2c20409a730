"""What the drafts do with several ``local`` at once."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "settings": r"""
{ local ($, , $\) = ("-", "!\n"); print 1, 2; } print "end\n"; { local ($!, $?); print "in\n"; }
""",
    "several variables": r"""
our ($x, $y, @l) = (1, 2); @l = (1, 2);
sub show { print "$x ", defined $y ? $y : 'undef', " @l\n" }
sub f { local ($x, $y) = @_; show(); } f(5, 6); f(7); show();
sub g { local ($x) = @_; local ($y, @l); show(); } g(9, 1); show();
{ local ($x, $y) = ($y, $x); show() } show();
""",
    "elements of a hash": r"""
our %o = (color => 'red', size => 1); sub show {
print join(',', map { "$_=" . (defined $o{$_} ? $o{$_} : 'undef') } sort keys %o), "\n" }
{ local $o{color} = 'blue'; local @o{qw(size weight)} = (2, 3); show() } show();
{ local @o{'size', 'color'}; show() } show();
""",
}
