#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;

package Machine;
use fields qw(conn dom label);
use Sys::Virt;
use Sys::Virt::Domain;

sub new {
    my Machine $self = shift;
    $self = fields::new($self) unless ref $self;
    my (%args) = @_;
    @$self{keys %args} = values %args;
    return $self;
}

sub rename_to {
    my Machine $self = shift;
    my Sys::Virt::Domain $dom = $self->{dom};
    $self->{label} = $dom->get_name . "/" . shift;
    return $self->{label};
}

sub host {
    my ($self) = @_;
    my Sys::Virt $conn = $self->{conn};
    return $conn->get_hostname;
}

package main;

my Sys::Virt $c = Sys::Virt->new(uri => $ARGV[0]);
my @machines = map { Machine->new(conn => $c, dom => $_, label => '') } $c->list_all_domains;
print $_->rename_to('x'), " on ", $_->host, " ", $_->{dom}->get_os_type, "\n" for @machines;
