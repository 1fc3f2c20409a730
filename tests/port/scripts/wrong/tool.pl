#!/usr/bin/perl
# runs: no - dies of its mistakes
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Tool;

my $tool = Tool->new(shift);
print $tool->vmm->get_host_name, "\n";
for my $d ($tool->running) {
    print $d->name, "\n";
    print $d->get_xml, "\n";
    print $d->get_vcpu_infos, "\n";
    $d->start;
    $d->destory if $d->is_running;
}
my $pool = $tool->pool('x');
print $pool->get_volumes, $pool->list_volume_name;
$tool->get_host_name;
$tool->destory;
