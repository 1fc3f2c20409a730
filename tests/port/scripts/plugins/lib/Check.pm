package Check;
# runs: no - a module of checks.pl
use strict;
use warnings;
use Sys::Virt;

our %CONNECTIONS;

use constant OK => 0;
use constant WARNING => 1;
use constant CRITICAL => 2;
use constant UNKNOWN => 3;

sub new {
    my ($class, %args) = @_;
    my $self = bless { %args }, $class;
    return $self;
}

sub conn {
    my $self = shift;
    return $CONNECTIONS{ $self->{uri} } //= Sys::Virt->new(uri => $self->{uri}, readonly => 1);
}

sub title {
    my $self = shift;
    my ($title) = ref($self) =~ /(\w+)$/;
    return lc $title;
}

sub result {
    my ($self) = @_;
    my @result = eval { $self->check($self->conn) };
    return @result unless $@;
    my $why = ref $@ ? sprintf('%s (%d)', $@->message, $@->code) : $@;
    return (UNKNOWN, $why);
}

# The worst of many.
sub worst_of {
    my ($self, $code, @objects) = @_;
    my ($worst, @bad) = (OK);
    for my $object (@objects) {
        my $status = $code->($object);
        push @bad, $object->get_name if $status;
        $worst = $status if $status > $worst;
    }
    return ($worst, @bad ? join(', ', @bad) : 'all well');
}

1;
