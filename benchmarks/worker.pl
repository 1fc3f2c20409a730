#!/usr/bin/perl
# The contender in Perl: what worker.py does, with Sys::Virt.
use strict;
use warnings;
use JSON ();
use Sys::Virt;
use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);

$| = 1;
my $scene = JSON::decode_json(scalar <STDIN>);
our $conn = Sys::Virt->new(uri => $scene->{uri});
# What a scene makes: our, so that statements see it.
our ($dom, $pool, $net, @doms, @names, $st, $vol);
eval "$scene->{setup}; 1" or die "setup: $@";
my @timers = map { eval "sub { for my \$turn (1 .. \$_[0]) { $_ } }" or die "$_: $@" }
    @{$scene->{statements}};
while (my $line = <STDIN>) {
    my ($number, $loops) = split " ", $line;
    my $start = clock_gettime(CLOCK_MONOTONIC);
    $timers[$number]->($loops);
    printf "%.9f\n", clock_gettime(CLOCK_MONOTONIC) - $start;
}
