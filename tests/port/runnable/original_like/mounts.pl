#!/usr/bin/perl
# args: test:///default test
use strict;
use warnings;

use Sys::Virt;
use Sys::Virt::Domain;

my $uri = @ARGV ? shift @ARGV : undef;
my $vmm = Sys::Virt->new(uri => $uri);

my $guest = $vmm->get_domain_by_name(shift @ARGV);

my @mounts = $guest->get_fs_info();

foreach my $one (sort { $a->{mountpoint} cmp $b->{mountpoint} } @mounts) {
    printf "%s: %s, %s\n", $one->{mountpoint}, $one->{fstype}, $one->{name};
}
printf "%d in all\n", scalar(@mounts);
