#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Sys::Virt;
use My::Domain;
use My::Config;

# Real domains, and objects of our own that hold what was known of them yesterday.

my $conn = Sys::Virt->new(address => $ARGV[0]);
my @real = $conn->list_domains;
my @stored = My::Config->load(\*DATA)->list_domains;

for my $dom (@stored) {
    print $dom->get_name, " ", $dom->xml_description, "\n";
    my ($now) = grep { $_->get_name eq $dom->get_name } @real;
    print join(",", $dom->get_storage_paths), "\n";
    if ($now) {
        print $dom->differs($now) ? "changed\n" : "as it was\n";
        $now->set_autostart($dom->get_autostart);
    } else {
        print "gone\n";
        $dom->destroy;
    }
}
for (@real) {
    my $mine = My::Domain->from($_);
    print $mine->get_name, $mine->get_memory, "\n";
    print $_->get_max_memory, "\n";
}
__DATA__
test 2097152 /guest/diskimage1
gone 1024 /guest/diskimage2 /guest/diskimage3
