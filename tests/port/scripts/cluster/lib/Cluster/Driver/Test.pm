package Cluster::Driver::Test;
# runs: no - a module of balance.pl
use strict;
use warnings;
use base 'Cluster::Driver';

sub _open {
    my $self = shift;
    return Sys::Virt->new(uri => $self->{uri});
}

sub init {
    my ($self, @args) = @_;
    $self->SUPER::init(@args);
    $self->{name} = $self->connection->get_hostname;
    return $self;
}

1;
