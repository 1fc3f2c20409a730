#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use List::Util qw(first reduce max sum shuffle);
use Sys::Virt;

# Objects in structures of all shapes.

my %hosts = map { $_ => { conn => Sys::Virt->new(uri => $_) } } @ARGV;
for my $uri (keys %hosts) {
    my $h = $hosts{$uri};
    @{ $h->{doms} } = $h->{conn}->list_all_domains;
    $h->{by_name}{ $_->get_name } = $_ for @{ $h->{doms} };
    push @{ $h->{things}{net} }, $h->{conn}->list_networks;
    $h->{things}{pool} = [ $h->{conn}->list_storage_pools ];
}

my $uri = $ARGV[0];
print $hosts{$uri}{doms}[0]->get_name, "\n";
print $hosts{$uri}->{by_name}->{test}->get_id, "\n";
print ${ $hosts{$uri}{doms} }[-1]->get_os_type, "\n";
print ((map { $_->get_uuid_string } @{ $hosts{$uri}{doms} })[0], "\n");
print $_->get_bridge_name, "\n" for @{ $hosts{$uri}{things}{net} };
print $hosts{$_}{things}{pool}[0]->get_info->{capacity}, "\n" for sort keys %hosts;

my ($dom) = grep { $_->get_name eq 'test' } values %{ $hosts{$uri}{by_name} };
my $found = first { $_->is_active } @{ $hosts{$uri}{doms} };
my $biggest = reduce { $a->get_max_memory > $b->get_max_memory ? $a : $b } shuffle($dom, $found);
print $biggest->get_name, " ", max(map { $_->get_max_memory } $dom, $found), "\n";
print sum(map $_->get_info->{nrVirtCpu}, $dom, $found), "\n";

my @matrix = ([ $dom, $found ], [ $biggest ]);
for my $row (@matrix) {
    print join(',', map { $_->get_name } @$row), "\n";
}
print $matrix[1][0]->is_persistent, $matrix[0]->[1]->is_updated ? 1 : 0, "\n";

my @sorted = map { $_->[0] } sort { $a->[1] <=> $b->[1] or $a->[0]->get_name cmp $b->[0]->get_name }
    map { [ $_, $_->get_info->{memory} ] } map { @{ $_->{doms} } } values %hosts;
print $sorted[0]->get_name, "\n";

my %h = (a => $dom, b => $hosts{$uri}{conn});
my ($x, $y) = @h{qw(a b)};
print $x->get_name, " ", $y->get_hostname, "\n";
my ($first, @rest) = ($y, $x, $found);
print $first->get_type, $rest[0]->get_name, "\n";
($x, $y) = ($y, $x);
print $x->get_uri, " ", $y->get_id, "\n";

my $record = { %{ $hosts{$uri} }, extra => 1 };
print $record->{conn}->get_hostname, "\n" if exists $record->{extra};
my $removed = delete $record->{by_name}{test};
print $removed->get_name, "\n";
my @spliced = splice @{ $record->{doms} }, 0, 1;
print scalar(@spliced), $spliced[0]->get_name, "\n";
my @copy = @{[ @spliced ]}; my ($c) = (@copy, undef);
print +(defined $c ? $c : $dom)->get_name, "\n";
print( ($removed || $c)->get_name ? "yes\n" : "no\n" );
