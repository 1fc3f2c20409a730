#!/usr/bin/perl
# runs: yes
# args: --name web --count 2 --uri test:///default
use strict;
use warnings;

use Getopt::Long;
use Sys::Virt;

my ($uri, $name, $count, $memory, $vcpus, $pool_name, $start) =
    ("qemu:///system", undef, 1, 1024, 1, "default-pool", 1);

GetOptions(
    "uri=s"    => \$uri,
    "name=s"   => \$name,
    "count=i"  => \$count,
    "memory=i" => \$memory,
    "vcpus=i"  => \$vcpus,
    "pool=s"   => \$pool_name,
    "start!"   => \$start,
);
die "usage: $0 --name NAME\n" if !$name;

my $conn = Sys::Virt->new(
    uri => $uri,
    auth => 1,
    credlist => [
        Sys::Virt::CRED_AUTHNAME,
        Sys::Virt::CRED_PASSPHRASE,
    ],
    callback => sub {
        my $creds = shift;
        foreach my $cred (@{$creds}) {
            if ($cred->{type} == Sys::Virt::CRED_AUTHNAME) {
                $cred->{result} = $ENV{VIRT_USER} || 'admin';
            }
            $cred->{result} = $ENV{VIRT_PASSWORD}
                if $cred->{type} == Sys::Virt::CRED_PASSPHRASE;
        }
        return 0;
    },
);

my $pool = $conn->get_storage_pool_by_name($pool_name);

for my $n (1 .. $count) {
    my $guest = sprintf "%s%02d", $name, $n;
    if (eval { $conn->get_domain_by_name($guest) }) {
        print "$guest exists already\n";
        next;
    }
    my $disk = disk_for($pool, $guest, 2);
    my $domain = $conn->define_domain(domain_xml($guest, $disk->get_path));
    $domain->create if $start;
    print "$guest: ", $domain->get_uuid_string, " ", $disk->get_info->{capacity}, "\n";
}
cleanup();

sub disk_for {
    my ($pool, $guest, $gb) = @_;
    my $volume = eval { $pool->get_volume_by_name("$guest.img") };
    return $volume if $volume;
    my $bytes = $gb * 1024 ** 3;
    return $pool->create_volume(<<"EOXML");
<volume>
  <name>$guest.img</name>
  <capacity>$bytes</capacity>
  <allocation>0</allocation>
</volume>
EOXML
}

sub domain_xml {
    my ($guest, $path) = @_;
    my $kib = $memory * 1024;
    return <<EOXML;
<domain type='test'>
  <name>$guest</name>
  <memory>$kib</memory>
  <vcpu>$vcpus</vcpu>
  <os><type>hvm</type></os>
  <devices>
    <disk type='file' device='disk'>
      <source file='$path'/>
      <target dev='vda' bus='virtio'/>
    </disk>
  </devices>
</domain>
EOXML
}

sub cleanup {
    for my $dom (grep { $_->get_name =~ /^\Q$name\E\d+$/ } $conn->list_all_domains) {
        $dom->destroy if $dom->is_active;
        $dom->undefine;
        $pool->get_volume_by_name($dom->get_name . ".img")->delete(0) unless $ENV{KEEP_DISKS};
    }
}
