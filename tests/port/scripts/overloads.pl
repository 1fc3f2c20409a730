#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;

package Domains;
# An iterator, a list and a text at once.
use overload
    '<>'   => sub { my $self = shift; return $self->{list}[ $self->{at}++ ] },
    '@{}'  => sub { my $self = shift; no overloading; return $self->{list} },
    '""'   => sub { join '+', map { $_->get_name } $_[0]->all },
    'bool' => sub { 1 },
    fallback => 1;

sub new {
    my ($class, $conn) = @_;
    return bless { list => [ $conn->list_all_domains ], at => 0 }, $class;
}

sub all { my $self = shift; return @{ $self->{list} } }
sub first { return $_[0]->{list}[0] }

package ByName;
# A hash that looks domains up.
require Tie::Hash;
our @ISA = ('Tie::Hash');

sub TIEHASH { my ($class, $conn) = @_; return bless { conn => $conn, known => {} }, $class }
sub FETCH {
    my ($self, $key) = @_;
    return $self->{known}{$key} ||= eval { $self->{conn}->get_domain_by_name($key) };
}
sub EXISTS { my ($self, $key) = @_; return defined $self->FETCH($key) }
sub FIRSTKEY { my $self = shift; $self->{keys} = [ map { $_->get_name } $self->{conn}->list_all_domains ]; return shift @{ $self->{keys} } }
sub NEXTKEY { my $self = shift; return shift @{ $self->{keys} } }

package main;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => shift);
my $domains = Domains->new($conn);
print "$domains\n";
while (my $dom = <$domains>) {
    print $dom->get_os_type, "\n";
}
print $domains->[0]->get_id, " ", $domains->first->get_name, "\n";
print $_->is_active, "\n" for @$domains;

tie my %dom, 'ByName', $conn;
print $dom{test}->get_uuid_string, "\n";
print exists $dom{none} ? "there" : "not there", "\n";
print join(',', keys %dom), "\n";
