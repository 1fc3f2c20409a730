#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use Sys::Virt;

our ($dom, $info, $bar);
my $conn = Sys::Virt->new(address => $ARGV[0]);

format STDOUT_TOP =
Name                 Id    Memory  CPUs
-------------------- --- -------- -----
.

format STDOUT =
@<<<<<<<<<<<<<<<<<<< @>> @>>>>>>> @>>>>
$dom->get_name,      $dom->get_id, $info->{memory}, $info->{nrVirtCpu}
.

format SUMMARY =
@>>>>>>>>>>>>>>>>>>> @###.##
$bar,                $info->{memory} / 1024
.

foreach $dom ($conn->list_domains) {
    $info = $dom->get_info;
    write;
}

$~ = 'SUMMARY';
$bar = $conn->get_hostname ? 'total' : 'none';
write;
$dom = $conn->get_domain_by_id(1);
print $dom->get_name, "\n";
