#!/usr/bin/perl
# Storage: pools of a directory, volumes, sums and a table.
use strict;
use warnings;
use POSIX qw(floor ceil);
use Sys::Virt;
use Sys::Virt::StoragePool;

my $MIB = 1 << 20;
my %STATE = (
    Sys::Virt::StoragePool::STATE_INACTIVE => 'inactive',
    Sys::Virt::StoragePool::STATE_RUNNING => 'running',
);

my $conn = Sys::Virt->new(uri => "test:///default");

sub pool_xml {
    my %args = (type => 'dir', path => '/srv/images', @_);
    return qq{<pool type='$args{type}'>
  <name>$args{name}</name>
  <target><path>$args{path}</path></target>
</pool>};
}

sub ensure_pool {
    my ($name, $path) = @_;
    my $pool;
    eval { $pool = $conn->get_storage_pool_by_name($name); };
    if ($@) {
        die $@ unless ref($@) eq 'Sys::Virt::Error'
            and $@->code == &Sys::Virt::Error::ERR_NO_STORAGE_POOL;
        print "making $name\n";
        $pool = $conn->define_storage_pool(pool_xml(name => $name, path => $path));
        $pool->build;
        $pool->create;
        $pool->set_autostart(1);
    } else {
        print "$name is there\n";
    }
    return $pool;
}

sub human {
    my $bytes = shift;
    my $text = '';
    for my $unit (['G', 30], ['M', 20], ['K', 10], ['B', 0]) {
        my ($letter, $bits) = @$unit;
        if ($bytes >= 2 ** $bits) {
            $text = sprintf '%.1f%s', $bytes / 2 ** $bits, $letter;
            last;
        }
    }
    return $text eq '' ? '0B' : $text;
}

my @plan = (
    { pool => 'images',  path => '/srv/images',  volumes => { 'a.img' => 20, 'b.img' => 35 } },
    { pool => 'backups', path => '/srv/backups', volumes => { 'a.bak' => 7, 'c.bak' => 64 } },
    { pool => 'images',  path => '/srv/images',  volumes => { 'c.img' => 0.5 } },
);

foreach my $step (@plan) {
    my $pool = ensure_pool(@{$step}{qw(pool path)});
    while (my ($name, $size) = each %{ $step->{volumes} }) {
        my $bytes = $size * $MIB;
        $pool->create_volume(<<EOXML);
<volume>
  <name>$name</name>
  <capacity>$bytes</capacity>
  <allocation>${\ floor($bytes / 3)}</allocation>
</volume>
EOXML
    }
}

my @table;
foreach my $pool ($conn->list_storage_pools, $conn->list_defined_storage_pools) {
    my $info = $pool->get_info;
    my @volumes = $pool->list_volumes;
    my ($capacity, $allocation) = (0, 0);
    for (@volumes) {
        my $i = $_->get_info;
        $capacity += $i->{capacity};
        $allocation += $i->{allocation};
    }
    push @table, {
        name => $pool->get_name,
        state => $STATE{$info->{state}} || '?',
        count => scalar(@volumes),
        auto => $pool->get_autostart ? 'yes' : 'no',
        capacity => $capacity,
        share => $capacity ? $allocation / $capacity * 100 : 0,
    };
}

my @columns = (
    [name => '%-14s'], [state => '%-8s'], [count => '%5d'], [auto => '%-4s'],
);
print join(' ', map { my $f = $_->[1]; $f =~ s/d$/s/; sprintf $f, uc $_->[0] } @columns), "\n";
for my $row (sort { $b->{capacity} <=> $a->{capacity} || $a->{name} cmp $b->{name} } @table) {
    print join(' ', map { sprintf $_->[1], $row->{ $_->[0] } } @columns);
    printf " %8s %3d%%\n", human($row->{capacity}), ceil($row->{share});
}

my $sum = 0;
$sum += $_->{capacity} for @table;
printf "%-14s %s\n", 'together', human($sum);

print "\nBy path:\n";
my %by_folder;
for my $pool ($conn->list_storage_pools) {
    for my $vol ($pool->list_volumes) {
        my ($folder, $file) = $vol->get_path =~ m{^(.*)/([^/]+)$};
        $by_folder{$folder}{$file} = $vol->get_info->{capacity};
    }
}
for my $folder (sort keys %by_folder) {
    print "$folder\n";
    my $files = $by_folder{$folder};
    printf "  %-8s %s\n", $_, human($files->{$_})
        foreach sort { $files->{$b} <=> $files->{$a} } keys %$files;
}

my $volume = $conn->get_storage_volume_by_path('/srv/images/b.img');
my $copy = $conn->get_storage_pool_by_name('images')->clone_volume(
    "<volume><name>b.copy</name><capacity>0</capacity></volume>", $volume);
print "\nCopied to ", $copy->get_path, ": ", human($copy->get_info->{capacity}), "\n";
$volume->delete;

my $pool = $conn->get_storage_pool_by_name('images');
print "images has ", join(', ', sort map { $_->get_name } $pool->list_volumes), "\n";
$pool->destroy;
print "images is ", ($pool->is_active ? 'active' : 'stopped'), "\n";
$pool->undefine;
print "pools: ", join(', ', sort map { $_->get_name }
    $conn->list_storage_pools, $conn->list_defined_storage_pools), "\n";
