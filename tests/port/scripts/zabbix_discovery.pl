#!/usr/bin/perl
# runs: yes
# args: domain test:///default
# args: net test:///default
# args: pool test:///default
# args: item test:///default test memory
# Low-level discovery, and single values.
use strict; use warnings;
use Sys::Virt;
my ($kind, $uri, @more) = @ARGV;
my $hv = Sys::Virt->new(uri => $uri, readonly => 1);
my $discover = {
  domain => [ 'list_all_domains', sub { +{ '{#NAME}' => $_[0]->get_name, '{#UUID}' => $_[0]->get_uuid_string } } ],
  net    => [ 'list_all_networks', sub { +{ '{#NET}' => $_[0]->get_name, '{#BRIDGE}' => $_[0]->get_bridge_name } } ],
  pool   => [ 'list_all_storage_pools', sub { my $p = shift; return { '{#POOL}' => $p->get_name, '{#SIZE}' => $p->get_info->{capacity} } } ],
};
if ($kind eq 'item') { print item(@more), "\n"; exit }
my ($list, $row) = @{ $discover->{$kind} || die "what is $kind?\n" };
print '{"data":[', join(',', map { encode($row->($_)) } $hv->$list), "]}\n";
sub encode { my $h = shift; '{' . join(',', map { qq("$_":"$h->{$_}") } sort keys %$h) . '}' }
sub item {
  my ($name, $key) = @_;
  my $d = $hv->get_domain_by_name($name) or return 'ZBX_NOTSUPPORTED';
  my $i = $d->get_info;
  return $key eq 'vcpus' ? $i->{nrVirtCpu} : $key eq 'state' ? ($d->get_state)[0] : $i->{$key} // $d->get_max_memory;
}
