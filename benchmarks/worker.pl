#!/usr/bin/perl
# The contender in Perl: what worker.py does, with Sys::Virt.
use strict;
use warnings;
use JSON ();
use Sys::Virt;
use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);

$| = 1;
our $conn = Sys::Virt->new(uri => "test:///default");
our $dom = $conn->get_domain_by_name("test");
my @timers = map { eval "sub { for my \$turn (1 .. \$_[0]) { $_ } }" or die "$_: $@" }
    @{JSON::decode_json(scalar <STDIN>)};
while (my $line = <STDIN>) {
    my ($number, $loops) = split " ", $line;
    my $start = clock_gettime(CLOCK_MONOTONIC);
    $timers[$number]->($loops);
    printf "%.9f\n", clock_gettime(CLOCK_MONOTONIC) - $start;
}
