#!/usr/bin/perl
# args: test:///default
use strict;
use warnings;

use Sys::Virt;

my $uri = @ARGV ? shift @ARGV : "";
print "URI $uri\n";
my $vmm = Sys::Virt->new(address => $uri, readonly => 1);

print "Type: ", $vmm->get_type(), "\n";

print "Host {\n";
my $host = $vmm->get_node_info;
foreach (sort { $a cmp $b } keys %{$host}) {
    print "  ", $_, " = ", $host->{$_}, "\n";
}
print "}\n";

print "Library: ", $vmm->get_major_version(), ".", $vmm->get_minor_version(),
    ".", $vmm->get_micro_version(), "\n";

foreach my $guest (sort { $a->get_id <=> $b->get_id } $vmm->list_domains) {
    print "Guest {\n";
    print "  id ", $guest->get_id(), " is '", $guest->get_name(), "'\n";
    print "  uuid ", $guest->get_uuid_string(), "\n";

    my $info = $guest->get_info;
    foreach (sort { $a cmp $b } keys %{$info}) {
        next if $_ eq "cpuTime";
        print "  ", $_, " = ", $info->{$_}, "\n";
    }
    print "}\n";
}
