#!/usr/bin/perl
# args: test:///default test
# args: test:///default
# exit: 255
use strict;
use warnings;

use Sys::Virt;

die "usage: $0 URI GUEST\n" unless int(@ARGV) == 2;

my $uri = shift @ARGV;
my $name = shift @ARGV;

print "URI $uri\n";
my $vmm = Sys::Virt->new(address => $uri, readonly => 0);

my $guest = $vmm->get_domain_by_name($name);

# "hello world" and Enter
my @codes = (
    35, 18, 38, 38, 24,
    57,
    17, 24, 19, 38, 32,
    28,
    );
print scalar(@codes), " keys\n";

$guest->send_key(Sys::Virt::Domain::KEYCODE_SET_LINUX,
                 100,
                 \@codes);
