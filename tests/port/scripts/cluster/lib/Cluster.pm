package Cluster;
# runs: no - a module of balance.pl
use strict;
use warnings;
use Exporter 'import';
use Cluster::Node;
our @EXPORT_OK = qw(load_node every);

# The driver's class is named after the scheme.
sub load_node {
    my ($uri, %args) = @_;
    my ($scheme) = $uri =~ /^(\w+)/;
    my $class = 'Cluster::Driver::' . ucfirst $scheme;
    $class = 'Cluster::Driver::Test' unless $class->can('new') || eval "require $class";
    (my $file = "$class.pm") =~ s{::}{/}g;
    require $file;
    return Cluster::Node->new(driver => $class->new($uri), %args);
}

sub every {
    my ($seconds, $times, $code) = @_;
    for my $turn (1 .. $times) {
        $code->($turn);
        sleep $seconds if $seconds;
    }
}

1;
