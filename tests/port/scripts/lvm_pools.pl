#!/usr/bin/perl
# runs: no - needs Linux::LVM and root
use strict;
use warnings;
use Linux::LVM;
use ZFS::Pool;
use File::Copy;

# Volumes and pools of the operating system's.

my %groups = map { $_ => 1 } get_volume_group_list();
my $pool = ZFS::Pool->new('tank');
foreach my $vol ($pool->list_volumes) {
    print $vol->get_name, " ", $vol->get_info->{used}, "\n";
    $vol->delete if $vol->get_name =~ /^tmp/;
    $vol->resize('+1G') unless $vol->get_path =~ /swap/;
}
my $new = $pool->create_volume('data', size => '10G');
$pool->refresh;
print $pool->get_info->{capacity}, $pool->is_active ? " on" : " off", "\n";
$pool->set_autostart(1);
my $snap = $new->create_snapshot('before');
$snap->revert_to;
for my $name (sort keys %groups) {
    my %lvs = get_logical_volume_information($name);
    my $conn = Linux::LVM::Remote->new(host => $name);
    my $list = $conn->list_storage_pools;
    print "$name: ", join(' ', map { $_->get_name } @$list), "\n";
    $conn->get_storage_pool_by_name($name)->get_volume_by_name('root')->wipe;
}
