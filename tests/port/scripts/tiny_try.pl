#!/usr/bin/perl
# runs: no - needs Try::Tiny
use strict;
use warnings;
use Try::Tiny;
use Scalar::Util 'blessed';
use Sys::Virt;

my $uri = shift;
my $conn = try {
    Sys::Virt->new(uri => $uri);
} catch {
    die "can't connect: " . (blessed $_ ? $_->message : $_) . "\n";
};

my @names = @ARGV;
for my $name (@names) {
    try {
        my $dom = $conn->get_domain_by_name($name);
        $dom->create;
        print $dom->get_name, " started\n";
    }
    catch {
        my $err = $_;
        if (blessed $err && $err->isa('Sys::Virt::Error')) {
            if ($err->code == Sys::Virt::Error::ERR_NO_DOMAIN) {
                warn "no such domain: $name\n";
            } elsif ($_->code == Sys::Virt::Error::ERR_OPERATION_INVALID) {
                warn "runs already\n";
            } else {
                warn $err->stringify;
            }
        } else {
            die $err;
        }
    }
    finally {
        print "done with $name", (@_ ? " (with an error: @_)" : ""), "\n";
    };
}

my $count = try { scalar(my @d = $conn->list_domains) } catch { 0 };
my ($net, @rest) = try { $conn->list_networks } catch { () };
print "$count domains, first network ", ($net ? $net->get_name : 'none'), "\n";
