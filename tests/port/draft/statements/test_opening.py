"""What the drafts do that ``opening`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "a file is cut by its handle or its path": r"""
open FILE, '+>', 'c.txt' or die; syswrite FILE, "12345"; print truncate(FILE, 3), -s 'c.txt';
close FILE; truncate 'c.txt', 1; print -s 'c.txt', "\n";
""",
    "write and read": r"""
my $f = "a.txt"; open(my $out, '>', $f) or die; print $out "x=1\ny=2\n"; close $out or die;
open(my $in, '<', $f) or die; my @lines = <$in>; close $in; print scalar(@lines), $lines[1];
open($in, '<', $f) or die; my $first = <$in>; my $all = do { local $/; <$in> };
print $first, $all, -s $f, "\n"; unlink $f; print -e $f ? "there" : "gone", "\n";
""",
    "a file that isn't there": r"""
if (open(my $fh, '<', '/nothing/here')) { print "yes\n" } else { print "no: $!\n", $! + 0, "\n" }
""",
    "append": r"""
for (1 .. 3) { open my $fh, '>>', 'log' or die; print {$fh} "line $_\n"; close $fh }
open my $in, '<', 'log' or die; print while <$in>;
""",
    "folders": r"""
mkdir 'd' or die; for my $n (qw(b a)) { open my $fh, '>', "d/$n" or die; close $fh }
opendir(my $dh, 'd') or die; my @n = sort grep { !/^\./ } readdir $dh; closedir $dh;
print "@n\n"; unlink glob("d/*"); rmdir 'd'; print -d 'd' ? 1 : 0, "\n";
""",
    "a text as a file": r"""
my $text = "a\nb\n"; open my $fh, '<', \$text or die; my $n = 0; $n++ while <$fh>; print "$n $.\n";
""",
}
