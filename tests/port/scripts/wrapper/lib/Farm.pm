package Farm;
# runs: no - a module of farm.pl

use strict;
use warnings;
use Carp qw(croak);
use Sys::Virt ();
use Farm::Machine ();

our $AUTOLOAD;

sub connect {
    my ($class, $uri) = @_;
    my $self = bless {}, $class;
    $self->_connect($uri);
    return $self;
}

sub _connect {
    my ($self, $uri) = @_;
    $self->{conn} = Sys::Virt->new(uri => $uri);
    $self->{uri} = $self->{conn}->get_uri;
    return;
}

sub _conn {
    my $self = shift;
    $self->_connect($self->{uri}) unless $self->{conn} && $self->{conn}->is_alive;
    return $self->{conn};
}

sub hostname { return shift->_conn->get_hostname }

sub machines {
    my $self = shift;
    my @machines = map { Farm::Machine->new(domain => $_, farm => $self) } $self->_conn->list_all_domains();
    return wantarray ? @machines : \@machines;
}

sub pool {
    my ($self, $name) = @_;
    $self->{pools}{$name} //= $self->_conn->get_storage_pool_by_name($name);
    return $self->{pools}{$name};
}

sub volume {
    my ($self, $pool, $name, $gb) = @_;
    my $p = $self->pool($pool);
    for my $vol ($p->list_all_volumes) {
        return $vol if $vol->get_name eq $name;
    }
    return $p->create_volume("<volume><name>$name</name><capacity unit='G'>$gb</capacity></volume>");
}

sub drop {
    my ($self, @volumes) = @_;
    $_->delete foreach @volumes;
}

sub AUTOLOAD {
    my $self = shift;
    (my $name = $AUTOLOAD) =~ s/.*:://;
    return if $name eq 'DESTROY';
    croak "no method $name" unless $self->_conn->can($name);
    return $self->_conn->$name(@_);
}

1;
