package VMWatch::Connection;
# runs: no - a module of vmwatch.pl

use strict;
use warnings;

use Carp;
use Sys::Virt;

our $RETRIES = 3;

sub new {
    my $class = shift;
    my $args  = ref $_[0] eq 'HASH' ? shift : {@_};
    croak 'uri missing' if !$args->{uri};
    my $self = { %$args, failures => 0 };
    return bless $self, $class;
}

sub libvirt {
    my $self = shift;
    if (!$self->{libvirt} || !eval { $self->{libvirt}->get_uri }) {
        $self->{libvirt} = $self->_retry(sub {
            return Sys::Virt->new(uri => $self->{uri}, readonly => $self->{readonly} || 0);
        });
    }
    return $self->{libvirt};
}

sub _retry {
    my ($self, $code) = @_;
    my $error;
    for my $try (1 .. $RETRIES) {
        my $result = eval { $code->($try) };
        return $result if defined $result;
        $error = $@;
        $self->{failures}++;
    }
    croak ref $error ? $error->message : $error;
}

sub find {
    my ($self, $name) = @_;
    my $domains = $self->domains;
    return $domains->{$name};
}

# All domains, by their names.
sub domains {
    my $self = shift;
    my $virt = $self->libvirt;
    my %domains;
    @domains{ map { $_->get_name } $virt->list_domains } = $virt->list_domains;
    return \%domains;
}

1;
