package Check::Secrets;
# runs: no - a module of checks.pl
use strict;
use warnings;
our @ISA = ('Check');

# The test driver has none: exit 3 would be the worst, so unsupported is well.
sub check {
    my ($self, $c) = @_;
    my @secrets = eval { $c->list_all_secrets };
    if (my $err = $@) {
        return (0, 'not supported') if $err->code == Sys::Virt::Error::ERR_NO_SUPPORT;
        die $err;
    }
    my @empty = grep { !length eval { $_->get_value } } @secrets;
    return (@empty ? 1 : 0, join ',', map { $_->get_usage_id } @empty);
}

1;
