package Inventory::Host;
# runs: no - a module of inventory.pl
use strict;
use warnings;
use Sys::Virt;
use Inventory::Guest;

sub new {
    my ($class, $uri) = @_;
    my $self = bless { uri => $uri, problem => undef }, $class;
    $self->{vmm} = eval { Sys::Virt->new(uri => $uri, readonly => 1) };
    if ($@) {
        $self->{problem} = $@->message;
    }
    return $self;
}

sub problem { $_[0]->{problem} }

sub name {
    my $self = shift;
    return $self->{name} ||= $self->{vmm}->get_hostname;
}

sub raw_domains {
    my $self = shift;
    return sort { $a->get_name cmp $b->get_name } $self->{vmm}->list_all_domains;
}

sub guests {
    my $self = shift;
    return map { Inventory::Guest->new($_, $self) } $self->raw_domains;
}

sub pools {
    my ($self) = @_;
    my %pools;
    foreach my $pool ($self->{vmm}->list_storage_pools()) {
        $pools{ $pool->get_name } = $pool;
    }
    return \%pools;
}

1;
