package VMM;
# runs: no - a module of vmm.pl

require 5.006;
use strict;
use Carp;
use Exporter;
use Sys::Virt;
use Sys::Virt::Domain;
use vars qw($VERSION @ISA @EXPORT_OK $AUTOLOAD $DEBUG %REGISTRY);

@ISA = qw(Exporter);
@EXPORT_OK = qw(net try);
$VERSION = do { my @r = (q$Revision: 1.12 $ =~ /\d+/g); sprintf "%d." . "%02d" x $#r, @r };
$DEBUG ||= 0;

# Fields, with what they may be.
my %FIELDS = (
    uri     => undef,
    verbose => 0,
    handle  => undef,
);

=head1 METHODS

=head2 new(-uri => ...)

    my $vmm = VMM->new(-uri => 'xen:///');
    print $vmm->handle->get_hostname;

=cut

sub new {
    my $proto = shift;
    my $class = ref($proto) || $proto;
    my %args = @_;
    my $self = { _permitted => \%FIELDS, %FIELDS };
    bless $self, $class;
    while (my ($key, $value) = each %args) {
        $key =~ s/^-//;
        croak "no field $key" unless exists $FIELDS{$key};
        $self->{$key} = $value;
    }
    $self->{handle} = Sys::Virt->new(address => $self->{uri});
    $REGISTRY{$self} = $self;
    return $self;
}

sub AUTOLOAD {
    my $self = shift;
    my $type = ref($self) or croak "$self is no object";
    my $name = $AUTOLOAD;
    $name =~ s/.*://;
    return if $name eq 'DESTROY';
    croak "no access to $name in $type" unless exists $self->{_permitted}->{$name};
    return @_ ? ($self->{$name} = shift) : $self->{$name};
}

=head2 vms

All machines, each a C<VMM::Machine>.

=cut

sub vms {
    my $self = shift;
    my @vms;
    foreach my $id ($self->{handle}->list_domain_ids(1000)) {
        my $dom = $self->{handle}->get_domain_by_id($id);
        push @vms, VMM::Machine->new($dom, $self);
    }
    foreach my $name ($self->{handle}->list_defined_domain_names(1000)) {
        push(@vms, VMM::Machine->new($self->{handle}->get_domain_by_name($name), $self));
    }
    return @vms;
}

# A function and a method, as it likes.
sub net {
    my ($self, $name) = @_;
    $name = $self, $self = (values %REGISTRY)[0] if @_ < 2;
    return $self->{handle}->get_network_by_name($name);
}

sub try {
    my $class = shift;
    my $code = shift;
    local $@;
    my $value = eval { $code->(@_) };
    return $value, $@ if wantarray;
    carp $@->message if $@;
    return $value;
}

sub forget {
    my ($class, $self) = @_;
    my $h = $self->{handle};
    print "forgetting ", $h->get_uri, "\n" if $DEBUG || $self->{verbose};
    delete $REGISTRY{$self};
    $self->{handle} = undef;
}

package VMM::Machine;

use strict;

sub new {
    my ($class, $dom, $vmm) = @_;
    my $this = { 'DOMAIN' => $dom, 'VMM' => $vmm };
    return bless($this, $class);
}

sub name   { my $this = shift; return $this->{'DOMAIN'}->get_name(); }
sub uuid   { my $this = shift; return $this->{DOMAIN}->get_uuid_string(); }
sub memory { return ${$_[0]}{DOMAIN}->get_info()->{'memory'}; }

sub power {
    my ($this, $what) = @_;
    my $dom = $this->{DOMAIN};
    if (lc($what) eq 'on') {
        return $dom->create() if !$dom->is_active();
    } else {
        return $dom->destroy() if ($dom->get_state())[0] != &Sys::Virt::Domain::STATE_SHUTOFF;
    }
    return;
}

sub walk {
    my ($this, $visitor) = @_;
    my %info = %{$this->{DOMAIN}->get_info};
    for my $key (sort keys %info) {
        &$visitor($key, $info{$key});
    }
    &{$visitor}('host', $this->{VMM}->handle->get_type);
}

1;
