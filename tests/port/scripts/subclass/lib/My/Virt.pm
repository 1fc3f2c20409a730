package My::Virt;
# runs: no - a module of shell.pl
use strict;
use warnings;
use My::Virt::Domain;
use parent 'Sys::Virt';

my %TAG;

sub new {
    my ($class, %args) = @_;
    my $tag = delete $args{tag};
    my $self = $class->SUPER::new(%args);
    $TAG{$self} = $tag;
    return $self;
}

sub tag { return $TAG{ $_[0] } || 'none' }

# The same, with domains of our own.
sub list_domains {
    my $self = shift;
    return map { My::Virt::Domain->adopt($_) } $self->SUPER::list_domains(@_);
}

sub busiest {
    my ($self) = @_;
    my @doms = sort { $b->get_info->{cpuTime} <=> $a->get_info->{cpuTime} } $self->list_all_domains;
    return $doms[0];
}

sub DESTROY {
    my $self = shift;
    delete $TAG{$self};
    $self->SUPER::DESTROY if $self->can('SUPER::DESTROY');
}

1;
