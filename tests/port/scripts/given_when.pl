#!/usr/bin/perl
# runs: yes
# args: test:///default list
# args: test:///default bounce
# args: test:///default nonsense
use v5.10;
use strict;
no if $] >= 5.018, warnings => 'experimental';
use Sys::Virt;

my ($uri, $what) = @ARGV;
my $virt = Sys::Virt->new(uri => $uri);

given ($what) {
    when ('list') {
        say $_->get_name for $virt->list_all_domains;
    }
    when ([qw(bounce restart)]) {
        for my $d ($virt->list_domains) {
            $d->destroy;
            $d->create;
            say $d->get_name, " bounced";
        }
    }
    when (/^net/) { say $_->get_name for $virt->list_networks }
    default {
        say "what is $what?";
        my $pool = ($virt->list_storage_pools)[0];
        say $pool->get_name;
    }
}

sub word {
    my ($dom) = @_;
    for (($dom->get_state)[0]) {
        when (Sys::Virt::Domain::STATE_RUNNING) { return 'on' }
        when ($_ == Sys::Virt::Domain::STATE_SHUTOFF) { return 'off' }
    }
    return 'other';
}
say word($virt->get_domain_by_name('test'));
