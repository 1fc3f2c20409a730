use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $uri = $conn->get_uri; # here
print defined $uri ? $uri : "none", "\n";
