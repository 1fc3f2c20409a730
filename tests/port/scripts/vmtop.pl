#!/usr/bin/perl
# runs: yes
# args: --connect test:///default --batch --count 2 --delay 0.05
# args: --connect test:///default --batch --count 1 --delay 0.01 --sort memory --columns name,mem,disk
use strict;
use warnings;

# vmtop: what domains do, in the manner of top.

use Getopt::Long;
use List::Util qw(max min sum0);
use Time::HiRes qw(time sleep);
use Sys::Virt;
use Sys::Virt::Domain;

my %opt = (connect => undef, delay => 2, count => 0, sort => 'cpu', batch => 0, columns => '');
GetOptions(\%opt, 'connect=s', 'delay=f', 'count=i', 'sort=s', 'batch', 'columns=s') or exit 2;

my $conn = Sys::Virt->new(uri => $opt{connect}, readonly => 1);
my $host = { info => scalar($conn->get_node_info), name => $conn->get_hostname };

# Each column: its head, its width, and how its value comes from a pair of samples.
my @COLUMNS = (
    [ id     => 'ID', 5, sub { $_[1]{id} < 0 ? '-' : $_[1]{id} } ],
    [ name   => 'NAME', -20, sub { $_[1]{dom}->get_name } ],
    [ state  => 'S', 1, sub { substr 'NRBPDSCM', $_[1]{state}, 1 } ],
    [ cpu    => '%CPU', 6, \&cpu_percent ],
    [ mem    => '%MEM', 6, sub { my ($old, $new) = @_; sprintf '%.1f', 100 * $new->{memory} / $host->{info}{memory} } ],
    [ disk   => 'RD/WR', 14, sub { rate($_[0], $_[1], 'rd') . '/' . rate(@_, 'wr') } ],
    [ net    => 'RX/TX', 14, sub { rate(@_, 'rx') . '/' . rate(@_, 'tx') } ],
    [ memory => 'MIB', 8, sub { int $_[1]{memory} / 1024 } ],
);
if (length $opt{columns}) {
    my %by_name = map { ($_->[0] => $_) } @COLUMNS;
    @COLUMNS = grep { defined } @by_name{ split /,/, $opt{columns} };
}

my %devices;
my %previous;
my $round = 0;

while (1) {
    my %current = %{ take_samples($conn) };
    display(\%previous, \%current) if %previous;
    last if %previous && $opt{count} && ++$round >= $opt{count};
    %previous = %current;
    sleep $opt{delay};
}

sub take_samples {
    my $c = shift;
    my %samples;
    foreach my $dom ($c->list_domains) {
        my $uuid = $dom->get_uuid_string;
        my $sample = eval { sample($dom) };
        if (my $e = $@) {
            # It may have gone meanwhile.
            next if ref $e and $e->code == Sys::Virt::Error::ERR_NO_DOMAIN
                or ref $e && $e->code == Sys::Virt::Error::ERR_OPERATION_INVALID;
            die $e;
        }
        $samples{$uuid} = $sample;
    }
    return \%samples;
}

sub sample {
    my ($dom) = @_;
    my $info = $dom->get_info;
    my %sample = (
        dom => $dom, at => time,
        id => $dom->get_id,
        %{$info}{qw(state memory cpuTime nrVirtCpu)},
        rd => 0, wr => 0, rx => 0, tx => 0,
    );
    my $devices = $devices{ $dom->get_uuid_string } ||= find_devices($dom);
    for my $disk (@{ $devices->{disk} }) {
        my $stats = $dom->block_stats($disk) or next;
        $sample{rd} += $stats->{rd_bytes};
        $sample{wr} += $stats->{wr_bytes};
    }
    for (@{ $devices->{nic} }) {
        my $s = eval { $dom->interface_stats($_) };
        if ($s) { $sample{rx} += $s->{rx_bytes}; $sample{tx} += $s->{tx_bytes} }
    }
    return \%sample;
}

sub find_devices {
    my $dom = shift;
    my %found = (disk => [], nic => []);
    my $xml = $dom->get_xml_description;
    for my $part (split /(?=<(?:disk|interface)\b)/, $xml) {
        my ($kind) = $part =~ /^<(disk|interface)\b/ or next;
        push @{ $found{ $kind eq 'disk' ? 'disk' : 'nic' } }, $1 if $part =~ /<target\s+dev=['"](.+?)['"]/;
    }
    return \%found;
}

sub cpu_percent {
    my ($old, $new) = @_;
    my $span = $new->{at} - $old->{at};
    return '0.0' if $span <= 0;
    my $percent = ($new->{cpuTime} - $old->{cpuTime}) / 1e7 / $span / max(1, $host->{info}->{cpus});
    return sprintf '%.1f', min(100, $percent);
}

sub rate {
    my ($old, $new, $key) = @_;
    my $bytes = $new->{$key} - ($old->{$key} // 0);
    for my $unit ('', 'K', 'M') {
        return sprintf '%d%s', $bytes, $unit if $bytes < 1024;
        $bytes /= 1024;
    }
    return sprintf '%.1fG', $bytes;
}

sub display {
    my ($old, $new) = @_;
    print "\e[H\e[2J" unless $opt{batch};
    my @doms = map { $_->{dom} } values %$new;
    printf "%s: %d active, %d inactive, %d MiB used\n", $host->{name}, scalar @doms,
        $conn->num_of_defined_domains, sum0(map { $_->get_info->{memory} / 1024 } @doms);
    print join(' ', map { sprintf '%' . $_->[2] . 's', $_->[1] } @COLUMNS), "\n";
    for my $uuid (sort { order($new->{$a}, $new->{$b}) } grep { $old->{$_} } keys %$new) {
        my @cells = map {
            my ($name, $head, $width, $code) = @$_;
            sprintf '%' . $width . 's', $name eq 'cpu' && $opt{batch} ? 'n/a' : $code->($old->{$uuid}, $new->{$uuid});
        } @COLUMNS;
        print "@cells\n";
    }
}

sub order {
    my ($x, $y) = @_;
    return $x->{dom}->get_name cmp $y->{dom}->get_name if $opt{sort} eq 'name';
    my $key = $opt{sort} eq 'memory' ? 'memory' : 'cpuTime';
    return $y->{$key} <=> $x->{$key} || $x->{dom}->get_id <=> $y->{dom}->get_id;
}
