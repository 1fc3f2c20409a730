use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $info = $dom->get_info; # here
print $conn->get_node_info->{model}, "\n"; # here
