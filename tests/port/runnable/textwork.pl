#!/usr/bin/perl
# Texts: found, cut, turned and padded.
use strict;
use warnings;

use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
my $dom = $conn->get_domain_by_name('test');
my $xml = $dom->get_xml_description;
my $uuid = $dom->get_uuid_string;

# index and substr
my $at = index $xml, '<name>';
my $to = index $xml, '</name>', $at;
print substr($xml, $at + 6, $to - $at - 6), "\n";
print index('abcabc', 'c'), rindex('abcabc', 'c'), index('abcabc', 'x'), "\n";
my $text = 'the quick brown fox';
substr($text, 4, 5) = 'slow';
print "$text\n";
substr $text, 0, 3, 'A';
print "$text\n";
print substr($text, -3), '|', substr($text, 2, -4), '|', substr($text, 7), "\n";

# cases
print join(' ', uc 'abc', lc 'ABC', ucfirst 'abc', lcfirst 'ABC', ucfirst lc 'tEST'), "\n";
print "\Uupper\E and \LLOWER\E and \utitle\n";

# repetition, reversal, length
print '-' x 20, "\n", '=' x length($text), "\n";
print scalar reverse('domain'), "\n";
my @stars = ('*') x 3;
print "@stars\n";

# sprintf
printf "%5s|%-5s|%05d|%+d|%x|%X|%o|%b|%e|%g|%%|%c\n", 'ab', 'cd', 42, 7, 255, 255, 8, 5, 12345.678, 0.0001, 65;
printf "%s has %d of %.2f, %3\$s\n", 'it', 3.99, 1.005;
printf "%-*s|%*d\n", 8, 'wide', 6, 42;
printf "%s\n", join ',', map { sprintf '%03d', $_ } 1 .. 5;
printf "%.3s|%10.2s|\n", 'abcdef', 'xyz';

# split and join
my @parts = split /-/, $uuid;
print scalar(@parts), ": $parts[0] $parts[-1]\n";
print join('+', split //, 'abc'), ' ', join('+', split ' ', "  a  b c "), "\n";
print join('|', split /,/, 'a,b,,c,,'), ' ', join('|', split(/,/, 'a,b,,c,,', -1)), "\n";
print join('|', split /(,)/, 'a,b'), ' ', join('|', split(/,/, 'a,b,c', 2)), "\n";
my ($user, $host) = split /@/, 'root@example.org';
print "$user at $host\n";

# tr
(my $plain = $uuid) =~ tr/a-f//d;
print "$plain\n";
my $letters = ($uuid =~ tr/a-f//);
print "$letters letters\n";
(my $rot = 'Hello') =~ tr/A-Za-z/N-ZA-Mn-za-m/;
print "$rot\n";
(my $squeezed = 'aaabbbccc') =~ tr/a-c//s;
print "$squeezed\n";

# chop, chomp, lc, sprintf of pieces
my $line = "a line\n";
chomp $line;
print "[$line]";
chop $line;
print "[$line]\n";

# trimming as everybody writes it
my @untidy = ("  left", "right  ", "\tboth \n");
s/^\s+|\s+$//g for @untidy;
print join(',', @untidy), "\n";

# numbers in texts
print '10' + 5, ' ', '3 apples' * 2, ' ', "5" . 6, ' ', '0x1A' + 0, ' ', hex('0x1A'), ' ', oct('755'), ' ', oct('0b101'), "\n";
{
    no warnings;
    print 'abc' + 1, ' ', '1e3' + 1, ' ', '  7 ' + 1, ' ', '.5' + 1, "\n";
}
print 10 / 3, ' ', 2 ** 10, ' ', 7 % 3, ' ', -7 % 3, ' ', int(-3.7), ' ', abs(-2), ' ', sqrt(16), "\n";
print 1e21, ' ', 1 / 7, ' ', 1e15 + 0.5, ' ', 3.10, ' ', 1_000_000, ' ', 0.1 + 0.2, "\n";
print 9999999999999999, ' ', 1.0, ' ', 100 * 1.1, ' ', 1e3, "\n";

# comparing
my @compared = map { $_->[0] cmp $_->[1] } (['a', 'b'], ['b', 'a'], ['a', 'a'], ['10', '9']);
print "@compared ", 10 <=> 9, ' ', ('a' lt 'b' ? 'less' : 'more'), "\n";

# increments of texts
my $id = 'az9';
$id++;
print "$id ";
my $zz = 'Zz';
print ++$zz, "\n";
print join(' ', 'a' .. 'e', 'aa' .. 'ad', '08' .. '11'), "\n";

# ord, chr, lc in a sort, x=
print ord('A'), chr(66), ' ', join('', map { chr(ord('a') + $_) } 0 .. 5), "\n";
my $bar = '#';
$bar x= 5;
$bar .= '!';
print "$bar\n";

# sprintf as a table of fields
my %fields = (memory => '2048 MiB', name => 'test', state => 'running');
my $width = 0;
for (keys %fields) { $width = length if length > $width }
printf "%-${width}s : %s\n", $_, $fields{$_} for sort keys %fields;

# wrapped at 30 columns
my $long = 'the guest was started by the operator, and then it was stopped again by the night job';
my $column = '';
for my $word (split ' ', $long) {
    if (length($column) + length($word) + 1 > 30) {
        print "$column\n";
        $column = '';
    }
    $column .= ($column eq '' ? '' : ' ') . $word;
}
print "$column\n";

# thousands
for my $number (1, 1234, 1234567, 1234567.891) {
    my $shown = $number;
    1 while $shown =~ s/^(\d+)(\d{3})/$1,$2/;
    print "$shown ";
}
print "\n";
print lc($uuid) eq $uuid ? "small\n" : "not all small\n";
print "ok\n" if 'test' =~ /^t/ && "1.0" == 1 && "1.0" ne "1";
print join(',', sort { lc $a cmp lc $b or $a cmp $b } qw(b A a B)), "\n";
print sprintf('%s', 1 == 1), '|', (1 == 2), '|', !!1, '|', defined(undef) + 0, "\n";
print ucfirst(join ' ', map { lcfirst } qw(One Two)), "\n";
print "pos: ", join(',', map { sprintf '%s=%d', $_, index('hello', $_) } qw(h l o)), "\n";
