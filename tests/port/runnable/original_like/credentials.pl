#!/usr/bin/perl
# args:
# args: test:///default

use strict;
use warnings;

use Sys::Virt;

my $where = @ARGV ? shift @ARGV : "test:///default";

print "Opening $where\n";

my %answers = (name => "operator", secret => "s3cret");

my $conn = Sys::Virt->new(
    uri => $where,
    readonly => 0,
    auth => 1,
    credlist => [
        Sys::Virt::CRED_AUTHNAME,
        Sys::Virt::CRED_PASSPHRASE,
    ],
    callback => sub {
        my $wanted = shift;
        foreach my $one (@{$wanted}) {
            if ($one->{type} == Sys::Virt::CRED_AUTHNAME) {
                $one->{result} = $answers{name};
            }
            if ($one->{type} == Sys::Virt::CRED_PASSPHRASE) {
                $one->{result} = $answers{secret};
            }
        }
        return 0;
    },
);

print "Type: ", $conn->get_type(), "\n";
