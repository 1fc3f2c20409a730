package VMWatch::Store;
# runs: no - a module of vmwatch.pl

use strict;
use warnings;

# Keeps records; knows nothing of libvirt.

sub new { return bless { records => {} }, shift }

sub add {
    my ($self, $name, $record) = @_;
    push @{ $self->{records}->{$name} }, { %$record, at => time };
    return $self;
}

sub names { return sort keys %{ $_[0]->{records} } }

sub latest {
    my ($self, $name) = @_;
    return $self->{records}->{$name}->[-1];
}

sub get_info {
    my $self = shift;
    return { records => scalar map { @$_ } values %{ $self->{records} } };
}

1;
