#!/usr/bin/perl -w
# runs: yes
# args: config
# args: fetch
# args: autoconf
# A plugin for Munin; what it measures is in its name: libvirt_cputime and so on.

use strict;
use Sys::Virt;

my $mode = $ARGV[0] || 'fetch';
(my $what = $0) =~ s/.*_//;
$what = 'cputime' unless $what =~ /^(cputime|mem|blkstat)$/;
my $address = $ENV{address} || 'qemu:///system';

$mode eq 'autoconf' and do {
    print eval { Sys::Virt->new(address => $address, readonly => 1); 1 } ? "yes\n" : "no ($@)\n";
    exit 0;
};

my $vmm = Sys::Virt->new(address => $address, readonly => 1);

my %GRAPH = (
    cputime => {
        title => 'Processor time', vlabel => '%',
        draw => sub { my $d = shift; return ($d->get_info->{cpuTime} / 1e7) },
    },
    mem => {
        title => 'Memory', vlabel => 'bytes',
        draw => sub { return 1024 * $_[0]->get_info->{memory} },
    },
    blkstat => {
        title => 'Disks', vlabel => 'bytes',
        draw => \&blkstat,
    },
);

sub clean {
    my $name = shift;
    $name =~ s/^[^A-Za-z_]/_/;
    $name =~ s/[^A-Za-z0-9_]/_/g;
    $name
}

sub blkstat {
    my ($domain) = @_;
    my @devs = $domain->get_xml_description =~ /<target dev='(.*?)' bus/g;
    my $sum;
    $sum += $_->{rd_bytes} + $_->{wr_bytes} for map { $domain->block_stats($_) } @devs;
    return $sum;
}

if ($mode eq 'config') {
    print "graph_title $GRAPH{$what}{title}\n";
    print "graph_vlabel $GRAPH{$what}{vlabel}\n";
    my $n = 0;
    for (sort { $a->get_uuid_string cmp $b->get_uuid_string } $vmm->list_domains) {
        my $name = clean $_->get_name;
        print "$name.label ", $_->get_name, "\n$name.draw ", $n++ ? 'STACK' : 'AREA', "\n";
    }
} else {
    my $draw = $GRAPH{$what}->{draw};
    printf "%s.value %.0f\n", clean($_->get_name), $draw->($_) / 1e6 foreach $vmm->list_domains;
}
