package Cluster::Node;
# runs: no - a module of balance.pl
use strict;
use warnings;

sub new {
    my ($class, %args) = @_;
    return bless { driver => $args{driver}, log => $args{log} }, $class;
}

BEGIN {
    for my $name (qw(driver log)) {
        my $getter = sub { $_[0]{$name} };
        no strict 'refs';
        *{__PACKAGE__ . "::$name"} = $getter;
    }
}

sub name { my $self = shift; $self->driver->{name} || $self->driver->{uri} }

sub domains {
    my $self = shift;
    my @domains = sort { $a->get_name cmp $b->get_name } $self->driver->domains;
    return wantarray ? @domains : scalar @domains;
}

sub load {
    my $self = shift;
    my $load = 0;
    foreach my $domain ($self->domains) {
        my $info = $domain->get_info;
        $load += $info->{nrVirtCpu} * $info->{memory};
        $self->log->debug($domain->get_name . " adds $info->{nrVirtCpu}");
    }
    return $load;
}

sub fits {
    my ($self, $domain) = @_;
    return $self->driver->free > $domain->get_max_memory * 1024;
}

1;
