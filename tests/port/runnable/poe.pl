#!/usr/bin/perl
# POE: a session with a delay.
use strict;
use warnings;

use POE;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');

POE::Session->create(
    inline_states => {
        _start => sub {
            $_[HEAP]{turns} = 0;
            $_[KERNEL]->yield('look');
        },
        look => sub {
            my ($kernel, $heap) = @_[KERNEL, HEAP];
            print "turn ", ++$heap->{turns}, ": ", $conn->num_of_domains, "\n";
            $kernel->delay(look => 0.01) if $heap->{turns} < 3;
        },
        _stop => sub { print "stopped\n" },
    },
);
POE::Kernel->run;
