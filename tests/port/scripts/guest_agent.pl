#!/usr/bin/perl
# runs: no - needs a guest with an agent
use strict;
use warnings;
use Sys::Virt;
use Time::Local;

my %c;
$c{virt} = Sys::Virt->new(uri => 'qemu:///system');
$c{dom} = $c{virt}->get_domain_by_name($ARGV[0]);

sub d() { $c{dom} }

d->fs_freeze(['/'], 0);
d->create_snapshot('<domainsnapshot/>', Sys::Virt::DomainSnapshot::CREATE_DISK_ONLY
    | Sys::Virt::DomainSnapshot::CREATE_QUIESCE);
d->fs_thaw;
d()->fs_trim('/', 0);

my ($secs, $nanos) = @{ d->get_time };
if (abs($secs - time) > 5) {
    $c{dom}->set_time(time, 0, Sys::Virt::Domain::TIME_SYNC);
}

my %info = %{ $c{dom}->get_guest_info(Sys::Virt::Domain::GUEST_INFO_USERS | Sys::Virt::Domain::GUEST_INFO_OS) };
print "$_: $info{$_}\n" for sort keys %info;

for my $if ($c{dom}->get_interface_addresses(Sys::Virt::Domain::INTERFACE_ADDRESSES_SRC_AGENT)) {
    print $if->{name}, " ", ($if->{hwaddr} || '-'), "\n";
    printf "  %s/%d\n", @{$_}{qw(addr prefix)} for @{ $if->{addrs} };
}

for ($c{dom}->get_fs_info) {
    print join(' ', $_->{mountpoint}, $_->{fstype}, @{ $_->{devalias} }), "\n";
}

$c{dom}->set_user_password('root', $ENV{PASSWORD}) if $ENV{PASSWORD};
my @keys = $c{dom}->authorized_ssh_keys_get('root');
$c{dom}->authorized_ssh_keys_set('root', [ @keys, <STDIN> ]);
my $vcpus = $c{dom}->get_guest_vcpus;
print "offlinable: $vcpus->{offlinable}\n";
$c{dom}->set_guest_vcpus([ 1 .. 3 ], 0);
