#!/usr/bin/perl
# args: test:///default test /
# args: test:///default
# exit: 255
use strict;
use warnings;

use Sys::Virt;

die "usage: $0 URI GUEST MOUNT-POINTS\n" unless int(@ARGV) >= 2;

my $uri = shift @ARGV;
my $name = shift @ARGV;
my @points = @ARGV;

print "URI $uri\n";
my $vmm = Sys::Virt->new(address => $uri, readonly => 0);

my $guest = $vmm->get_domain_by_name($name);
my @frozen = $guest->fs_freeze(\@points);
print "Asked for ", scalar(@points), "\n";
