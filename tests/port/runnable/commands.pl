#!/usr/bin/perl
# commands: yes
# Other programs: backticks, system, pipes, and how they ended.
use strict;
use warnings;

my $text = `echo one; echo two`;
print "got: $text";
my @lines = `printf 'a\\nb\\nc\\n'`;
chomp @lines;
print scalar(@lines), ": @lines\n";
print "first ends with ", $? >> 8, "\n";

system('exit 3;');
print 'shell ends with ', $? >> 8, "\n";
my $status = system 'true';
print "true: $status\n";
if (system('sh', '-c', 'test "$0" = "a b"', 'a b') == 0) {
    print "words stay words\n";
}
open my $in, '-|', 'printf "%s\n" x y' or die "no pipe: $!";
while (<$in>) {
    chomp;
    print "read $_\n";
}
close $in;
print "closed with $?\n";
open my $out, '|-', 'tr a-z A-Z' or die "no pipe: $!";
$| = 1;
print "before\n";
print $out "through a pipe\n";
close $out;
open(PS, "echo old style |") || die;
my ($old) = <PS>;
close PS;
print $old;
my $missing = system('/nowhere/program 2>/dev/null');
print 'missing: ', $missing >> 8, "\n";
my $dir = qx{cd / && pwd};
print "in $dir";
