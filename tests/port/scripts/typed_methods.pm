package Cloud::Node;
# runs: no - needs Moose and MooseX::Method::Signatures
use Moose;
use MooseX::Method::Signatures;
use Sys::Virt;

has 'connection' => (is => 'ro', isa => 'Sys::Virt', lazy => 1, builder => '_connect');
has 'name' => (is => 'ro', isa => 'Str', required => 1);

method _connect() {
    return Sys::Virt->new(uri => 'qemu+ssh://' . $self->name . '/system');
}

method find(Str $name) {
    my $dom = eval { $self->connection->get_domain_by_name($name) };
    return $dom;
}

method start(Str :$name!, Int :$timeout = 30, Bool :$paused = 0) {
    my $dom = $self->find($name) or confess "no $name";
    $dom->create($paused ? Sys::Virt::Domain::START_PAUSED : 0);
    while ($timeout--) {
        return 1 if $dom->is_active;
        sleep 1;
    }
    return 0;
}

method stop(Sys::Virt::Domain $dom, Bool $force = 0) {
    return $force ? $dom->destroy : $dom->shutdown;
}

method memory_of(ArrayRef[Sys::Virt::Domain] $doms) {
    my $sum = 0;
    $sum += $_->get_max_memory for @$doms;
    return $sum;
}

method attach(ClassName $class: Object $dom, Str $xml) {
    $dom->attach_device($xml, Sys::Virt::Domain::DEVICE_MODIFY_CONFIG);
}

__PACKAGE__->meta->make_immutable;
