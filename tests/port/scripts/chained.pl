#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use Sys::Virt;

print Sys::Virt
    ->new(uri => $ARGV[0])
    ->get_storage_pool_by_name(
        'default-pool'
    )
    ->get_name, "\n";

my $vmm = Sys::Virt->new(
    uri      => $ARGV[0],
    readonly => 0,
);

my $names = join ' ',
    sort
    map  { $_->get_name }
    grep { $_->is_active }
    $vmm->list_all_domains(
        Sys::Virt::Domain::LIST_ACTIVE
      | Sys::Virt::Domain::LIST_PERSISTENT
    );
print "$names\n";

my $state = { 1 => 'running', 3 => 'paused' }->{
    ( $vmm->get_domain_by_name('test')->get_state )[0]
} || 'other';
print "$state\n";

printf(
    "%s %s\n",
    $vmm->get_network_by_name('default')
        ->get_uuid_string,
    lc $vmm->get_type,
);

my $volume = $vmm
    ->get_storage_pool_by_name('default-pool')
    ->create_volume(<<"XML", 0)
<volume>
  <name>@{[ $vmm->get_hostname ]}.img</name>
  <capacity>1048576</capacity>
</volume>
XML
    or die;

print length($volume->get_path) ? "path\n" : "no path\n";
$vmm->get_storage_volume_by_path($volume->get_path)->delete;

my ($cpu) = map { $_->{cpuTime} > 0 ? 'used' : 'idle' }
            map { $_->get_info }
            $vmm->list_domains;
print "$cpu\n";

print "has ", ($vmm->num_of_networks
    + $vmm->num_of_defined_networks), " networks",
    ($vmm->is_alive ? "" : " and is dead"), "\n";

my $xml = $vmm->list_all_storage_pools && ($vmm->list_all_storage_pools)[0]->get_xml_description;
print substr($xml, 0, 5), "\n";
