#!/usr/bin/perl
# runs: yes
# args: --connect test:///default --original test --name copy1 --name copy2 --purge
use warnings;
use strict;

# Clones a guest: its XML with another name, UUID and MACs; its disks as volumes of a pool.

use Getopt::Long;
use Sys::Virt;
use Sys::Virt::Domain;
use Sys::Virt::StoragePool;

our $VERBOSE = 0;
my ($connect, $original, @names, $purge, $pool_name) = ('qemu:///system', undef);
$pool_name = 'default-pool';

GetOptions(
    'connect=s'  => \$connect,
    'original=s' => \$original,
    'name=s'     => \@names,
    'pool=s'     => \$pool_name,
    'purge'      => \$purge,
    'verbose!'   => \$VERBOSE,
) && $original && @names or die "Usage: $0 --original NAME --name NEW [--name NEW...]\n";

my $vmm = Sys::Virt->new(uri => $connect) or die "no connection";

my $source = find_domain($vmm, $original)
    or die "There is no domain $original\n";
warn "$original is running: its disks may be inconsistent\n" if $VERBOSE && $source->is_active();

my $xml = $source->get_xml_description(Sys::Virt::Domain::XML_INACTIVE | Sys::Virt::Domain::XML_SECURE);
my $pool = $vmm->get_storage_pool_by_name($pool_name);
my @clones;

foreach my $name (@names) {
    if (find_domain($vmm, $name)) {
        print "$name: exists\n";
        next;
    }
    my $copy = $xml;
    $copy =~ s{<name>.*?</name>}{<name>$name</name>};
    $copy =~ s{\s*<uuid>.*?</uuid>}{};
    $copy =~ s{<mac address='.*?'/>}{"<mac address='" . random_mac() . "'/>"}ge;
    my $n = 0;
    $copy =~ s{<source file='(.*?)'/>}{ my $v = clone_disk($pool, $1, "$name-" . $n++); "<source file='" . $v->get_path . "'/>" }ge;
    $copy =~ s{ id='\d+'}{};

    my $clone;
    eval {
        $clone = $vmm->define_domain($copy);
    };
    if ($@) {
        print STDERR "$name: $@\n";
        cleanup($name);
        next;
    }
    $clone->set_autostart(0);
    push @clones, $clone;
}

print "made: ", join(', ', map { $_->get_name } @clones), "\n";
my %uuids = map { $_->get_uuid_string => 1 } $source, @clones;
print scalar(keys %uuids), " different\n";

if ($purge) {
    foreach (@clones) {
        my $name = $_->get_name();
        $_->undefine();
        cleanup($name);
    }
}

sub find_domain {
    my ($conn, $name) = @_;
    foreach my $dom ($conn->list_domains(), $conn->list_defined_domains()) {
        return $dom if $dom->get_name() eq $name;
    }
    return undef;
}

sub clone_disk {
    my ($pool, $path, $name) = @_;
    my $bytes = eval { $vmm->get_storage_volume_by_path($path)->get_info()->{capacity} } || 1048576;
    my $xml = "<volume><name>$name.img</name><capacity>$bytes</capacity></volume>";
    my $volume = $pool->create_volume($xml);
    print "  disk ", $volume->get_name(), "\n" if $VERBOSE;
    return $volume;
}

sub cleanup {
    my $name = shift;
    my @volumes = grep { $_->get_name() =~ /^\Q$name\E-\d+\.img$/ } $pool->list_volumes();
    foreach my $volume (@volumes) {
        $volume->delete();
    }
    print "$name: ", scalar(@volumes), " disks removed\n";
}

sub random_mac {
    return join ':', '52', '54', '00', map { sprintf '%02x', int rand 256 } 1 .. 3;
}
