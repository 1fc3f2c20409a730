#!/usr/bin/perl
# args: test:///default 0 2
use strict;
use warnings;

use Sys::Virt;
use Time::HiRes qw(time);

my $uri = @ARGV ? shift @ARGV : "";
my $vmm = Sys::Virt->new(address => $uri, readonly => 1);

my $pause = @ARGV ? shift @ARGV : 1;
my $rounds = @ARGV ? shift @ARGV : 1;

my $host = $vmm->get_node_info();
my $cpus = $host->{cpus} > 4 ? 4 : $host->{cpus};

my @used;
my $before;

for (my $c = 0 ; $c < $cpus ; $c++) {
    printf "CPU %3d ", $c;
}
print "\n";

for (my $round = 0 ; $round < $rounds ; $round++) {
    sleep $pause if $round;
    my $now = time;
    for (my $c = 0 ; $c < $cpus ; $c++) {
        # The test driver always has the same figures.
        my $stats = $vmm->get_node_cpu_stats($c);
        my $sum = $stats->{kernel} + $stats->{user};
        if (exists $used[$c]) {
            my $delta = $sum - $used[$c];
            my $elapsed = ($now - $before) * 1000 * 1000 * 1000;
            my $share = $delta * 100 / $elapsed;
            printf "%03.02f%% ", $share;
        }
        $used[$c] = $sum;
    }
    print "\n";
    $before = $now;
}

my ($total, $mask, $online) = $vmm->get_node_cpu_map();

printf "%d CPUs, %d of them online\n", $total, $online;
my @bits = split(//, unpack("b*", $mask));
for (my $i = 0 ; $i < $total ; $i++) {
    printf "  %d: %d\n", $i, $bits[$i];
}
