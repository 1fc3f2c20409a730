#!/usr/bin/perl
# runs: yes
# args: test:///default
use lib do { (my $d = __FILE__) =~ s{[^/]*$}{lib}; $d };
use strict;
use VMM;

my $vmm = new VMM(-uri => $ARGV[0], -verbose => 0);
print $vmm->uri, "\n";
$vmm->verbose(1);
foreach my $vm ($vmm->vms) {
    print $vm->name, " ", $vm->uuid, " ", $vm->memory, "\n";
    print $vm->{DOMAIN}->get_os_type, "\n";
    $vm->power('off'); $vm->power('on');
    $vm->walk(sub { my ($key, $value) = @_; print "$key=$value\n" if $key ne 'cpuTime' });
}
my $net = VMM::net($vmm, 'default');
print $net->get_name, "\n";
my ($dom, $error) = VMM->try(sub { $vmm->handle->get_domain_by_name('nobody') });
print $error->code, "\n" unless $dom;
VMM->forget($vmm);
