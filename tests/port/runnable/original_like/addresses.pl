#!/usr/bin/perl
# args: test:///default test
use strict;
use warnings;

use Sys::Virt;
use Sys::Virt::Domain;

my $uri = @ARGV ? shift @ARGV : undef;
my $vmm = Sys::Virt->new(uri => $uri);

my $guest = $vmm->get_domain_by_name(shift @ARGV);
my @cards = $guest->get_interface_addresses(
    Sys::Virt::Domain::INTERFACE_ADDRESSES_SRC_LEASE);

foreach my $card (@cards) {
    print "Card ", $card->{name}, "\n";
    print "  hardware: ", $card->{hwaddr}, "\n";
    foreach my $address (@{$card->{addrs}}) {
        print "   address: ", $address->{addr}, "/", $address->{prefix}, "\n";
    }
    print "\n";
}
