#!/usr/bin/perl
# runs: no - the test driver has no ports
use strict;
use Sys::Virt;
use Sys::Virt::NetworkPort;

my $c = Sys::Virt->new(uri => 'network:///system');
my %ports;
for my $net ($c->list_all_networks(Sys::Virt::Network::LIST_ACTIVE)) {
    for my $port ($net->list_all_ports) {
        $ports{$port->get_uuid_string} = [ $net, $port ];
    }
}
foreach my $uuid (sort keys %ports) {
    my ($net, $port) = @{ $ports{$uuid} };
    my $params = $port->get_parameters;
    print $net->get_name, " $uuid ", $params->{Sys::Virt::NetworkPort::BANDWIDTH_IN_AVERAGE()} || 0, "\n";
    $port->set_parameters({ Sys::Virt::NetworkPort::BANDWIDTH_OUT_PEAK() => 2048 });
    $port->delete unless $port->get_xml_description =~ /<owner>/;
}
my ($net) = map { $_->[0] } values %ports;
my $new = $net->create_port("<networkport/>", Sys::Virt::NetworkPort::CREATE_VALIDATE);
print $net->get_port_by_uuid($new->get_uuid)->get_uuid_string;
