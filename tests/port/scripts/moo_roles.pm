package Virt::Role::Connected;
# runs: no - needs Moo and Role::Tiny
use Moo::Role;
use Sys::Virt;
requires 'uri';

has conn => (is => 'lazy', clearer => 1, predicate => 1);
sub _build_conn { Sys::Virt->new(uri => shift->uri) }

sub with_conn {
    my ($self, $code) = @_;
    my $conn = $self->conn;
    local $_ = $conn;
    return $code->($conn);
}

package Virt::Guests;
use Moo;
use Types::Standard qw(Str InstanceOf ArrayRef);
with 'Virt::Role::Connected';

has uri => (is => 'ro', isa => Str, default => sub { 'test:///default' });
has selected => (is => 'rw', isa => InstanceOf['Sys::Virt::Domain']);
has pools => (is => 'ro', lazy => 1, builder => sub { [ $_[0]->conn->list_storage_pools ] });
has filter => (is => 'ro', default => sub { sub { $_[0]->is_active } });

sub BUILDARGS {
    my ($class, @args) = @_;
    unshift @args, 'uri' if @args % 2;
    return { @args };
}

sub names {
    my $self = shift;
    return map { $_->get_name } grep { $self->filter->($_) } $self->conn->list_all_domains;
}

sub choose {
    my ($self, $name) = @_;
    $self->selected($self->with_conn(sub { my $c = shift; $c->get_domain_by_name($name) }));
    return $self->selected->get_id;
}

sub space {
    my $self = shift;
    my $free = 0;
    $free += $_->get_info->{available} for @{ $self->pools };
    return $free;
}

before choose => sub {
    my ($self, $name) = @_;
    die "dead" if $self->has_conn && !$self->conn->is_alive;
};

1;
