#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use Sys::Virt;
use Sys::Virt::StoragePool;
use Sys::Virt::StorageVol;

my $KIB = 1024;
my $conn = Sys::Virt->new(uri => $ARGV[0], readonly => 0);

my @POOLS = (
    { name => 'scratch', type => 'dir', path => '/scratch' },
    { name => 'images', type => 'dir', path => '/images', volumes => [ [ 'base', 1 ], [ 'data', 3 ] ] },
);

sub pool_xml {
    my ($spec) = @_;
    return join '', "<pool type='$spec->{type}'>", "<name>$spec->{name}</name>",
        "<target><path>$spec->{path}</path></target>", "</pool>";
}

sub volume_xml {
    my ($name, $kib, %more) = @_;
    my $format = $more{format} || 'raw';
    return <<"";
<volume><name>$name</name><capacity unit='KiB'>$kib</capacity>
<target><format type='$format'/></target></volume>

}

sub ensure_pool {
    my $spec = shift;
    my $pool;
    eval { $pool = $conn->get_storage_pool_by_name($spec->{name}) };
    if ($@ && $@->code == Sys::Virt::Error::ERR_NO_STORAGE_POOL) {
        $pool = $conn->define_storage_pool(pool_xml($spec));
        $pool->build(Sys::Virt::StoragePool::BUILD_NEW);
    }
    $pool->create if !$pool->is_active;
    $pool->set_autostart(1);
    ensure_volume($pool, @$_) for @{ $spec->{volumes} || [] };
    return $pool;
}

sub ensure_volume {
    my ($pool, $name, $kib) = @_;
    my %have = map { ($_ => 1) } $pool->list_storage_vol_names(100);
    return $pool->get_volume_by_name($name) if $have{$name};
    return $pool->create_volume(volume_xml($name, $kib));
}

sub usage {
    my ($pool) = @_;
    my ($capacity, $allocation) = @{ $pool->get_info }{qw(capacity allocation)};
    my $sum = 0;
    for my $volume ($pool->list_volumes) {
        $sum += $volume->get_info->{capacity};
    }
    return ($capacity, $allocation, $sum);
}

my %pools = map { ($_->{name}, ensure_pool($_)) } @POOLS;

foreach my $name (sort keys %pools) {
    my (undef, undef, $promised) = usage($pools{$name});
    printf "%-10s %8d promised, %d volumes\n", $name, $promised, $pools{$name}->num_of_storage_volumes;
}

my $images = $pools{images};
my ($base) = grep { $_->get_name eq 'base' } $images->list_all_volumes;
my $clone = $images->clone_volume(volume_xml('copy', 2), $base);
print join(' ', sort map { $_->get_name } $images->list_volumes), "\n";
print $clone->get_path, " ", $clone->get_key, "\n";
eval { $clone->resize(8 * $KIB, Sys::Virt::StorageVol::RESIZE_DELTA) }
    // print "no resize: ", $@->code, "\n";
eval { $clone->wipe; 1 } or print "no wipe\n";
eval { $clone->wipe_pattern(&Sys::Virt::StorageVol::WIPE_ALG_RANDOM) };
print "still there\n" if $conn->get_storage_volume_by_key($clone->get_key);
my $owner = $conn->get_storage_pool_by_volume($clone);
print $owner->get_name, " has it\n";

for my $vol (map { $_->list_volumes } values %pools) {
    my $type = $vol->get_info->{type};
    print "odd\n" unless $type == Sys::Virt::StorageVol::TYPE_FILE;
    $vol->delete(0);
}
my @sources = eval { $conn->find_storage_pool_sources('logical', undef) };
print scalar(@sources), " sources\n";

while (my ($name, $pool) = each %pools) {
    $pool->destroy;
    eval { $pool->delete(Sys::Virt::StoragePool::DELETE_NORMAL) };
    $pool->undefine;
}
print "left: ", join(',', $conn->list_storage_pool_names(10), $conn->list_defined_storage_pool_names(10)), "\n";
