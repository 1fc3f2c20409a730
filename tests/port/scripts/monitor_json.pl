#!/usr/bin/perl
# runs: yes
# args: test:///default
# args: test:///default --csv
use strict;
use warnings;
use JSON::PP;
use Time::HiRes qw(sleep time);
use Sys::Virt;

my ($uri, $format) = @ARGV;
my $virt = Sys::Virt->new(uri => $uri, readonly => 1);

sub sample {
    my ($conn) = @_;
    my %sample = (time => time, host => {}, guests => {});
    my $node = $conn->get_node_info;
    @{ $sample{host} }{qw(cpus memory model)} = @{$node}{qw(cpus memory model)};
    $sample{host}{free} = $conn->get_node_free_memory;
    for my $dom ($conn->list_domains) {
        my $info = $dom->get_info;
        $sample{guests}{ $dom->get_name } = {
            id => $dom->get_id,
            cpu => $info->{cpuTime},
            memory => eval { $dom->memory_stats->{actual_balloon} } || $info->{memory},
            disks => disks($dom),
            nics => nics($dom),
        };
    }
    return \%sample;
}

sub disks {
    my $dom = shift;
    my $xml = $dom->get_xml_description;
    my %disks;
    while ($xml =~ m{<target dev='(\w+)' bus=}g) {
        my $dev = $1;
        my $stats = eval { $dom->block_stats($dev) } or next;
        $disks{$dev} = [ @$stats{qw(rd_bytes wr_bytes)} ];
    }
    return \%disks;
}

sub nics {
    my $dom = shift;
    my %nics;
    foreach my $dev ($dom->get_xml_description =~ m{<target dev='([^']+)'/>}g) {
        my $stats;
        $stats = $dom->interface_stats($dev);
        $nics{$dev} = { rx => $stats->{rx_bytes}, tx => $stats->{tx_bytes} };
    }
    \%nics;
}

my $first = sample($virt);
sleep 0.05;
my $second = sample($virt);

if (($format // '') eq '--csv') {
    print join(',', qw(guest cpu memory)), "\n";
    for my $name (sort keys %{ $second->{guests} }) {
        my ($old, $new) = map { $_->{guests}{$name} } $first, $second;
        my $percent = $old ? ($new->{cpu} - $old->{cpu}) / 1e7 / ($second->{time} - $first->{time}) : 0;
        print join(',', qq("$name"), sprintf('%.1f', $percent), $new->{memory}), "\n";
    }
} else {
    print JSON::PP->new->canonical->pretty->encode($second);
}
