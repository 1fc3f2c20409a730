#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use Sys::Virt;

my $c = new Sys::Virt(address => $ARGV[0]);
my %up = map { $_->get_name => $_->get_mac } $c->list_interfaces;
my @down = $c->list_defined_interface_names(50);
print "up: @{[ sort keys %up ]}; down: @down\n";

sub transaction(&) {
    my $code = shift;
    $c->interface_change_begin;
    if (eval { $code->(); 1 }) {
        $c->interface_change_commit(0);
        return 1;
    }
    print "rolled back: ", $@;
    $c->interface_change_rollback;
    return 0;
}

transaction {
    my $new = $c->define_interface(<<'XML');
<interface type='ethernet' name='eth7'><start mode='none'/><mac address='aa:bb:cc:dd:ee:07'/><mtu size='1500'/></interface>
XML
    $new->create;
    print $new->get_name, " ", $new->is_active ? "up" : "down", "\n";
};

transaction {
    my $if = $c->get_interface_by_name('eth7');
    $if->destroy;
    $if->undefine;
    die "changed my mind\n";
};

my $eth1 = $c->get_interface_by_mac($up{eth1} || 'aa:bb:cc:dd:ee:ff');
print $eth1->get_xml_description =~ /type='(\w+)'/ ? "$1\n" : "?\n";
