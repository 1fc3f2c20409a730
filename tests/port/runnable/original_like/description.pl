#!/usr/bin/perl
# args: test:///default test
# args:
# exit: 1

use strict;
use warnings;

use Sys::Virt;

my $uri = "";
if (@ARGV == 2) {
    $uri = shift @ARGV;
}
if (@ARGV != 1) {
    print STDERR "usage: $0 [URI] GUEST\n";
    exit 1;
}

my $vmm = Sys::Virt->new(address => $uri, readonly => 1);
my $wanted = shift @ARGV;

my $guest = $vmm->get_domain_by_name($wanted);

print $guest->get_xml_description(), "\n";
