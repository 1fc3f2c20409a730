#!/usr/bin/perl
# exit: 255
use warnings;
use strict;

use Sys::Virt;

my $pages = shift @ARGV || 200;
my $pause = shift @ARGV || 100;

my $uri = "test:///default";
my $vmm = Sys::Virt->new(address => $uri);

my %wanted = (
    Sys::Virt::NODE_MEMORY_SHARED_PAGES_TO_SCAN => $pages,
    Sys::Virt::NODE_MEMORY_SHARED_SLEEP_MILLISECS => $pause,
);
foreach my $key (sort keys %wanted) {
    printf "%s: %d\n", $key, $wanted{$key};
}

my $params = $vmm->get_node_memory_parameters();

foreach my $key (keys %{$params}) {
    printf "%s: %d\n", $key, $params->{$key};
}

$vmm->set_node_memory_parameters(\%wanted);
