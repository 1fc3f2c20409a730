#!/usr/bin/perl
# All ways to print: handles, lists, heredocs, formats of lines.
use strict;
use warnings;

use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
my $dom = $conn->get_domain_by_name('test');
my %info = %{ $dom->get_info };
my @names = ('web', 'db');

print "plain", "\n";
print 'single $not @interpolated\n', "\n";
print "a hash: $info{memory}, a method: @{[ $dom->get_name ]}, an element: $names[0] $names[-1] $names[$#names]\n";
print "an expression: ${\ ($info{memory} / 1024)} MiB, an address: root\@example.org, money: \$5\n";
my $ref = { list => [1, 2, 3], hash => { key => 'value' } };
print "deep: $ref->{list}[1] $ref->{hash}{key} $$ref{list}->[0] @{ $ref->{list} } @{$ref->{list}}[0,1]\n";
print "braces: ${\ join '-', @names} ${\scalar @names} and @{names}[0] then $names[0]s and ${names[1]}x\n";
print "not a hash: $names[0]\[0] or $names[0]->x, escaped: \t|\x41\x{263a}|\101\e[0m|\n" =~ s/[^\x00-\x7f]|\e\[0m/?/gr;
print STDOUT "to standard output\n";
print {*STDOUT} "by a glob\n";
my $out = \*STDOUT;
print $out "by a reference\n";
print { $info{memory} ? *STDOUT : *STDERR } "by a choice\n";
printf STDOUT ("%s and %s\n", @names);
printf {$out} "%-6s|%6s|\n", @names;
print STDERR "to standard error\n";
say_it("a sub that prints");

sub say_it { my $fh = select; print "@_\n"; return $fh }

use feature 'say';
say 'said';
say for 1 .. 2;
say join ', ', map { "<$_>" } @names;
say "";

my $name = 'guest';
print <<EOT;
Dear $name,
  you have $info{nrVirtCpu} CPUs@{[ $info{nrVirtCpu} > 1 ? ' (many)' : '' ]}.
EOT
print <<'EOT', "between\n", <<"END";
Nothing here is $interpolated @at all \n.
EOT
Tabs:\t|$name|
END
print <<~INDENTED;
    The blanks before it
      are taken away,
    as far as all have them.
    INDENTED
print lc(<<SHOUT) . "after\n";
LOUD WORDS
SHOUT
my @lines = split /\n/, <<LIST;
one
two

four
LIST
print scalar(@lines), " lines\n";

# A buffer as a handle, and the default handle changed.
my $buffer = '';
{
    open my $fh, '>', \$buffer or die;
    my $old = select $fh;
    print 'into the buffer';
    $| = 1;
    select $old;
    close $fh;
}
print "[$buffer]\n";
my @table = (['Name', 'Memory', 'State'], ['test', $info{memory}, 'runs'], ['a-very-long-name', 5, '']);
foreach my $row (@table) {
    my ($n, $m, $s) = @$row;
    print join('|', sprintf('%-10.10s', $n), sprintf('%10s', $m), sprintf('%-5s', $s)), "|\n";
}
printf "%-20s%s\n", "$_:", $info{$_} for grep { /^m/ } sort keys %info;
printf "%s\n", '-' x 20;
printf "%3d%%\n", 12.7;
printf "%5.1f|%-8s|%08.3f|%+d|% d|%#x|%#o|%e\n", 3.14159, 'ab', 3.14159, 5, 5, 255, 8, 1234.5;
printf '%s %s %s' . "\n", 'a', 'b', 'c';
printf "%2\$s %1\$s\n", 'world', 'hello';
printf "%s\n", sprintf('%03b', 5);
print "ok " x 3, "\n", "=" x 10 . "\n";
print "list: ", (1, 2, 3), " ", join(',', (1) x 3), "\n";
print "sum: " . (1 + 2) . " and " . 3 * 4 . "\n";
print "true: ", (1 > 0), ", false: '", (1 < 0), "'\n";
local $| = 1;
$, = ',';
$\ = "\n";
print 'with', 'separators';
