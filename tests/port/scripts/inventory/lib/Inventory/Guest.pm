package Inventory::Guest;
# runs: no - a module of inventory.pl
use strict;
use warnings;

# Holds a domain; has methods of the same names as a domain's, which aren't a domain's.

sub new {
    my $class = shift;
    my ($domain, $host) = @_;
    return bless { domain => $domain, host => $host }, ref($class) || $class;
}

sub get_name {
    my $self = shift;
    return uc $self->{domain}->get_name;
}

sub memory {
    my $self = shift;
    return int($self->info->{memory} / 1024);
}

sub info {
    my $self = shift;
    $self->{info} = $self->{domain}->get_info unless $self->{info};
    return $self->{info};
}

sub get_state {
    my $self = shift;
    my ($state) = $self->{domain}->get_state;
    return $state == Sys::Virt::Domain::STATE_RUNNING ? 'up' : 'down';
}

sub host { return $_[0]{host} }

1;
