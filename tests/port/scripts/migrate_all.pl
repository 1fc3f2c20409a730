#!/usr/bin/perl
# runs: no - needs two hosts
# Empties a host: all its guests go to another one.

use strict;
use Sys::Virt;
use Sys::Virt::Domain;

my ($from, $to) = @ARGV;
die "usage: $0 SOURCE DESTINATION\n" unless $from and $to;

my $source = Sys::Virt->new(uri => "qemu+ssh://$from/system");
my $target = Sys::Virt->new(uri => "qemu+ssh://$to/system");

my $flags = Sys::Virt::Domain::MIGRATE_LIVE
          | Sys::Virt::Domain::MIGRATE_PERSIST_DEST
          | Sys::Virt::Domain::MIGRATE_UNDEFINE_SOURCE;

my (@done, %failed);
my @queue = map { [ $_, $_->get_info->{memory} ] } $source->list_domains;

foreach my $entry (sort { $a->[1] <=> $b->[1] } @queue) {
    my ($dom, $memory) = @$entry;
    my $name = $dom->get_name;
    if ($target->get_node_free_memory / 1024 < $memory) {
        $failed{$name} = "no room";
        next;
    }
    $dom->migrate_set_max_downtime(500, 0);
    my $moved = eval { $dom->migrate($target, $flags, undef, undef, 0) };
    if (my $e = $@) {
        if (ref $e && $e->code == Sys::Virt::Error::ERR_OPERATION_ABORTED) {
            $failed{$name} = "aborted";
        } else {
            $failed{$name} = "$e";
        }
        next;
    }
    push @done, $moved;
}

print "$_->[0] => $_->[1]\n" for map { [ $_->get_name, $_->get_id ] } @done;

for my $dom (@done) {
    my $stats = $dom->get_job_stats(Sys::Virt::Domain::JOB_STATS_COMPLETED);
    my $ms = $stats->{Sys::Virt::Domain::JOB_TIME_ELAPSED()};
    printf "  %s took %.1f s\n", $dom->get_name, ($ms || 0) / 1000;
}

foreach my $name (sort keys %failed) {
    warn "$name: $failed{$name}\n";
    my $params = {
        Sys::Virt::Domain::MIGRATE_PARAM_DEST_NAME() => "$name-moved",
        Sys::Virt::Domain->MIGRATE_PARAM_BANDWIDTH => 100,
    };
    my $d = $source->get_domain_by_name($name);
    eval { $d->migrate_to_uri("qemu+ssh://$to/system", $params, Sys::Virt::Domain::MIGRATE_PEER2PEER); 1 }
        or print STDERR "second try: $@";
}
