#!/usr/bin/perl
# runs: no - needs POE
use strict;
use warnings;
use POE qw(Wheel::ReadLine);
use Sys::Virt;

POE::Session->create(
    inline_states => {
        _start => \&start,
        poll   => \&poll,
        input  => sub {
            my ($heap, $line) = @_[HEAP, ARG0];
            my ($verb, $name) = split ' ', $line;
            my $dom = $heap->{conn}->get_domain_by_name($name);
            $dom->reboot if $verb eq 'reboot';
            $_[KERNEL]->yield('shutdown') if $verb eq 'quit';
        },
        shutdown => sub { delete $_[HEAP]->{conn}; $_[KERNEL]->alarm_remove_all },
    },
    args => [ @ARGV ],
);
POE::Kernel->run;

sub start {
    my ($kernel, $heap, $uri) = @_[KERNEL, HEAP, ARG0];
    $heap->{conn} = Sys::Virt->new(uri => $uri);
    $heap->{seen} = {};
    $kernel->delay(poll => 1);
}

sub poll {
    my ($kernel, $heap) = @_[KERNEL, HEAP];
    my %now = map { $_->get_name => $_ } $heap->{conn}->list_domains;
    for my $name (keys %now) {
        print "$name started, id ", $now{$name}->get_id, "\n" unless $heap->{seen}{$name};
    }
    for my $gone (grep { !$now{$_} } keys %{ $heap->{seen} }) {
        my $old = $heap->{seen}{$gone};
        print "$gone (", $old->get_uuid_string, ") stopped\n";
    }
    $heap->{seen} = \%now;
    $kernel->delay(poll => 1);
}
