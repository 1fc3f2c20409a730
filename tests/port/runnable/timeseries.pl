#!/usr/bin/perl
# args: --window 4
# args: --window=3 --graph
# args: --window x
# exit: 2
# Samples of guests kept in rings, with means, peaks and a graph of characters.
use strict;
use warnings;

use Getopt::Long;
use List::Util qw(max min sum first);
use Sys::Virt;

my $window = 5;
my $graph;
my $limit = 80;
GetOptions(
    'window=i' => sub {
        my ($option, $value) = @_;
        die "--$option takes more than 1\n" if $value < 2;
        $window = $value;
    },
    'graph' => \$graph,
    'limit=f' => \$limit,
) or exit 2;

package Ring;

sub new {
    my ($class, $size) = @_;
    return bless { size => $size, at => 0, values => [], dropped => 0 }, $class;
}

sub add {
    my ($self, @new) = @_;
    foreach my $value (@new) {
        if (@{ $self->{values} } < $self->{size}) {
            push @{ $self->{values} }, $value;
        } else {
            $self->{values}[ $self->{at} ] = $value;
            $self->{dropped}++;
        }
        $self->{at} = ($self->{at} + 1) % $self->{size};
    }
    return $self;
}

# From the oldest to the newest.
sub all {
    my $self = shift;
    my $values = $self->{values};
    return @$values if @$values < $self->{size};
    my $at = $self->{at};
    return (@{$values}[ $at .. $#$values ], @{$values}[ 0 .. $at - 1 ]);
}

sub last { my ($self) = @_; my @all = $self->all; return $all[-1] }

sub mean {
    my $self = shift;
    my @all = $self->all or return;
    return List::Util::sum(@all) / @all;
}

sub deviation {
    my $self = shift;
    my @all = $self->all;
    return 0 if @all < 2;
    my $mean = $self->mean;
    my $squares = 0;
    $squares += ($_ - $mean) ** 2 for @all;
    return sqrt($squares / (@all - 1));
}

package Series;

my @LEVELS = (' ', '.', ':', '-', '=', '+', '*', '#');

sub new {
    my ($class, %args) = @_;
    my $self = bless { name => 'series', rings => {}, alarms => [], %args }, $class;
    return $self;
}

sub ring {
    my ($self, $key) = @_;
    return $self->{rings}{$key} ||= Ring->new($self->{window});
}

sub record {
    my ($self, $turn, $values) = @_;
    for my $key (sort keys %$values) {
        my $ring = $self->ring($key);
        my $before = $ring->last;
        my $value = $values->{$key};
        $ring->add($value);
        if ($value > $self->{limit} and !defined $before || $before <= $self->{limit}) {
            push @{ $self->{alarms} }, [$turn, $key, $value];
        }
    }
    return;
}

sub graph_of {
    my ($self, $key) = @_;
    my @all = $self->ring($key)->all;
    my $top = List::Util::max(@all, 1);
    return join '', map { $LEVELS[ int($_ / $top * $#LEVELS + 0.5) ] } @all;
}

package main;

my $conn = Sys::Virt->new(uri => 'test:///default');
my $test = $conn->get_domain_by_name('test');
my $info = $test->get_info;

# The test driver has no load of its own: what follows is made up, but always the same.
my $seed = 42;
sub noise {
    my $most = shift;
    $seed = ($seed * 1103515245 + 12345) % 2147483648;
    return int($seed / 65536) % $most;
}

my %guests;
for my $name ('test', 'web', 'db') {
    $guests{$name} = Series->new(name => $name, window => $window, limit => $limit);
}
my %load = (
    test => sub { my $turn = shift; return 10 + noise(10) },
    web => sub { return 50 + 45 * ($_[0] % 4 == 3) },
    db => sub { my ($turn) = @_; return min(100, $turn * 11) },
);

for my $turn (1 .. 9) {
    foreach my $name (sort keys %guests) {
        $guests{$name}->record($turn, {
            cpu => $load{$name}->($turn),
            memory => $info->{memory} / $info->{maxMem} * 100,
        });
    }
}

printf "%-5s %-7s %6s %6s %6s %6s%s\n", qw(guest what last mean dev peak), $graph ? '  graph' : '';
for my $name (sort keys %guests) {
    my $series = $guests{$name};
    for my $key (sort keys %{ $series->{rings} }) {
        my $ring = $series->ring($key);
        my @values = $ring->all;
        printf "%-5s %-7s %6.1f %6.1f %6.1f %6.1f", $name, $key, $ring->last, $ring->mean,
            $ring->deviation, max(@values);
        print "  |", $series->graph_of($key), "|" if $graph;
        print "\n";
    }
}

my @alarms = map { my $name = $_; map { [$name, @$_] } @{ $guests{$name}{alarms} } } sort keys %guests;
@alarms = sort { $a->[1] <=> $b->[1] || $a->[0] cmp $b->[0] } @alarms;
print scalar @alarms, " alarms:\n" if @alarms;
printf "  turn %d: %s %s at %g\n", @{$_}[1, 0, 2, 3] foreach @alarms;

my $worst = first { $_->[3] > 95 } @alarms;
print defined $worst ? "first above 95: $worst->[0]\n" : "none above 95\n";
my ($low, $high) = (min(map { $_->[3] } @alarms), max map { $_->[3] } @alarms);
print "between $low and $high\n";
print "dropped: ", join(' ', map { $guests{$_}->ring('cpu')->{dropped} } sort keys %guests), "\n";
