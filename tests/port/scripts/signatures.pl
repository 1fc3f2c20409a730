#!/usr/bin/env perl
# runs: yes
# args: test:///default
use v5.24;
use warnings;
use feature 'signatures';
no warnings qw(experimental::signatures experimental::for_list);
use Sys::Virt;

my $conn = connection($ARGV[0]);

sub connection ($uri, %rest) {
    state $kept = {};
    return $kept->{$uri} //= Sys::Virt->new(uri => $uri, %rest);
}

sub domains ($c, $filter = sub ($d) { 1 }) {
    return [ grep { $filter->($_) } $c->list_all_domains ];
}

my $running = domains($conn, sub ($dom) { $dom->is_active });
say "running: ", join ' ', map { $_->get_name } $running->@*;
say "first: ", $running->[0]->get_uuid_string;
say "last index: ", $running->$#*;

sub describe ($dom, $indent = '  ', @) {
    my %info = $dom->get_info->%*;
    return map { "$indent$_=$info{$_}" } grep { $_ ne 'cpuTime' } sort keys %info;
}
say for map { describe($_) } domains($conn)->@*;

my %by_pool = map { $_->get_name => { pool => $_, volumes => [ $_->list_all_volumes ] } }
    $conn->list_all_storage_pools;
for my ($name, $entry) (%by_pool) {
    say "$name: ", scalar $entry->{volumes}->@*, " of ", $entry->{pool}->get_info->{capacity};
    say $_->get_key for $entry->{volumes}->@[0 .. $entry->{volumes}->$#*];
}

my sub private ($dom) { return $dom->get_os_type }
say private($running->[0]);

package Counter {
    sub new ($class, %args) { bless { count => 0, %args }, $class }
    sub get_info ($self) { return { count => $self->{count} } }
    sub add ($self, $dom) { $self->{count} += $dom->get_info->{memory}; $self }
}
say Counter->new->add($running->[0])->get_info->{count};
