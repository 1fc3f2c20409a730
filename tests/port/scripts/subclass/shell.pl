#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use My::Virt;

my $virt = My::Virt->new(uri => $ARGV[0], tag => 'shell');
print $virt->get_hostname, " ", $virt->tag, "\n";
for my $dom ($virt->list_domains) {
    print $dom->get_name, ": ", $dom->label, ", ", $dom->get_id, "\n";
    print $dom->get_uuid_string, "\n";
}
my $net = $virt->get_network_by_name('default');
print $net->get_name, "\n";
print "it is one\n" if $virt->isa('Sys::Virt');
