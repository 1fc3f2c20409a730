#!/usr/bin/perl
# runs: yes
# args: test:///default test
# Spreads virtual processors over those of the host.
use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => shift);
my $dom = $conn->get_domain_by_name(shift);

my $node = $conn->get_node_info();
my $cpus = $node->{nodes} * $node->{sockets} * $node->{cores} * $node->{threads};
my ($total, $map, $online) = $conn->get_node_cpu_map;

sub mask {
    my ($size, @cpus) = @_;
    my $mask = '';
    vec($mask, $_, 1) = 1 for @cpus;
    return $mask . "\0" x (int(($size + 7) / 8) - length $mask);
}

sub show { join ' ', map { unpack 'b*', $_ } @_ }

my @vcpus = $dom->get_vcpu_info;
for my $v (@vcpus) {
    printf "%d: %s\n", $v->{number}, show($v->{affinity});
    $dom->pin_vcpu($v->{number}, mask($cpus, $v->{number} % $cpus));
}
foreach my $v ($dom->get_vcpu_info(0)) {
    printf "%d: %s\n", $v->{number}, show $v->{affinity};
}

my $type = $dom->get_scheduler_type;
my %params = %{ $dom->get_scheduler_parameters };
$params{$_}++ for keys %params;
$dom->set_scheduler_parameters({ Sys::Virt::Domain::SCHEDULER_WEIGHT, 51 });
print "$type: ", $dom->get_scheduler_parameters->{&Sys::Virt::Domain::SCHEDULER_WEIGHT}, "\n";
eval {
    $dom->set_memory_parameters({ Sys::Virt::Domain->MEMORY_HARD_LIMIT => 1 << 20 });
    $dom->set_block_iotune('vda', { Sys::Virt::Domain::BLOCK_IOTUNE_TOTAL_BYTES_SEC() => 1000 }, Sys::Virt::Domain::AFFECT_LIVE);
    1;
} || print "no limits: ", $@->code == Sys::Virt::Error::ERR_NO_SUPPORT ? "unsupported" : "other", "\n";
