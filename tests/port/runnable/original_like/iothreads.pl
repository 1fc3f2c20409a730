#!/usr/bin/perl
# args: test:///default
use strict;
use warnings;

use Sys::Virt;

my $uri = @ARGV ? shift @ARGV : "";
print "URI $uri\n";
my $vmm = Sys::Virt->new(address => $uri, readonly => 1);

print "Type: ", $vmm->get_type(), "\n";

foreach my $guest (sort { $a->get_id <=> $b->get_id } $vmm->list_all_domains) {
    print "Guest {\n";
    print "  id ", $guest->get_id(), " is '", $guest->get_name(), "'\n";

    my $host = $vmm->get_node_info;
    my @threads = $guest->get_iothread_info(Sys::Virt::Domain::AFFECT_CONFIG);

    foreach my $thread (@threads) {
        print "  Thread {\n";
        foreach (sort { $a cmp $b } keys %{$thread}) {
            if ($_ eq "affinity") {
                print "    ", $_, ": ";
                my @bits = split(//, unpack("b$host->{cpus}", $thread->{$_}));
                print join ("", @bits), "\n";
            } else {
                print "    ", $_, ": ", $thread->{$_}, "\n";
            }
        }
        print "  }\n";
    }
    print "}\n";
}
