#!/usr/bin/perl
# XML::LibXML: reading what there is, changing it, defining it again.
use strict;
use warnings;

use Sys::Virt;
use XML::LibXML;

my $conn = Sys::Virt->new(uri => 'test:///default');

# A network, read.
my $net = $conn->get_network_by_name('default');
my $parser = XML::LibXML->new;
my $doc = $parser->parse_string($net->get_xml_description);
my $root = $doc->documentElement;
print $root->nodeName, ' ', $doc->findvalue('/network/name'), "\n";

my ($ip) = $root->findnodes('./ip');
print $ip->getAttribute('address'), ' ', $ip->getAttribute('netmask'), "\n";
foreach my $range ($doc->findnodes('//dhcp/range')) {
    printf "%s to %s\n", map { $range->getAttribute($_) } qw(start end);
}

# A guest, written by hand.
my $xml = <<'XML';
<domain type='test'>
  <!-- made by hand -->
  <name>edited</name>
  <memory unit='KiB'>524288</memory>
  <vcpu>1</vcpu>
  <os><type>hvm</type></os>
  <devices>
    <disk type='file' device='disk'>
      <source file='/images/one.img'/>
      <target dev='vda' bus='virtio'/>
    </disk>
    <disk type='file' device='cdrom'>
      <target dev='hda' bus='ide'/>
      <readonly/>
    </disk>
    <interface type='network'>
      <mac address='52:54:00:11:22:33'/>
      <source network='default'/>
    </interface>
  </devices>
</domain>
XML

my $dom_doc = XML::LibXML->load_xml(string => $xml);

sub disks {
    my ($doc) = @_;
    my @rows;
    for my $disk ($doc->findnodes('/domain/devices/disk')) {
        my $source = $disk->findvalue('./source/@file');
        my $target = $disk->findvalue('./target/@dev');
        push @rows, {
            target => $target,
            source => $source eq '' ? undef : $source,
            device => $disk->getAttribute('device') || 'disk',
            readonly => scalar(@{ $disk->findnodes('./readonly') }),
        };
    }
    return @rows;
}

sub print_disks {
    for my $disk (@_) {
        printf "  %-4s %-6s %s%s\n", $disk->{target}, $disk->{device},
            defined $disk->{source} ? $disk->{source} : '(empty)',
            $disk->{readonly} ? ' read-only' : '';
    }
}

print "Disks:\n";
print_disks(disks($dom_doc));

# More memory, another name, a second disk, no CD-ROM.
my ($memory) = $dom_doc->findnodes('/domain/memory/text()');
$memory->setData(1048576);
my ($name) = $dom_doc->findnodes('/domain/name');
$name->removeChildNodes;
$name->appendText('edited-2');

my ($devices) = $dom_doc->findnodes('/domain/devices');
my $disk = $dom_doc->createElement('disk');
$disk->setAttribute(type => 'file');
$disk->setAttribute('device', 'disk');
my $source = $disk->addNewChild('', 'source');
$source->setAttribute('file', '/images/two.img');
my $target = $dom_doc->createElement('target');
$target->setAttribute($_->[0], $_->[1]) for ['dev', 'vdb'], ['bus', 'virtio'];
$disk->appendChild($target);
$devices->appendChild($disk);

foreach my $cdrom ($dom_doc->findnodes(q{//disk[@device='cdrom']})) {
    $cdrom->parentNode->removeChild($cdrom);
}

print "After the change:\n";
print_disks(disks($dom_doc));

my $dom = $conn->define_domain($dom_doc->toString);
print $dom->get_name, ' ', $dom->get_info->{maxMem}, "\n";

# What libvirt has made of it.
my $back = XML::LibXML->load_xml(string => $dom->get_xml_description);
print "Disks of libvirt's:\n";
print_disks(disks($back));
my @macs = map { $_->value } $back->findnodes('//interface/mac/@address');
print "MAC @macs\n";
print "It has a UUID\n" if $back->exists('/domain/uuid');
print 'Count: ', $back->findvalue('count(/domain/devices/disk)'), "\n";

# Children, siblings, kinds of nodes.
my $small = XML::LibXML->load_xml(string => '<a x="1" y="2"><b>t</b><!--c--><d/>tail</a>');
for my $child ($small->documentElement->childNodes) {
    my $type = $child->nodeType;
    print $child->nodeName, ' ',
        $type == XML_ELEMENT_NODE ? 'element' : $type == XML_TEXT_NODE ? 'text'
        : $type == XML_COMMENT_NODE ? 'comment' : $type, "\n";
}
print join(' ', map { $_->nodeName . '=' . $_->value } $small->documentElement->attributes), "\n";
print $small->documentElement->textContent, "\n";
my ($bold) = $small->getElementsByTagName('b');
print $bold->nextSibling->nodeName, q( ), $bold->parentNode->nodeName, q( ), $bold->firstChild->data, "\n";
print $small->documentElement->toString, "\n";
print $bold->toString, "\n";
$bold->setAttribute('z', '<&"');
print $bold->toString, "\n";

# A broken text.
eval { XML::LibXML->load_xml(string => '<a><b></a>') };
print "not well-formed\n" if $@;

# From nothing.
my $new = XML::LibXML::Document->new('1.0', 'UTF-8');
my $list = $new->createElement('guests');
$new->setDocumentElement($list);
for my $guest (sort { $a->get_name cmp $b->get_name } $conn->list_all_domains) {
    my $entry = $new->createElement('guest');
    $entry->setAttribute('id', $guest->is_active ? $guest->get_id : 'none');
    $entry->appendTextNode($guest->get_name);
    $list->appendChild($entry);
}
print $new->toString(1);
