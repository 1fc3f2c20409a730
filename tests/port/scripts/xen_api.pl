#!/usr/bin/perl
# runs: no - its classes are made up
use strict;
use warnings;
use Xen::API;
use VMware::VIRuntime;
use Net::OpenStack::Compute;

# Three other hypervisors' own interfaces, with libvirt's words.

my $xen = Xen::API->new(uri => 'http://xen/', user => 'root');
foreach my $vm ($xen->list_vms) {
    print $vm->get_name, " ", $vm->get_uuid, "\n";
    $vm->shutdown if $vm->get_state eq 'Running';
}
my $host = $xen->get_host_by_name('alpha');
print $host->get_hostname, $host->get_free_memory, "\n";

Util::connect();
my $views = Vim::find_entity_views(view_type => 'VirtualMachine');
for my $domain (@$views) {
    print $domain->name, "\n";
    $domain->suspend;
    $domain->resume if $domain->is_suspended;
    $domain->migrate($host);
    my $snapshot = $domain->create_snapshot(name => 'x');
    $snapshot->revert_to;
}

my $compute = Net::OpenStack::Compute->new;
my @servers = $compute->list_servers;
for my $dom (@servers) {
    $dom->reboot;
    $dom->destroy;
    print $dom->get_xml_description, $dom->get_id, "\n";
}
