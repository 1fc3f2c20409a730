#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;

use Sys::Virt;

my $uri = shift @ARGV || "qemu:///system";
my $vmm = Sys::Virt->new(address => $uri);

my @domains = sort { $a->get_name cmp $b->get_name } $vmm->list_domains();
my @idle = $vmm->list_defined_domains();

printf "%-4s %-20s %-10s %10s\n", "ID", "NAME", "STATE", "MEMORY";
foreach my $dom (@domains, @idle) {
    my $info = $dom->get_info();
    my $id = $dom->is_active ? $dom->get_id : "-";
    my $state = "unknown";
    if ($info->{state} == &Sys::Virt::Domain::STATE_RUNNING) {
        $state = "running";
    } elsif ($info->{state} == Sys::Virt::Domain::STATE_SHUTOFF) {
        $state = "off";
    } elsif ($info->{state} == Sys::Virt::Domain->STATE_PAUSED) {
        $state = "paused";
    }
    printf "%-4s %-20s %-10s %7d MB\n", $id, $dom->get_name, $state,
        $info->{memory} / 1024;
}
print "\n", scalar(@domains), " active on ", $vmm->get_hostname, "\n";
