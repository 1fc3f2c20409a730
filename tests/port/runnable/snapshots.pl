#!/usr/bin/perl
# Snapshots as a tree: made, shown, gone back to, taken away.
use strict;
use warnings;

use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
my $dom = $conn->get_domain_by_name('test');

sub make {
    my ($name, $text) = @_;
    my $snap = $dom->create_snapshot(<<"    XML");
        <domainsnapshot>
          <name>$name</name>
          <description>$text</description>
        </domainsnapshot>
    XML
    return $snap->get_name;
}

sub field {
    my ($snap, $field) = @_;
    my ($found) = $snap->get_xml_description =~ m{<$field>(.*?)</$field>}s;
    return defined $found ? $found : '';
}

# What is below what: a hash of lists.
sub tree_of {
    my ($guest) = @_;
    my %below;
    foreach my $snap ($guest->list_all_snapshots) {
        my $parent = eval { $snap->get_parent->get_name };
        push @{ $below{ $parent // '' } }, $snap->get_name;
    }
    return \%below;
}

sub show {
    my ($below, $name, $depth, $mark) = @_;
    $depth ||= 0;
    foreach my $each (sort @{ $below->{$name} || [] }) {
        my $snap = $dom->get_snapshot_by_name($each);
        printf "%s%s %s%s\n", '  ' x $depth, ($each eq $mark ? '*' : '-'), $each,
            (field($snap, 'description') ? ': ' . field($snap, 'description') : '');
        show($below, $each, $depth + 1, $mark);
    }
}

sub current {
    return '' unless $dom->has_current_snapshot;
    return $dom->current_snapshot->get_name;
}

sub depth_of {
    my ($below, $name) = @_;
    my $deepest = 0;
    foreach (@{ $below->{$name} || [] }) {
        my $depth = 1 + depth_of($below, $_);
        $deepest = $depth if $depth > $deepest;
    }
    return $deepest;
}

print "Nothing yet\n" unless $dom->num_of_snapshots;

make('installed', 'straight from the image');
make('updated', 'with all patches');
make('web', 'with a web server');

$dom->get_snapshot_by_name('updated')->revert_to;
make('db', 'with a database');
make('db-tuned', '');
$dom->get_snapshot_by_name('installed')->revert_to;
make('bare', 'nothing else');

my $tree = tree_of($dom);
print "The tree, ", depth_of($tree, ''), " deep:\n";
show($tree, '', 1, current());

print "\nParents with more than one child: ",
    join(', ', sort grep { @{ $tree->{$_} } > 1 } grep { length } keys %$tree), "\n";

# The way from a snapshot up to the first one.
my @way;
for (my $snap = $dom->get_snapshot_by_name('db-tuned'); $snap;
    $snap = eval { $snap->get_parent }) {
    unshift @way, $snap->get_name;
}
print "The way to db-tuned: @way\n";

my $snap = $dom->get_snapshot_by_name('db');
my @children = map { $_->get_name } $snap->list_all_children;
print "Below db: @children\n";
$snap->delete(Sys::Virt::DomainSnapshot::DELETE_CHILDREN);

unless (eval { $dom->get_snapshot_by_name('db'); 1 }) {
    my $code = $@->code;
    print "db is gone: ", $code == Sys::Virt::Error::ERR_NO_DOMAIN_SNAPSHOT ? 'as it should' : $code, "\n";
}

$dom->get_snapshot_by_name('updated')->delete;
print "\nWithout db and updated:\n";
show(tree_of($dom), '', 1, current());

my %states;
foreach my $each ($dom->list_all_snapshots) {
    $states{ field($each, 'state') }++;
}
foreach my $state (sort { $states{$b} <=> $states{$a} or $a cmp $b } keys %states) {
    print "$states{$state} x $state\n";
}

# Keep the newest two by name order, as a rotation would.
my @names = sort map { $_->get_name } $dom->list_all_snapshots;
my @old = splice @names, 0, @names - 2;
foreach my $name (@old) {
    $dom->get_snapshot_by_name($name)->delete;
    print "rotated: $name\n";
}
print "left: ", join(' ', sort map { $_->get_name } $dom->list_all_snapshots), "\n";
