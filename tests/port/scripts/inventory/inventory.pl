#!/usr/bin/perl
# runs: yes
# args: test:///default
# A project: this script, and modules below lib.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Inventory::Host;
use Inventory::Writer;

my @uris = @ARGV ? @ARGV : ('qemu:///system');
my $writer = Inventory::Writer->new(handle => \*STDOUT);

foreach my $uri (@uris) {
    my $host = Inventory::Host->new($uri);
    if (my $problem = $host->problem) {
        warn "$uri: $problem\n";
        next;
    }
    $writer->heading($host->name);
    for my $guest ($host->guests) {
        $writer->guest($guest);
    }
    for my $domain ($host->raw_domains) {
        print "# ", $domain->get_name, " ", $domain->get_os_type, "\n";
    }
    $writer->pools($host->pools);
}
