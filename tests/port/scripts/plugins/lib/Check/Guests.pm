package Check::Guests;
# runs: no - a module of checks.pl
use strict;
use warnings;
use parent 'Check';

sub check {
    my ($self, $conn) = @_;
    return $self->worst_of(sub {
        my ($dom) = @_;
        my ($state) = $dom->get_state;
        return Check::CRITICAL if $state == Sys::Virt::Domain::STATE_CRASHED;
        return $dom->get_autostart || $dom->is_active ? Check::OK : Check::WARNING;
    }, $conn->list_all_domains);
}

1;
