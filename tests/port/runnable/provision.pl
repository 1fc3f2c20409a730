#!/usr/bin/perl
# Makes guests, with disks and a network, from a list in this file.
use strict;
use warnings;

use Sys::Virt;
use Sys::Virt::Domain;

my $TEMPLATE = <<'XML';
<domain type='test'>
  <name>@NAME@</name>
  <uuid>@UUID@</uuid>
  <memory unit='KiB'>@MEMORY@</memory>
  <vcpu>@CPUS@</vcpu>
  <os><type arch='x86_64'>hvm</type></os>
  <devices>
@DISKS@
    <interface type='network'>
      <mac address='@MAC@'/>
      <source network='@NETWORK@'/>
    </interface>
  </devices>
</domain>
XML

my %defaults = (
    memory  => '512M',
    cpus    => 1,
    disks   => '',
    network => 'default',
    start   => 'no',
);

my %units = (K => 1, M => 1024, G => 1024 * 1024);

sub kib {
    my $text = shift;
    return $text if $text =~ /^\d+$/;
    if ($text =~ /^([\d.]+)\s*([KMG])i?B?$/i) {
        return int($1 * $units{uc $2});
    }
    die "'$text' is no size\n";
}

# Stable: the same name always gives the same address.
sub digest_of {
    my ($text, $bits) = @_;
    my $sum = 5381;
    $sum = ($sum * 33 + ord $_) % 2 ** 31 foreach split //, $text;
    return $sum % (1 << $bits);
}

sub mac_of {
    my ($name) = @_;
    my $number = digest_of($name, 24);
    return join ':', '52:54:00', map { sprintf '%02x', ($number >> $_) & 0xff } (16, 8, 0);
}

sub uuid_of {
    my ($name) = @_;
    my $low = digest_of($name, 30);
    my $high = digest_of(scalar reverse($name), 30);
    return sprintf '%08x-0000-4000-8000-%012x', $high, $low;
}

sub read_list {
    my ($handle) = @_;
    my (@wanted, $section);
    while (my $line = <$handle>) {
        chomp $line;
        $line =~ s/\s*#.*//;
        next unless $line =~ /\S/;
        if ($line =~ /^\[(\S+)\]$/) {
            $section = { name => $1, %defaults };
            push @wanted, $section;
        } elsif ($line =~ /^\s*(\w+)\s*=\s*(.*?)\s*$/) {
            die "line $.: outside of a section\n" unless $section;
            die "line $.: no such key: $1\n" unless exists $defaults{$1};
            $section->{$1} = $2;
        } else {
            die "line $.: not understood: $line\n";
        }
    }
    return @wanted;
}

sub disk_xml {
    my ($path, $number) = @_;
    my $device = 'vd' . chr(ord('a') + $number);
    return <<"XML";
    <disk type='file' device='disk'>
      <source file='$path'/>
      <target dev='$device' bus='virtio'/>
    </disk>
XML
}

sub fill {
    my ($template, %values) = @_;
    $template =~ s/\@([A-Z]+)\@/exists $values{lc $1} ? $values{lc $1} : die "no value: $1\n"/ge;
    return $template;
}

my $conn = Sys::Virt->new(uri => 'test:///default');
my $pool = $conn->get_storage_pool_by_name('default-pool');

sub make_disks {
    my ($guest) = @_;
    my @paths;
    my $number = 0;
    foreach my $size (split /\s*,\s*/, $guest->{disks}) {
        my $name = "$guest->{name}-$number.img";
        my $bytes = kib($size) * 1024;
        my $vol = $pool->create_volume(
            "<volume><name>$name</name><capacity>$bytes</capacity></volume>");
        push @paths, $vol->get_path;
        $number++;
    }
    return @paths;
}

my (%done, @failed);
foreach my $guest (read_list(\*DATA)) {
    my $name = $guest->{name};
    if ($done{$name}++) {
        push @failed, [$name, 'is there twice'];
        next;
    }
    my $dom = eval {
        my @paths = make_disks($guest);
        my $i = 0;
        my $disks = join '', map { disk_xml($_, $i++) } @paths;
        chomp $disks;
        my $xml = fill($TEMPLATE,
            name    => $name,
            uuid    => uuid_of($name),
            memory  => kib($guest->{memory}),
            cpus    => $guest->{cpus},
            disks   => $disks,
            mac     => mac_of($name),
            network => $guest->{network},
        );
        $conn->define_domain($xml);
    };
    if ($@) {
        my $why = ref $@ ? $@->message : $@;
        chomp $why;
        push @failed, [$name, $why];
        next;
    }
    $dom->create if $guest->{start} eq 'yes';
    my @disks = $dom->get_xml_description =~ /<target dev='(vd\w)'/g;
    my $info = $dom->get_info;
    printf "%-8s %s %7d KiB %d CPU%s %s %s\n",
        $name, mac_of($name), $info->{maxMem}, $info->{nrVirtCpu},
        ($info->{nrVirtCpu} > 1 ? 's' : ' '), (@disks ? "@disks" : '-'),
        ($dom->is_active ? 'started' : 'defined');
}

print "\n", scalar(@failed), " failed:\n" if @failed;
print "  $_->[0]: $_->[1]\n" for @failed;
print "\nVolumes:\n";
foreach my $vol (sort { $a->get_name cmp $b->get_name } $pool->list_volumes) {
    printf "  %-12s %6.1f MiB\n", $vol->get_name, $vol->get_info->{capacity} / 1024 / 1024;
}

__DATA__
# Guests of the web farm
[web1]
memory = 1G
cpus   = 2
disks  = 10M, 2.5M
start  = yes

[web2]
memory = 1048576     # the same, in KiB
disks  = 10M

[db]
memory = 2G
cpus   = 4
disks  = 100M,4M , 16K
start  = yes

[broken]
memory = lots

[web1]
cpus = 8

[bare]
