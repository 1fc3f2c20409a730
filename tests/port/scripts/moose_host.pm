package VM::Host;
# runs: no - needs Moose
use Moose;
use MooseX::Types::Moose qw(Str Bool HashRef ArrayRef);
use Sys::Virt;
use Sys::Virt::Domain;

has uri => (is => 'ro', isa => Str, required => 1);
has readonly => (is => 'rw', isa => Bool, default => 0);

has vmm => (
    is         => 'ro',
    isa        => 'Sys::Virt',
    lazy_build => 1,
    handles    => [qw(get_hostname list_domains)],
);

has _domains => (
    traits  => ['Hash'],
    is      => 'ro',
    isa     => 'HashRef[Sys::Virt::Domain]',
    lazy    => 1,
    builder => '_build_domains',
    handles => { domain => 'get', domain_names => 'keys', all_domains => 'values' },
);

has pool => (is => 'rw', isa => 'Sys::Virt::StoragePool', predicate => 'has_pool',
    lazy => 1, default => sub { my $self = shift; $self->vmm->get_storage_pool_by_name('default') });

has 'networks' => (is => 'ro', isa => 'ArrayRef', lazy => 1, default => sub {
    [ $_[0]->vmm->list_all_networks ]
});

has current => (is => 'rw', isa => 'Maybe[Sys::Virt::Domain]', clearer => 'clear_current',
    trigger => sub { my ($self, $new, $old) = @_; $self->log("now " . $new->get_name) });

sub _build_vmm {
    my $self = shift;
    return Sys::Virt->new(uri => $self->uri, readonly => $self->readonly);
}

sub _build_domains {
    my $self = shift;
    return { map { $_->get_name => $_ } $self->vmm->list_all_domains };
}

sub log {
    my ($self, $text) = @_;
    print STDERR "$text\n";
}

sub start {
    my ($self, $name) = @_;
    my $dom = $self->domain($name) or confess "no domain $name";
    $dom->create unless $dom->is_active;
    $self->current($self->vmm->get_domain_by_name($name));
}

sub report {
    my $self = shift;
    print "Host ", $self->get_hostname, "\n";
    print "Current: ", $self->current->get_id, "\n" if $self->current;
    foreach my $net (@{ $self->networks }) {
        print $net->get_name, " on ", $net->get_bridge_name, "\n";
    }
    if ($self->has_pool) {
        my $info = $self->pool->get_info();
        print "Free: $info->{available}\n";
    }
}

around start => sub {
    my ($orig, $self, @args) = @_;
    local $@;
    my $result = eval { $self->$orig(@args) };
    $self->log("start: " . $@->message) if $@;
    return $result;
};

after report => sub {
    my $self = shift;
    $self->pool->refresh;
};

no Moose;
__PACKAGE__->meta->make_immutable;
1;
