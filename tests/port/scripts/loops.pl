#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use Sys::Virt;

my $c = Sys::Virt->new(uri => $ARGV[0]);
my @queue = $c->list_all_domains;
my @stack = (@queue, @queue);
my ($i, $turns) = (0, 0);

while (my $dom = shift @queue) {
    print $dom->get_name, "\n";
}

until (!@stack) {
    my $top = pop @stack;
    last unless $top->get_id;
    unshift @queue, $top;
}

do {
    print $queue[$i]->get_os_type, "\n";
} while (++$i < @queue);

OUTER: for (my ($n, $d) = (0, undef); $n < @queue; $n++) {
    $d = $queue[$n];
    INNER: foreach my $net ($c->list_networks) {
        next OUTER if $n and $net->is_active;
        print $d->get_name, " on ", $net->get_name, "\n";
    }
    continue {
        $turns++;
    }
}

{
    my ($first, @others) = $c->list_storage_pools;
    last if @others;
    print $first->get_name, "\n";
    redo if $turns++ < 2;
}

foreach my $pair (map { [ $_, $_->get_max_vcpus ] } $c->list_domains) {
    my ($dom, $vcpus) = @{$pair};
    print "$vcpus of ", $dom->get_name, "\n" if $vcpus;
    print "again ", $pair->[0]->get_name, " ", $$pair[0]->is_active, "\n";
}

for my $k (0 .. $#queue) { print $k, $queue[$k]->is_persistent, "\n" }
for (reverse 1..2) { print "$_ left\n" }
print "$_\n" foreach sort { $a cmp $b } map $_->get_name, grep defined, @queue[0..$#queue];
my %seen; my @unique = grep { !$seen{$_->get_uuid}++ } @queue;
print scalar @unique, " ", $unique[-1]->get_name, "\n";
