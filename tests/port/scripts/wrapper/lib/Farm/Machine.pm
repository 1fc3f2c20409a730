package Farm::Machine;
# runs: no - a module of farm.pl

use strict;
use warnings;

my @FIELDS = qw(domain farm);

sub new {
    my $class = shift;
    my %args = @_;
    my $self = {};
    @{$self}{@FIELDS} = @args{@FIELDS};
    return bless $self, $class;
}

# Accessors, made in a loop.
for my $field (@FIELDS) {
    no strict 'refs';
    *{$field} = sub { my $self = shift; return $self->{$field} };
}

sub name { $_[0]->domain->get_name }

sub running { my $self = shift; $self->{domain}->is_active }

sub stop {
    my $self = shift;
    $self->{domain}->destroy if $self->running;
    return $self;
}

sub restart {
    my ($self) = @_;
    $self->stop->{domain}->create;
}

1;
