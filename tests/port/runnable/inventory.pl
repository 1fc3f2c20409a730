#!/usr/bin/perl
# An inventory as objects: a base class, two subclasses, and what they have in common.
use strict;
use warnings;

package Inventory::Item;

my $count = 0;

sub new {
    my ($class, %args) = @_;
    my $self = bless { tags => [], %args }, ref($class) || $class;
    $self->{number} = ++$count;
    $self->init if $self->can('init');
    return $self;
}

sub count { return $count }
sub name { return $_[0]->{name} }
sub kind { return 'item' }

sub tag {
    my $self = shift;
    push @{ $self->{tags} }, @_;
    return $self;
}

sub tags {
    my $self = shift;
    return wantarray ? @{ $self->{tags} } : join ',', @{ $self->{tags} };
}

sub describe {
    my $self = shift;
    return sprintf '#%d %s %s', $self->{number}, $self->kind, $self->name;
}

package Inventory::Guest;

our @ISA = ('Inventory::Item');

sub init {
    my $self = shift;
    my $info = $self->{domain}->get_info;
    @{$self}{qw(memory cpus)} = @{$info}{qw(memory nrVirtCpu)};
    $self->{name} = $self->{domain}->get_name;
    $self->tag($self->{domain}->is_active ? 'running' : 'off');
}

sub kind { 'guest' }

sub describe {
    my $self = shift;
    my $base = $self->SUPER::describe(@_);
    return "$base: $self->{cpus} CPUs, " . $self->{memory} / 1024 . " MiB";
}

package Inventory::Volume;

use parent -norequire, 'Inventory::Item';

sub kind { return 'volume' }

sub init {
    my ($self) = @_;
    $self->{name} = $self->{volume}->get_name;
    $self->{size} = $self->{volume}->get_info->{capacity};
    $self->tag('large') if $self->{size} > 5_000_000;
}

sub describe {
    my ($self) = @_;
    return $self->SUPER::describe() . ": $self->{size} bytes";
}

# Accessors made by a loop.
package Inventory::Report;

foreach my $field (qw(title width indent)) {
    no strict 'refs';
    *{"Inventory::Report::$field"} = sub {
        my $self = shift;
        $self->{$field} = shift if @_;
        return $self->{$field};
    };
}

sub new {
    my $class = shift;
    my $self = { title => 'Untitled', width => 40, indent => 2, items => [], @_ };
    return bless $self, $class;
}

sub add {
    my ($self, @items) = @_;
    push @{$self->{items}}, @items;
    return scalar @{$self->{items}};
}

sub line { my ($self, $char) = @_; return ($char || '-') x $self->width . "\n" }

sub render {
    my $self = shift;
    my $out = $self->line('=');
    $out .= $self->title . "\n" . $self->line;
    for my $item (sort { $a->kind cmp $b->kind || $a->name cmp $b->name } @{$self->{items}}) {
        $out .= ' ' x $self->indent . $item->describe;
        my $tags = $item->tags;
        $out .= " [$tags]" if length $tags;
        $out .= "\n";
    }
    return $out . $self->line('=');
}

package main;

use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
my $pool = $conn->get_storage_pool_by_name('default-pool');

foreach my $spec (['root.img', 8_000_000], ['swap.img', 1_000_000], ['home.img', 6_000_000]) {
    my ($name, $size) = @$spec;
    $pool->create_volume("<volume><name>$name</name><capacity>$size</capacity></volume>");
}
my $twin = $conn->define_domain(<<XML);
<domain type='test'>
  <name>twin</name>
  <memory>786432</memory>
  <vcpu>3</vcpu>
  <os><type>hvm</type></os>
</domain>
XML

my $report = Inventory::Report->new(title => 'All that is here', width => 44);
$report->add(map { Inventory::Guest->new(domain => $_) }
    sort { $a->get_name cmp $b->get_name } $conn->list_all_domains);
my $number = $report->add(map { Inventory::Volume->new(volume => $_) }
    sort { $b->get_name cmp $a->get_name } $pool->list_volumes);
print "$number items\n";
print $report->render;

$report->title('Again, narrow');
$report->width(20);
$report->indent(0);
print $report->render;

my ($first) = @{$report->{items}};
$first->tag(qw(old slow))->tag('kept');
my @tags = $first->tags;
print scalar(@tags), " tags: ", scalar($first->tags), "\n";
print ref($first), ' is ', ($first->isa('Inventory::Item') ? '' : 'not '), "an item\n";
print "It can", ($first->can('render') ? '' : 'not'), " render\n";
print Inventory::Item->count, " were made, ", Inventory::Item::count(), " by the other name\n";
my $clone = $first->new(domain => $twin);
print $clone->describe, "\n";
my $method = 'kind';
print join(' ', map { $_->$method } @{$report->{items}}), "\n";
