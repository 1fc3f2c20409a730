#!/usr/bin/perl

use Sys::Virt;

my $vmm = Sys::Virt->new(uri => "test:///default");
my @devices = sort { $a->get_name cmp $b->get_name } $vmm->list_all_node_devices();

foreach my $device (@devices){
    my $above = eval { $device->get_parent() };
    next unless defined $above;
    printf "%s: below %s\n", $device->get_name(), $above;
}
