#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict; use warnings; use Sys::Virt;

my $hypervisor	= Sys::Virt->new(uri	=> shift);
my @header	= qw(id name state vcpus);
print	join("\t", @header), "\n";
for my $guest	($hypervisor->list_domains) {
	my ($state, $reason)	= $guest->get_state;
	print join("\t",
		$guest	->get_id,
		$guest->	get_name,
		$state,
		$guest
			-> get_info
			-> {nrVirtCpu}), "\n";
}
unless ($hypervisor->is_secure) { warn "not secure" } else { print "secure\n" } print $hypervisor->get_uri