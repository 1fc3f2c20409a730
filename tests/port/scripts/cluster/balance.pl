#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use FindBin;
use lib "$FindBin::RealBin/lib";
use Cluster qw(load_node every);
use Cluster::Scheduler;
use Cluster::Log;

my $log = Cluster::Log->new(level => $ENV{DEBUG} ? 'debug' : 'info');
my @nodes = map { load_node($_, log => $log) } @ARGV;
die "no nodes\n" unless @nodes;

my $scheduler = Cluster::Scheduler->new(\@nodes, log => $log);
every(0, 2, sub {
    my ($turn) = @_;
    $log->info("turn $turn");
    for my $move ($scheduler->moves) {
        my ($domain, $from, $to) = @{$move}{qw(domain from to)};
        $log->info(sprintf "%s: %s -> %s", $domain->get_name, $from->name, $to->name);
        $scheduler->move($domain, $to);
    }
});

my ($busiest) = $scheduler->by_load;
print $busiest->name, " runs ", scalar($busiest->domains), "\n";
print "  ", $_->get_name, " ", $_->get_id, "\n" for $busiest->domains;
print $busiest->driver->connection->get_uri, "\n";
