#!/usr/bin/perl
# runs: no - needs Sys::Guestfs and Net::SSH::Perl
use strict;
use warnings;
use Sys::Guestfs;
use Net::SSH::Perl;
use Sys::Virt;

# $g is libguestfs's, $ssh a login: with names that libvirt has, too.

my $conn = Sys::Virt->new(uri => 'qemu:///system', readonly => 1);

sub inspect {
    my $dom = shift;
    my $g = Sys::Guestfs->new;
    eval { $g->add_libvirt_dom($dom, readonly => 1); 1 } or do {
        for my $disk ($dom->get_xml_description =~ /<source file='(.*?)'/g) {
            $g->add_drive($disk, readonly => 1);
        }
    };
    $g->launch;
    my %found = (name => $dom->get_name);
    foreach my $root ($g->inspect_os) {
        $found{os} = $g->inspect_get_product_name($root);
        $found{host} = $g->inspect_get_hostname($root);
    }
    $g->shutdown;
    $g->close;
    return \%found;
}

sub login {
    my ($dom) = @_;
    my ($address) = map { $_->{addrs}[0]{addr} } $dom->get_interface_addresses(Sys::Virt::Domain::INTERFACE_ADDRESSES_SRC_LEASE);
    my $ssh = Net::SSH::Perl->new($address);
    $ssh->login('root');
    return $ssh;
}

for my $dom ($conn->list_domains) {
    my $found = inspect($dom);
    my $session = login($dom);
    my ($out) = $session->cmd('hostname');
    $session->shutdown;
    print "$found->{name}: $found->{os}, ", $out // $dom->get_hostname, "\n";
    my $connection = $session->connection;
    $connection->close if $connection->is_alive;
}
