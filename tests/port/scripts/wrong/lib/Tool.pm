package Tool;
# runs: no - a module of tool.pl
use strict;
use warnings;
use Sys::Virt;

sub new {
    my ($class, $uri) = @_;
    my $self = bless { vmm => Sys::Virt->new(url => $uri, read_only => 1) }, $class;
    return $self;
}

# Its own, with names that Sys::Virt doesn't have.
sub vmm { $_[0]{vmm} }
sub get_host_name { return 'tool' }
sub destory { my $self = shift; delete $self->{vmm} }

sub running {
    my $self = shift;
    my @running;
    for my $dom ($self->{vmm}->list_domains) {
        my ($state) = $dom->get_state;
        push @running, $dom if $state == Sys::Virt::Domain::STATE_ACTIVE;
        push @running, $dom if $state == Sys::Virt::Domain->STATE_RUNING;
    }
    return @running;
}

sub pool {
    my ($self, $name) = @_;
    my $pool = eval { $self->vmm->get_pool_by_name($name) };
    return $pool if $pool;
    if ($@ && ref $@ && $@->isa('Sys::Virt::Error')) {
        warn $@->get_message, $@->error_code;
        warn "none" if $@->code == Sys::Virt::Error::ERR_NO_STORAGE_POOLS;
    }
    return $self->{vmm}->get_storage_pool_by_name($name);
}

1;
