use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
eval { $conn->get_domain_by_name("nobody") }; # here
if ($@) { # here
    print "failed: $@"; # here
}
my $net = eval { $conn->get_network_by_name("lab") }; # here
eval { $dom->suspend; 1 } or do { # here
    die $@; # here
};
