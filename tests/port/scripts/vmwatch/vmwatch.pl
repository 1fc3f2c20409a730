#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin . '/lib';
use VMWatch::Collector;
use VMWatch::Store;
use VMWatch::Connection;

my $store = VMWatch::Store->new();
my $connection = VMWatch::Connection->new({ uri => $ARGV[0], readonly => 1 });
my $collector = VMWatch::Collector->new(connection => $connection, store => $store);

$collector->collect for 1 .. 2;
foreach my $name ($store->names) {
    my $record = $store->latest($name);
    print "$name: ", join(' ', map { "$_=" . (defined $record->{$_} ? 'yes' : 'no') } qw(cpu memory disks)), "\n";
}
my $domain = $connection->find('test');
print $domain->get_name, " has id ", $domain->get_id, "\n";
print "virtual processors: ", $connection->libvirt->get_domain_by_name('test')->get_info->{nrVirtCpu}, "\n";
