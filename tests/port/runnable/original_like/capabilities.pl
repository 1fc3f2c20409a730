#!/usr/bin/perl
# args: test:///default

use strict;
use warnings;

use Sys::Virt;
use XML::XPath;
use XML::XPath::XMLParser;

my $uri = @ARGV ? shift @ARGV : "";
my $vmm = Sys::Virt->new(address => $uri, readonly => 1);

my $host = $vmm->get_node_info();
print "Model: $host->{model}\n";

my @features = qw(pae Nonpae Acpi apic);
print "Features:\n";
print join ("\n", map { "  " . $_ } sort{ lc $a cmp lc $b } @features), "\n";

my @sizes = (
    4, 2048
    );

my @free = $vmm->get_node_free_pages(\@sizes, 0, 0);

print "Free pages by cell:\n";
foreach my $one (@free) {
    print "  Cell: ", $one->{cell}, "\n";
    print "  Free: ";
    for (my $i = 0; $i <= $#sizes; $i++) {
        my $size = $sizes[$i];
        printf "%d @ %d KiB, ", $one->{pages}->{$size}, $size;
    }
    print "\n";
}

my $xml = $vmm->get_capabilities();

my @kinds = ();
my $paths = XML::XPath->new(xml => $xml);
my $nodes = $paths->find('/capabilities/guest/arch/@name');
foreach my $node ($nodes->get_nodelist) {
    push (@kinds, $node->getNodeValue());
}
print "Guests: @kinds\n";
print "Cells: ", $paths->find('count(//topology/cells/cell)'), "\n";
