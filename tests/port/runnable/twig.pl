#!/usr/bin/perl
# XML::Twig: handlers for parts, and a change.
use strict;
use warnings;

use Sys::Virt;
use XML::Twig;

my $conn = Sys::Virt->new(uri => 'test:///default');
my %found;

my $twig = XML::Twig->new(
    twig_handlers => {
        'ip' => sub { my ($t, $element) = @_; $found{address} = $element->att('address'); },
        'range' => sub { push @{ $found{ranges} }, $_->att('start') . '-' . $_->att('end') },
        'bridge' => \&bridge,
    },
);

sub bridge {
    my ($t, $bridge) = @_;
    $found{bridge} = $bridge->att('name');
}

$twig->parse($conn->get_network_by_name('default')->get_xml_description);
print "$found{bridge} $found{address} @{ $found{ranges} }\n";

my $root = $twig->root;
print $root->tag, ' ', $root->first_child_text('name'), "\n";
foreach my $child ($root->children) {
    next if $child->tag eq 'uuid';
    print '  ', $child->tag, $child->has_children ? ' with children' : '', "\n";
}
my $name = $root->first_child('name');
$name->set_text('changed');
print $root->first_child('name')->text, "\n";
print $root->first_child('name')->sprint, "\n";
