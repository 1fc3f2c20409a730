#!/usr/bin/perl
# args: test:///default test test:///default vda vdb
# args: test:///default
# exit: 255
use strict;
use warnings;

use Sys::Virt;
use Sys::Virt::Domain;

if (int(@ARGV) < 4) {
    die "usage: $0 URI GUEST TARGET DISK...";
}

my $uri = shift @ARGV;
my $vmm = Sys::Virt->new(uri => $uri);

my $guest = $vmm->get_domain_by_name(shift @ARGV);
my $target = shift @ARGV;
my @disks = @ARGV;

print "Moving ", $guest->get_name, " with @disks to $target\n";

$guest->migrate_to_uri(
    $target,
    {
        Sys::Virt::Domain::MIGRATE_PARAM_MIGRATE_DISKS => \@disks,
    },
    Sys::Virt::Domain::MIGRATE_PEER2PEER,
);
