#!/usr/bin/perl
# args: test:///default test
# args: test:///default
use strict;
use warnings;

use Sys::Virt;
use Sys::Virt::Domain;

my $uri = @ARGV ? shift @ARGV : undef;
my $vmm = Sys::Virt->new(uri => $uri);

my @guests;
foreach my $name (@ARGV) {
    push @guests, $vmm->get_domain_by_name($name);
}

my @all = $vmm->get_all_domain_stats(
    Sys::Virt::Domain::STATS_STATE,
    \@guests,
    Sys::Virt::Domain::GET_ALL_STATS_ENFORCE_STATS);

foreach my $one (@all) {
    print "Guest ", $one->{'dom'}->get_name(), "\n";
    print "  state:  ", $one->{'data'}->{'state.state'}, "\n";
    print "  reason: ", $one->{'data'}->{'state.reason'}, "\n";
}
