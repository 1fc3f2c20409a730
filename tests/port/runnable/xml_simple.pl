#!/usr/bin/perl
# XML::Simple, in the ways that scripts use it.
use strict;
use warnings;

use Sys::Virt;
use XML::Simple;

my $conn = Sys::Virt->new(uri => 'test:///default');

my $net = XMLin($conn->get_network_by_name('default')->get_xml_description);
print "$net->{name} $net->{bridge}{name} $net->{ip}{address}\n";
print "$net->{ip}{dhcp}{range}{start} to $net->{ip}->{dhcp}->{range}->{end}\n";

my $xml = <<'XML';
<domain type='test'>
  <name>many</name>
  <memory unit='KiB'>65536</memory>
  <os><type>hvm</type></os>
  <devices>
    <disk type='file'><source file='/a.img'/><target dev='vda'/></disk>
    <disk type='file'><source file='/b.img'/><target dev='vdb'/></disk>
    <interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/></interface>
  </devices>
</domain>
XML

my $guest = XMLin($xml, ForceArray => ['disk', 'interface'], KeyAttr => []);
print "$guest->{type} $guest->{name} $guest->{memory}{content} $guest->{memory}{unit}\n";
foreach my $disk (@{ $guest->{devices}{disk} }) {
    print "  $disk->{target}{dev}: $disk->{source}{file}\n";
}
print scalar @{ $guest->{devices}{interface} }, " card\n";

# Without ForceArray one is a hash, two are a list.
my $plain = XMLin($xml, KeyAttr => {});
print ref $plain->{devices}{disk}, ' ', ref $plain->{devices}{interface}, "\n";

# With keys.
my $hosts = XMLin(<<'XML', KeyAttr => { host => 'name' }, ForceArray => ['host']);
<hosts><host name="b" ip="10.0.0.2"/><host name="a" ip="10.0.0.1"><tag/></host></hosts>
XML
print join(' ', map { "$_=$hosts->{host}{$_}{ip}" } sort keys %{ $hosts->{host} }), "\n";

my $simple = XML::Simple->new(ForceArray => 1, KeyAttr => []);
my $data = $simple->XMLin('<a><b>1</b><b>2</b><c/></a>');
print "@{ $data->{b} } ", scalar @{ $data->{c} }, "\n";

my $kept = XMLin('<x a="1">text</x>', KeepRoot => 1);
print join(' ', keys %$kept), " $kept->{x}{content}\n";
print XMLout({ name => 'web', memory => 512 }, RootName => 'guest', NoAttr => 1);
print XMLout({ guest => [{ name => 'a' }, { name => 'b' }] }, RootName => 'all', KeyAttr => []);
