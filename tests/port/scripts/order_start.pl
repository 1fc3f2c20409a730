#!/usr/bin/perl
# runs: yes
# args: test:///default
# Starts guests in the order of what they depend on.
use strict;
use warnings;
use Sys::Virt;
use List::Util qw(any all none first);

our $virt = Sys::Virt->new(uri => $ARGV[0]);
END { print "closing ", $virt->get_uri, "\n" if $virt }

my %after = (web => [qw(db cache)], db => ['test'], cache => []);
BEGIN { *guest = sub { my ($name, $memory) = @_; "<domain type='test'><name>$name</name><memory>$memory</memory><os><type>hvm</type></os></domain>" } }
my %node;
$node{$_} = { dom => $virt->define_domain(guest($_, 2048)), needs => $after{$_} } for sort keys %after;
$node{test} = { dom => $virt->get_domain_by_name('test') };

sub visit {
    my ($name, $path, $order) = @_;
    die "circle: @$path $name\n" if grep { $_ eq $name } @$path;
    my $n = $node{$name};
    return if $n->{done}++;
    visit($_, [ @$path, $name ], $order) for @{ $n->{needs} // [] };
    push @$order, $n->{dom};
    return $order;
}

my $order = [];
visit($_, [], $order) for sort keys %node;
print join(' < ', map { $_->get_name } @$order), "\n";
for my $dom (grep { not $_->is_active } @$order) {
    $dom->create;
}
print "all up\n" if all { $_->is_active } @$order;
print "some without autostart\n" if any { !$_->get_autostart } map { $_->{dom} } values %node;
my $big = first { $_->get_max_memory > 4096 } @$order;
print $big->get_name, "\n" if defined $big;

# Backwards, but not what was there before.
while (my $dom = pop @{$order}) {
    next if (my $name = $dom->get_name) eq 'test';
    my $result = eval { $dom->destroy; $dom->undefine; 'gone' } || $@->message;
    print "$name: $result\n";
}
my ($left, @none) = (map { [ $_->get_name => $_ ] } $virt->list_all_domains);
print "$left->[0] ", $left->[1]->get_id, "\n";
