#!/usr/bin/perl
# runs: no - needs XML::LibXML
use strict;
use warnings;
use XML::LibXML;

# Libvirt's XML, but no libvirt: the documents are called $dom, as the manual calls them.

my $parser = XML::LibXML->new;
my %sizes;

foreach my $file (@ARGV) {
    my $dom = eval { $parser->parse_file($file) };
    if ($@) {
        warn "$file: " . $@->message . "\n" if ref $@;
        next;
    }
    my $root = $dom->documentElement;
    my ($name) = $dom->findnodes('/domain/name');
    $dom->setEncoding('UTF-8');
    my $pool = $root->getChildrenByTagName('devices')->get_node(1);
    for my $vol ($pool->findnodes('./disk/source')) {
        my $path = $vol->getAttribute('file');
        $sizes{$path} = -s $path;
        $vol->destroy if !$path;
    }
    my $info = $dom->createElement('info');
    $info->appendText($dom->toString);
    $root->appendChild($info);
    print $dom->get_name, "\n" if $dom->can('get_name');
    print $name->textContent, "\n";
    $dom->destroy;
}
printf "%s %d\n", $_, $sizes{$_} for sort keys %sizes;
