package Check::Pools;
# runs: no - a module of checks.pl
use strict;
use warnings;
use base qw(Check);

sub new {
    my $class = shift;
    return $class->SUPER::new(limit => 0, @_);
}

sub check {
    my $self = shift;
    my $conn = shift;
    my $limit = $self->{limit};
    my $full = sub {
        my $pool = shift;
        my $info = $pool->get_info;
        return Check::WARNING() if $info->{allocation} >= $limit * $info->{capacity};
        return Check::OK();
    };
    return $self->worst_of($full, $conn->list_storage_pools);
}

1;
