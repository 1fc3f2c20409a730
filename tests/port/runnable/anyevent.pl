#!/usr/bin/perl
# AnyEvent: timers, a condition, an end.
use strict;
use warnings;

use AnyEvent;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
my $done = AnyEvent->condvar;
my $turns = 0;

my $timer;
$timer = AnyEvent->timer(after => 0.01, interval => 0.01, cb => sub {
    $turns++;
    print "turn $turns: ", $conn->num_of_domains, "\n";
    if ($turns == 3) {
        undef $timer;
        $done->send('finished');
    }
});
print $done->recv, "\n";
