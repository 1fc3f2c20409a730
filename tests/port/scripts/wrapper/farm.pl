#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use FindBin qw($Bin);
use lib "$Bin/lib";
use Farm;

my $farm = Farm->connect(@ARGV);
print $farm->hostname, "\n";
for my $machine ($farm->machines) {
    print $machine->name, ": ", $machine->running ? "up" : "down", "\n";
    $machine->stop;
    print "stopped\n" unless $machine->running;
    print $machine->domain->get_uuid_string, "\n";
    $machine->restart;
}
# What the farm has not, the connection has.
print $farm->get_type, "\n";
my $vol = $farm->volume('default-pool', 'x.img', 1);
print $vol->get_name, " ", $vol->get_info->{capacity}, "\n";
$farm->drop($vol);
