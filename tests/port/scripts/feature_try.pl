#!/usr/bin/perl
# runs: yes
# args: test:///default
use v5.34;
use warnings;
use feature qw(try isa);
no warnings qw(experimental::try experimental::isa);
use Sys::Virt;

my $v = Sys::Virt->new(uri => $ARGV[0]);

sub find_domain {
    my $name = shift;
    try {
        return $v->get_domain_by_name($name);
    }
    catch ($e) {
        if ($e isa Sys::Virt::Error && $e->code == Sys::Virt::Error::ERR_NO_DOMAIN) {
            say "no $name: ", $e->message;
            return undef;
        }
        die $e;
    }
}

for my $name (qw(test none)) {
    my $dom = find_domain($name) // next;
    say $dom->get_name;
}

my $pool;
try { $pool = $v->get_storage_pool_by_name('default-pool') }
catch ($problem) { say "pool: ", $problem->message }
say $pool->get_uuid_string;
