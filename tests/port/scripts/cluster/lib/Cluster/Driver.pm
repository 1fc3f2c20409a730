package Cluster::Driver;
# runs: no - a module of balance.pl
use strict;
use warnings;
use Carp;
use Sys::Virt;

sub new {
    my $proto = shift;
    my $class = ref $proto || $proto;
    my $self = bless {}, $class;
    return $self->init(@_);
}

sub init {
    my ($self, $uri) = @_;
    $self->{uri} = $uri;
    return $self;
}

sub connection {
    my $self = shift;
    return $self->{connection} if defined $self->{connection};
    $self->{connection} = $self->_open
        or croak "can't open $self->{uri}";
    return $self->{connection};
}

sub _open { croak "a driver has to open its connection" }

sub domains {
    my ($self) = @_;
    return $self->connection->list_domains;
}

sub free {
    my $self = shift;
    my $connection = $self->connection;
    return $connection->get_node_free_memory;
}

1;
