package My::Virt::Domain;
# runs: no - a module of shell.pl
use strict;
use warnings;
use Sys::Virt::Domain;
our @ISA = ('Sys::Virt::Domain');

sub adopt {
    my ($class, $domain) = @_;
    return bless $domain, $class;
}

sub get_name {
    my $self = shift;
    return lc $self->SUPER::get_name;
}

sub label {
    my ($self) = @_;
    return sprintf '%s (%s)', $self->get_name, $self->get_os_type;
}

1;
