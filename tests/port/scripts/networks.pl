#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use Sys::Virt;
use Sys::Virt::Network;

=head1 NAME

networks - what hangs on the networks of a host

=head1 SYNOPSIS

    my $conn = Sys::Virt->new(uri => $uri);
    print $_->get_name for $conn->list_networks;

=cut

my $conn = Sys::Virt->new(address => shift @ARGV);

my $net = eval { $conn->get_network_by_name('lab') };
$net = $conn->define_network(template('lab', 77)) if not $net;
$net->create unless $net->is_active;
$net->set_autostart(1);

=pod

A comment in the middle, with C<< $net->get_nothing >> in it.

=cut

for my $n (sort { $a->get_name cmp $b->get_name } $conn->list_all_networks) {
    print join("\t",
        $n->get_name,
        $n->get_uuid_string,
        ($n->is_active ? $n->get_bridge_name : '-'),
        $n->get_autostart ? 'auto' : 'manual',
        $n->is_persistent ? 'kept' : 'passing'),
        "\n";
    my @leases = eval { $n->get_dhcp_leases };
    print "  $_->{ipaddr} $_->{mac}\n" for @leases;
}

eval {
    $net->update(Sys::Virt::Network::UPDATE_COMMAND_ADD_LAST,
        Sys::Virt::Network::SECTION_IP_DHCP_HOST, -1,
        "<host mac='52:54:00:00:00:01' ip='192.168.77.5'/>",
        Sys::Virt::Network::UPDATE_AFFECT_LIVE);
};
print "update: ", ($@ ? "no" : "yes"), "\n";

my ($description) = $net->get_xml_description =~ m{<bridge name='(\w+)'};
print defined $description ? "$description\n" : "no bridge\n";
$net->destroy;
$net->undefine;

sub template {
    my ($name, $number) = @_;
    return <<"    XML" =~ s/^ {4}//gmr;
    <network>
      <name>$name</name>
      <bridge name='virbr$number'/>
      <forward mode='nat'/>
      <ip address='192.168.$number.1' netmask='255.255.255.0'>
        <dhcp><range start='192.168.$number.10' end='192.168.$number.99'/></dhcp>
      </ip>
    </network>
    XML
}

__END__

print $net->get_name;
