#!/usr/bin/perl
# runs: no - needs TryCatch
use strict;
use warnings;
use TryCatch;
use Sys::Virt;

sub open_host {
    my ($uri) = @_;
    try {
        return Sys::Virt->new(uri => $uri);
    }
    catch (Sys::Virt::Error $e where { $_->code == Sys::Virt::Error::ERR_AUTH_FAILED }) {
        warn "not allowed: ", $e->message, "\n";
    }
    catch (Sys::Virt::Error $e) {
        warn "level ", $e->level, ": ", $e->message, "\n";
    }
    catch ($other) {
        die $other;
    }
    return;
}

my $c = open_host($ARGV[0]) or exit 1;
for my $dom ($c->list_all_domains) {
    my $name = $dom->get_name;
    try {
        $dom->managed_save;
        print "$name saved\n";
    } catch (Sys::Virt::Error $err) {
        next if $err->code == Sys::Virt::Error->ERR_OPERATION_INVALID;
        print "$name: $err\n";
    }
}
