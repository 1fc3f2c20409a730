#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
no warnings;
use Sys::Virt;

# A script with mistakes of many kinds, none of which Perl tells before it comes there.

my $conn = Sys::Virt->new(addr => $ARGV[0]);
my ($dom) = $conn->list_domains;

eval { print $dom->get_nam, "\n" };
print "1: $@" if $@;
eval { $conn->get_domain_by_nmae("test") };
if ($@) {
    my $code = eval { $@->cod };
    print "2\n";
}
my ($state) = $dom->get_state;
if ($state == Sys::Virt::Domain->can('STATE_RUNNING')->()) {
    print "3\n";
}
print "running\n" if $state == eval { Sys::Virt::Domain->STATE_RUNING };
print "crushed\n" if $state == eval { &Sys::Virt::Domain::STATE_CRUSHED() };
print "4\n" if $state == $Sys::Virt::Domain::STATE_SHUTOFF;
eval { $conn->get_network_by_name("nothing") };
if (ref($@) =~ /Sys::Virt:Error/) {
    print "5\n";
} elsif (ref($@) eq 'Sys::Virt::Eror') {
    print "6\n";
}
my ($pool) = $conn->list_storage_pools;
eval { $pool->list_volume_names };
my ($net) = $conn->list_all_networks;
eval { $net->get_bridge };
eval { $dom->get_xml_descripton(Sys::Virt::Domain::XML_SECURE) };
eval { for my $snap ($dom->list_snaphots) { print $snap->get_name } };
eval { $dom->get_volume_by_name("x") };
print "done\n";
