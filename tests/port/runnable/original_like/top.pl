#!/usr/bin/perl
# args: test:///default 0 2
use strict;
use warnings;

use Sys::Virt;
use Sys::Virt::Domain;
use Time::HiRes qw(time);

my $uri = @ARGV ? shift @ARGV : "";
my $vmm = Sys::Virt->new(address => $uri, readonly => 1);

my $pause = @ARGV ? shift @ARGV : 1;
my $rounds = @ARGV ? shift @ARGV : 1;

my %names = (
    &Sys::Virt::Domain::STATE_NOSTATE => "none",
    &Sys::Virt::Domain::STATE_RUNNING => "runs",
    &Sys::Virt::Domain::STATE_BLOCKED => "waits",
    &Sys::Virt::Domain::STATE_PAUSED => "paused",
    &Sys::Virt::Domain::STATE_SHUTDOWN => "ends",
    &Sys::Virt::Domain::STATE_SHUTOFF => "off",
    &Sys::Virt::Domain::STATE_CRASHED => "broken",
);

my %used;
my $before;

for (my $round = 0 ; $round < $rounds ; $round++) {
    sleep $pause if $round;
    my $now = time;
    my @guests = $vmm->list_domains;

    if (!($round % 10)) {
        printf " %-4s %-12s %-7s %-5s %-6s\n", "ID", "Guest", "State", "CPU", "Memory";
    }

    foreach my $guest (sort { $a->get_id <=> $b->get_id } @guests) {
        my $uuid = $guest->get_uuid_string;
        my $info = $guest->get_info;

        my $delta = exists $used{$uuid} ? $info->{cpuTime} - $used{$uuid} : 0;
        my $elapsed = defined $before ? ($now - $before) * 1000 * 1000 * 1000 : 0;
        $used{$uuid} = $info->{cpuTime};

        # The test driver's clock is the wall's: the share itself is nothing to compare.
        my $share = $elapsed > 0 ? $delta * 100 / $elapsed : 0;
        $share = $share >= 0 ? 0 : -1;

        printf " %-4d %-12s %-7s %-5s %-4dMB\n", $guest->get_id, $guest->get_name,
            $names{$info->{state}}, (sprintf "%d%%", $share), ($info->{memory} / 1024);
    }
    $before = $now;
    print "\n";
}
