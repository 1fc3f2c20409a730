#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use Sys::Virt;

sub iterator {
    my @items = @_;
    return sub { return shift @items };
}

sub counter_of {
    my ($what, $conn) = @_;
    my %count = (
        domains  => sub { scalar(() = $conn->list_domains) },
        networks => sub { $conn->num_of_networks },
        pools    => sub { my @p = $conn->list_storage_pools; scalar @p },
    );
    return $count{$what};
}

sub bind_to {
    my $object = shift;
    return { name => sub { $object->get_name }, on => sub { $object->is_active } };
}

my $conn = Sys::Virt->new(uri => $ARGV[0]);
my $next = iterator($conn->list_all_domains);
while (defined(my $dom = $next->())) {
    print "domain ", $dom->get_name, "\n";
}

print "$_: ", counter_of($_, $conn)->(), "\n" for qw(domains networks pools);

for my $bound (map { bind_to($_) } $conn->list_domains, $conn->list_networks) {
    print $bound->{name}->(), $bound->{on}->() ? " on" : " off", "\n";
}

my @later;
for my $pool ($conn->list_storage_pools) {
    push @later, sub { print "pool ", $pool->get_name, "\n" };
}
$_->() for @later;

my $compose = sub {
    my @subs = @_;
    return sub { my @args = @_; @args = $_->(@args) for @subs; return wantarray ? @args : $args[0] };
};
my $by_name = $compose->(sub { $conn->get_domain_by_name($_[0]) }, sub { my $d = shift; $d->get_uuid_string });
print length($by_name->('test')), "\n";

my $self_reference; $self_reference = sub {
    my ($depth, $dom) = @_;
    return $dom->get_id if $depth == 0;
    return $self_reference->($depth - 1, $dom);
};
print $self_reference->(3, $conn->get_domain_by_id(1)), "\n";
