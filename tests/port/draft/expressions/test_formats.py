"""What the drafts do that ``formats`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "texts": r"""
printf "%s|%5s|%-5s|%.2s|%5.1s|\n", 'abc', 'abc', 'abc', 'abc', 'abc';
printf "%s %s\n", 1.0, undef // 'u'; printf('%s' . "\n", 'p');
printf "%-10s|%10s|\n", 'left', 'right'; printf "%05s|%c|%%\n", 'ab', 65;
""",
    "whole numbers": r"""
printf "%d|%5d|%-5d|%05d|%+d|% d\n", 42, 42, 42, 42, 42, 42;
printf "%d %d %d\n", 3.99, -3.99, '12abc'; printf "%i %u\n", 7, 8; printf "%d\n", 1e10;
printf "%d\n", 2 ** 53;
""",
    "numbers with a point": r"""
printf "%f|%.2f|%8.3f|%-8.1f|%e|%g|%g\n", 3.14159, 3.14159, 3.14159, 3.14159, 31415.9, 0.0001,
1234567; printf "%.0f %.0f %.0f\n", 0.5, 1.5, 2.5; printf "%g %g %G\n", 1e100, 0.1, 1e-10;
""",
    "other bases": r"""
printf "%x|%X|%#x|%o|%#o|%b|%08b|%#b\n", 255, 255, 255, 8, 8, 5, 5, 5;
printf "%02x%02x\n", 10, 200; printf "%x\n", -1;
""",
    "widths that are given": r"""
printf "%*d|%-*s|%.*f\n", 5, 42, 6, 'ab', 2, 3.14159; my $w = 4; printf "%${w}d|\n", 7;
my $f = '%-' . $w . 's|'; printf "$f\n", 'x';
""",
    "lists": r"""
my @l = ('a', 1); printf "%s=%d\n", @l; my $s = sprintf '%s-%s', map { $_ * 2 } 1, 2;
print "$s\n"; printf "%s\n", join ',', @l; my @f = ('%s %s', 'x', 'y');
print sprintf('%2$s %1$s', 'a', 'b'), "\n"; printf STDOUT "%s\n", 'out';
""",
    "vectors and texts as numbers": r"""
printf "%vd %s\n", '1.22.333', 'x'; printf "%d %s %.1f\n", '0x1A', '1e3', '2.55';
printf "%s\n", 1e3; printf "%s %s\n", 0.1 + 0.2, 1 / 3;
""",
    "too few": r"""
no warnings; printf "%s-%s|\n", 'a'; printf "%d|\n"; print sprintf('%s'), "|\n";
""",
    "in texts": r"""
my ($n, $t) = (3, 'vm'); print "total: " . sprintf('%3d', $n) . "\n";
print "@{[ sprintf '%s!', $t ]}\n";
my @rows = map { sprintf '%-4s%3d', @$_ } ['a', 1], ['bb', 22]; print "$_\n" for @rows;
""",
    "rounding": r"""
print sprintf('%.2f', 2.675), " ", sprintf('%.1f', 0.25), " ", sprintf('%.0f', 3.5), " ",
sprintf('%d', 2.5 + 2.5), " ", int(19.99 * 100), "\n";
""",
}
#: Snippets, and what stands in their drafts.
FORMS = {
    "my ($n, $s) = (3, 'x'); printf \"%-10s %5d\\n\", $s, $n;": [
        'print("%-10s %5d\\n" % (s, n), end="")'
    ],
}
