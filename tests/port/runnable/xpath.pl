#!/usr/bin/perl
# args: test
# XML::XPath on a guest's description.
use strict;
use warnings;

use Sys::Virt;
use XML::XPath;

my $name = shift or die "usage: xpath GUEST\n";
my $conn = Sys::Virt->new(uri => 'test:///default');

my $xml = $conn->get_domain_by_name($name)->get_xml_description;
my $xp = XML::XPath->new(xml => $xml);

print "name: ", $xp->findvalue('/domain/name'), "\n";
print "type: ", $xp->find('/domain/@type')->string_value, "\n";
print "memory: ", $xp->getNodeText('/domain/memory') / 1024, " MiB\n";
print "boots: ", ($xp->exists('/domain/os/boot') ? 'from ' . $xp->findvalue('/domain/os/boot/@dev') : 'from nothing'), "\n";
print "sum: ", $xp->findvalue('1 + 2'), "\n";

my $doc = XML::XPath->new(xml => <<'XML');
<devices>
  <disk device="disk"><target dev="vda"/><source file="/one"/></disk>
  <disk device="cdrom"><target dev="hda"/></disk>
  <disk device="disk"><target dev="vdb"/><source file="/two"/></disk>
</devices>
XML

foreach my $disk ($doc->findnodes('//disk[@device="disk"]')) {
    my $dev = $doc->findvalue('./target/@dev', $disk);
    my ($source) = $doc->findnodes('./source', $disk);
    printf "%s on %s\n", $dev, $source->getAttribute('file');
}
my @all = $doc->findnodes('/devices/disk/target/@dev');
print scalar(@all), ': ', join(' ', map { $_->getNodeValue } @all), "\n";
my $set = $doc->find('//disk');
print $set->size, ' ', $set->get_node(2)->getAttribute('device'), "\n";
for my $node ($doc->find('//disk/*')->get_nodelist) {
    print $node->getName, ' ';
}
print "\n";
