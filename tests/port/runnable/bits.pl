#!/usr/bin/perl
# Bytes and bits: pack, unpack, vec, masks, and CPU maps.
use strict;
use warnings;

use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
my $dom = $conn->get_domain_by_name('test');

print join(' ', unpack 'C*', pack 'N', 0x01020304), "\n";
print join(' ', unpack('n2 C', pack('n n C', 258, 513, 7))), "\n";
print unpack('H*', pack 'v V', 1, 2), ' ', unpack('H*', 'AB'), ' ', pack('H4', '4142'), "\n";
print length(pack 'A10', 'abc'), '|', pack('A5', 'abc'), '|', unpack('A5', 'abc  '), "|\n";
my ($a1, $b1, $c1) = unpack 'a3 x2 a2 a*', 'abc--deREST';
print "$a1 $b1 $c1\n";
print unpack('%32C*', 'checksum') % 65535, "\n";
print join('.', unpack 'C4', pack 'C4', split /\./, '192.168.122.1'), "\n";
printf "%s\n", unpack 'b8', chr 5;
printf "%s\n", unpack 'B8', chr 5;
print ord(pack 'b8', '10100000'), ' ', ord(pack 'B8', '10100000'), "\n";

my $uuid = $dom->get_uuid;
print length $uuid, ' ', lc join('-', unpack 'H8 H4 H4 H4 H12', $uuid), "\n";
print $dom->get_uuid_string eq join('-', unpack('H8 H4 H4 H4 H12', $uuid)) ? "the same\n" : "another\n";

# Flags.
use constant { READ => 1, WRITE => 2, EXEC => 4 };
my $flags = READ | EXEC;
for my $pair (['read', READ], ['write', WRITE], ['exec', EXEC]) {
    my ($word, $bit) = @$pair;
    print "$word: ", $flags & $bit ? 'on' : 'off', "\n";
}
$flags &= ~READ;
$flags |= WRITE;
$flags ^= EXEC;
print $flags, ' ', 1 << 10, ' ', 0xff >> 4, ' ', ~0 & 0xffff, ' ', 6 & 3, ' ', 6 | 3, ' ', 6 ^ 3, "\n";
print sprintf('%b', 10), ' ', oct('0b1010'), ' ', sprintf('%o', 64), ' ', hex('ff'), ' ', 0b11, ' ', 0o17 // '', "\n" if $] > 5.040;
print sprintf('%b', 10), ' ', oct('0b1010'), ' ', sprintf('%o', 64), ' ', hex('ff'), ' ', 0b11, ' ', 017, "\n";

# CPU maps.
my $map = '';
vec($map, $_, 1) = 1 for 0, 3, 9;
print length $map, ' ', unpack('b*', $map), ' ', vec($map, 3, 1), vec($map, 4, 1), vec($map, 100, 1), "\n";
my @cpus = grep { vec($map, $_, 1) } 0 .. 8 * length($map) - 1;
print "@cpus\n";

sub to_list {
    my @numbers = sort { $a <=> $b } @_;
    my @parts;
    while (@numbers) {
        my $first = my $last = shift @numbers;
        $last = shift @numbers while @numbers && $numbers[0] == $last + 1;
        push @parts, $first == $last ? $first : "$first-$last";
    }
    return join ',', @parts;
}

sub from_list {
    return map { /^(\d+)-(\d+)$/ ? ($1 .. $2) : $_ } split /,/, shift;
}

print to_list(0, 1, 2, 5, 7, 8), ' ', join(' ', from_list('0-2,5,7-8')), "\n";
my ($total, $online) = $conn->get_node_cpu_map;
my $count = unpack '%32b*', $online;
print "$count of $total\n";
my $mask = pack 'b*', join '', map { $_ % 2 } 0 .. 15;
$dom->pin_vcpu(0, $mask);
my @info = $dom->get_vcpu_info;
print to_list(grep { vec($info[0]{affinity}, $_, 1) } 0 .. 15), "\n";
print join(',', map { sprintf '%02X', $_ } unpack 'C*', "\x00\xff\n"), ' ', "\x41\x42" . chr(67), "\n";
