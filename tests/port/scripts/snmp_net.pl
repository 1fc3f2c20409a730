#!/usr/bin/perl
# runs: no - needs Net::SNMP and Net::Telnet
use strict;
use warnings;
use Net::SNMP;
use Net::Telnet ();
use Audio::Mixer;

# A switch and a sound card: $net and $vol without any libvirt.

my ($net, $error) = Net::SNMP->session(-hostname => shift, -community => 'public');
die $error unless defined $net;

my $result = $net->get_request(-varbindlist => ['1.3.6.1.2.1.1.5.0']);
print $net->hostname, "\n";
print $net->get_name(), "\n";
my $interface = $net->get_interface_by_name('eth0');
print $interface->get_mac, "\n" if $interface->is_active;
$net->close;

my $dom = Net::Telnet->new(Host => 'switch', Prompt => '/> $/');
$dom->open('switch');
$dom->login('admin', 'admin');
my @lines = $dom->cmd('show interfaces');
$dom->suspend;
$dom->close;

my $vol = Audio::Mixer->volume('master');
$vol->resize(50);
$vol->upload('louder');
print $vol->get_info->{level}, "\n";

my $secret = Net::SNMP::Security->new(version => 3);
$secret->set_value('x');
print $secret->get_value;
