#!/usr/bin/perl
# exit: 255

use Sys::Virt;

my $vmm = Sys::Virt->new(uri => "test:///default", readonly => 1);

$net = $vmm->get_network_by_name("default");

print "Leases of ", $net->get_name, "\n";
foreach my $one ($net->get_dhcp_leases()) {
    print "On ", $one->{iface}, "\n";
    print "  hardware: ", $one->{mac}, "\n";
    print "   address: ", $one->{ipaddr}, "\n";
    print "      name: ", $one->{hostname}, "\n" if $one->{hostname};
    print "\n";
}
