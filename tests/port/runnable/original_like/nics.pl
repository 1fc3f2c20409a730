#!/usr/bin/perl
use strict;
use warnings;
use Sys::Virt;

my $uri = @ARGV ? shift @ARGV : "test:///default";
my $vmm = Sys::Virt->new(address => $uri, readonly => 1);

my @found = sort { $a->get_name cmp $b->get_name } $vmm->list_node_devices("scsi_host");

print "Adapters here\n";
foreach (@found) {
    print "Adapter: ", $_->get_name(), "\n";
}
