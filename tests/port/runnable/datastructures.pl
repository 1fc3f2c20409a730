#!/usr/bin/perl
# A queue, a stack, a linked list, a tree, a matrix, a heap: with what Perl has.
use strict;
use warnings;

use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
my @names = map { $_->get_name } $conn->list_domains;

package Queue;

sub new { my $class = shift; return bless [@_], $class }
sub put { my $self = shift; push @$self, @_; return $self }
sub get { my $self = shift; return shift @$self }
sub size { return scalar @{ $_[0] } }
sub is_empty { return !@{ $_[0] } }

package Queue::Priority;

our @ISA = qw(Queue);

sub put {
    my ($self, $item, $priority) = @_;
    my $at = 0;
    $at++ while $at < @$self && $self->[$at][1] >= $priority;
    splice @$self, $at, 0, [$item, $priority];
    return $self;
}

sub get {
    my $self = shift;
    my $entry = $self->SUPER::get() or return;
    return wantarray ? @$entry : $entry->[0];
}

package Heap;

sub new {
    my ($class, $less) = @_;
    return bless { less => $less || sub { $_[0] < $_[1] }, items => [] }, $class;
}

sub push {
    my ($self, $item) = @_;
    my $items = $self->{items};
    CORE::push @$items, $item;
    my $i = $#$items;
    while ($i > 0) {
        my $parent = int(($i - 1) / 2);
        last unless $self->{less}->($items->[$i], $items->[$parent]);
        @{$items}[$i, $parent] = @{$items}[$parent, $i];
        $i = $parent;
    }
    return scalar @$items;
}

sub pop {
    my $self = shift;
    my $items = $self->{items};
    return undef unless @$items;
    my $top = $items->[0];
    my $end = CORE::pop @$items;
    if (@$items) {
        $items->[0] = $end;
        my $i = 0;
        while (1) {
            my ($left, $right) = (2 * $i + 1, 2 * $i + 2);
            my $best = $i;
            for ($left, $right) {
                $best = $_ if $_ <= $#{$items} and $self->{less}->($items->[$_], $items->[$best]);
            }
            last if $best == $i;
            ($items->[$i], $items->[$best]) = ($items->[$best], $items->[$i]);
            $i = $best;
        }
    }
    return $top;
}

package Tree;

sub new { return bless { root => undef, size => 0 }, shift }

sub insert {
    my ($self, $key, $value) = @_;
    my $where = \$self->{root};
    while ($$where) {
        my $order = $key cmp $$where->{key};
        if (!$order) {
            $$where->{value} = $value;
            return 0;
        }
        $where = $order < 0 ? \$$where->{left} : \$$where->{right};
    }
    $$where = { key => $key, value => $value, left => undef, right => undef };
    return ++$self->{size};
}

sub find {
    my ($self, $key) = @_;
    my $node = $self->{root};
    while ($node) {
        my $order = $key cmp $node->{key} or return $node->{value};
        $node = $node->{ $order < 0 ? 'left' : 'right' };
    }
    return;
}

sub each {
    my ($self, $code, $node) = @_;
    $node = $self->{root} if @_ < 3;
    return unless $node;
    $self->each($code, $node->{left});
    $code->(@{$node}{'key', 'value'});
    $self->each($code, $node->{right});
}

sub depth {
    my ($self, $node) = @_;
    return 0 unless $node;
    my ($left, $right) = map { $self->depth($node->{$_}) } qw(left right);
    return 1 + ($left > $right ? $left : $right);
}

package main;

my $queue = Queue->new(@names);
$queue->put('a')->put(qw(b c));
print $queue->size, ': ';
while (!$queue->is_empty) { print $queue->get, ' ' }
print defined $queue->get ? "more\n" : "empty\n";

my $priority = Queue::Priority->new;
$priority->put(@$_) for ['low', 1], ['high', 9], ['middle', 5], ['high too', 9];
my ($item, $level) = $priority->get;
print "$item($level) ";
while (my $next = $priority->get) { print "$next " }
print ref $priority, ' ', $priority->isa('Queue') ? 'is a queue' : '', "\n";

my $heap = Heap->new;
$heap->push($_) foreach 5, 3, 8, 1, 9, 2, 7;
my @out;
while (defined(my $x = $heap->pop)) { push @out, $x }
print "@out\n";
my $longest = Heap->new(sub { length $_[0] > length $_[1] });
$longest->push($_) for qw(aa a aaaa aaa);
print $longest->pop, ' ', $longest->pop, "\n";

my $tree = Tree->new;
my %lengths = map { $_ => length } qw(mike alpha zulu kilo november bravo);
$tree->insert($_, $lengths{$_}) for qw(mike alpha zulu kilo november bravo mike);
my @order;
$tree->each(sub { push @order, "$_[0]=$_[1]" });
print "$tree->{size}: @order\n";
print $tree->find('kilo'), ' ', $tree->find('x') // 'none', ' ', $tree->depth($tree->{root}), "\n";

# A linked list.
my $list;
$list = { value => $_, next => $list } for reverse 1 .. 5;
my @values;
for (my $node = $list; $node; $node = $node->{next}) { push @values, $node->{value} }
print "@values\n";
my $reversed;
while ($list) {
    my $rest = $list->{next};
    $list->{next} = $reversed;
    ($reversed, $list) = ($list, $rest);
}
print $reversed->{value}, ' ', $reversed->{next}{next}{value}, "\n";

# A matrix.
my @matrix = map { my $row = $_; [map { $row * 3 + $_ } 0 .. 2] } 0 .. 2;
my @transposed;
for my $r (0 .. $#matrix) {
    $transposed[$_][$r] = $matrix[$r][$_] for 0 .. $#{ $matrix[$r] };
}
print join(' / ', map { join ' ', @$_ } @transposed), "\n";
my $trace = 0;
$trace += $matrix[$_][$_] for 0 .. 2;
print "$trace ", join(',', map { $_->[1] } @matrix), ' ', join(',', @{ $matrix[1] }[0, 2]), "\n";

# A deep copy, and a comparison of structures.
sub clone {
    my $what = shift;
    return ref $what eq 'HASH' ? { map { $_ => clone($what->{$_}) } keys %$what }
        : ref $what eq 'ARRAY' ? [map { clone($_) } @$what]
        : $what;
}

sub same {
    my ($one, $two) = @_;
    return 0 if ref $one ne ref $two;
    if (ref $one eq 'ARRAY') {
        return 0 if @$one != @$two;
        same($one->[$_], $two->[$_]) or return 0 for 0 .. $#$one;
        return 1;
    }
    if (ref $one eq 'HASH') {
        return 0 unless keys %$one == keys %$two;
        for (keys %$one) { return 0 unless exists $two->{$_} && same($one->{$_}, $two->{$_}) }
        return 1;
    }
    return defined $one ? defined $two && $one eq $two : !defined $two;
}
my $data = { list => [1, [2, 3], { deep => undef }], text => 'x' };
my $copy = clone($data);
print same($data, $copy) ? 'same' : 'other', ' ';
$copy->{list}[1][0] = 99;
print same($data, $copy) ? 'same' : 'other', " $data->{list}[1][0]\n";
