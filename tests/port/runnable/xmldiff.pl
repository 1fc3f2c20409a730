#!/usr/bin/perl
# exit: 1
# Compares the descriptions of guests, element by element, and says what differs.
use strict;
use warnings;

use Sys::Virt;
use XML::LibXML;

my %IGNORE = map { $_ => 1 } qw(/domain/uuid /domain/@id);
# Lists whose elements have a key.
my %KEY = (
    disk => 'target/@dev',
    interface => 'mac/@address',
    boot => '@dev',
);

my $conn = Sys::Virt->new(uri => 'test:///default');

sub guest_xml {
    my (%spec) = @_;
    my $n = 0;
    my $disks = join '', map {
        my ($target, $file, $bus) = @$_;
        qq{    <disk type='file' device='disk'>
      <source file='$file'/>
      <target dev='$target' bus='} . ($bus || 'virtio') . qq{'/>
    </disk>
};
    } @{ $spec{disks} };
    my $cards = '';
    foreach my $mac (@{ $spec{macs} || [] }) {
        $cards .= "    <interface type='network'>\n      <mac address='$mac'/>\n"
            . "      <source network='default'/>\n    </interface>\n";
    }
    return <<XML;
<domain type='test'>
  <name>$spec{name}</name>
  <memory unit='KiB'>$spec{memory}</memory>
  <vcpu>@{[ $spec{cpus} || 1 ]}</vcpu>
  <os>
    <type>hvm</type>
@{[ join "\n", map { "    <boot dev='$_'/>" } @{ $spec{boot} || ['hd'] } ]}
  </os>
  <devices>
$disks$cards  </devices>
</domain>
XML
}

# A document as a flat hash: path => text.
sub flatten {
    my ($node, $path, $into) = @_;
    foreach my $attribute ($node->attributes) {
        next unless $attribute->nodeType == XML_ATTRIBUTE_NODE;
        $into->{"$path/\@" . $attribute->nodeName} = $attribute->value;
    }
    my @elements = grep { $_->nodeType == XML_ELEMENT_NODE } $node->childNodes;
    if (!@elements) {
        my $text = $node->textContent;
        $text =~ s/^\s+|\s+$//g;
        $into->{$path} = $text if length $text;
        return $into;
    }
    my %number;
    for my $element (@elements) {
        my $name = $element->nodeName;
        my $key;
        if (my $of = $KEY{$name}) {
            $key = $element->findvalue($of);
        }
        $key = ++$number{$name} unless defined $key && length $key;
        my $many = grep { $_->nodeName eq $name } @elements;
        flatten($element, "$path/$name" . ($many > 1 || $KEY{$name} ? "[$key]" : ''), $into);
    }
    return $into;
}

sub load {
    my ($dom) = @_;
    my $doc = XML::LibXML->load_xml(string => $dom->get_xml_description(Sys::Virt::Domain::XML_INACTIVE));
    my $root = $doc->documentElement;
    return flatten($root, '/' . $root->nodeName, {});
}

sub diff {
    my ($old, $new) = @_;
    my @lines;
    my %all = (%$old, %$new);
    for my $path (sort keys %all) {
        next if $IGNORE{$path};
        my ($was, $is) = ($old->{$path}, $new->{$path});
        if (defined $was and defined $is) {
            next if $was eq $is;
            push @lines, ['~', $path, "$was -> $is"];
        } else {
            push @lines, defined $was ? ['-', $path, $was] : ['+', $path, $is];
        }
    }
    return @lines;
}

sub summary {
    my %count = ('+' => 0, '-' => 0, '~' => 0);
    $count{ $_->[0] }++ for @_;
    return join ', ', map { "$count{$_}$_" } sort keys %count;
}

my @specs = (
    {
        name => 'one', memory => 262144, disks => [['vda', '/img/one.img']],
        macs => ['52:54:00:00:00:01'],
    },
    {
        name => 'two', memory => 524288, cpus => 2,
        disks => [['vda', '/img/two.img'], ['vdb', '/img/data.img']],
        macs => ['52:54:00:00:00:01', '52:54:00:00:00:02'], boot => [qw(network hd)],
    },
    { name => 'three', memory => 524288, disks => [['hda', '/img/three.img', 'ide']] },
);

my %flat;
foreach my $spec (@specs) {
    my $dom = $conn->define_domain(guest_xml(%$spec));
    $flat{ $dom->get_name } = load($dom);
}

my $differences = 0;
foreach my $pair (['one', 'two'], ['one', 'one'], ['two', 'three']) {
    my ($left, $right) = @$pair;
    my @lines = diff(@flat{$left, $right});
    # What libvirt adds by itself isn't interesting.
    @lines = grep { $_->[1] !~ m{/(?:address|alias|controller|emulator|memballoon)\b} } @lines;
    print "$left against $right: ", @lines ? summary(@lines) : 'the same', "\n";
    for my $line (@lines) {
        my ($sign, $path, $text) = @$line;
        $path =~ s{^/domain/}{};
        printf "  %s %-40s %s\n", $sign, $path, $text;
    }
    $differences += @lines;
}

# A change in place, and the same comparison.
my $dom = $conn->get_domain_by_name('one');
my $before = load($dom);
my $doc = XML::LibXML->load_xml(string => $dom->get_xml_description);
my ($memory) = $doc->findnodes('/domain/memory/text()');
$memory->setData($memory->data * 2);
for my $card ($doc->findnodes('//interface')) {
    $card->unbindNode;
}
my ($source) = $doc->findnodes('//disk/source');
$source->setAttribute(file => '/img/moved.img');
$dom = $conn->define_domain($doc->toString);
my @changes = grep { $_->[1] !~ /address\b(?!])/ || $_->[0] eq '~' } diff($before, load($dom));
print "changed: ", summary(@changes), "\n";
print join("\n", map { "  $_->[0] $_->[1]" } grep { $_->[0] eq '~' } @changes), "\n";
exit($differences ? 1 : 0);
