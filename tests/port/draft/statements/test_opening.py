"""What the drafts do that ``opening`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "read behind what is there": r"""
open my $f, '<', \ "abcdefgh" or die; my $b = "xy"; print read($f, $b, 2, 2), "$b\n";
print read($f, $b, 2, -1), "$b\n"; print read($f, $b, 1, 8), length $b, "\n";
open my $o, '>', 'r.txt'; print $o "hello"; close $o; open $o, '<', 'r.txt'; my $t = '';
while (my $got = sysread($o, $t, 4, length $t)) { print "$got " } print "$t\n";
""",
    "open that forks to print into the child": r"""
$| = 1; my $pid = open my $out, '|-'; defined $pid or die "fork: $!";
if (!$pid) { exec 'tr', 'a-z', 'A-Z' or die } print $out "to the child\n"; close $out or die;
open(OUT, "|-") or do { exec qw(sort) or die }; print OUT "b\na\n"; close OUT; print "end $?\n";
""",
    "open that forks to read from the child": r"""
my $pid = open(my $in, '-|') // die; if (!$pid) { print "child\n"; exit 3 }
print while <$in>; print close($in) ? "well" : "not well", " ", $? >> 8, "\n";
open(IN, "-|") || exec 'echo', 'safe', '*'; my @l = <IN>; close IN; print @l;
my $other = open my $more, '-|', '-'; exit !print "dash\n" unless $other; print <$more>;
""",
    "the number of a program behind a pipe": r"""
my $pid = open(my $in, '-|', 'echo a') or die; print $pid =~ /^\d+$/ ? "a number" : "none", <$in>;
my $no = open(my $none, '<', '/nothing/here') || 'undef'; print "$no\n"; close $in;
""",
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

#: What can't be written, and a part of the reason.
LOUD = {
    r"""
my $pid = open(STDOUT, '|-'); print $pid;
""": "open that forks on a standard handle",
}
