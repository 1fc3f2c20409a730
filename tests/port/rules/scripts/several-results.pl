use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my ($state, $reason) = $dom->get_state; # here
my ($total, $map, $online) = $conn->get_node_cpu_map; # here
print "$state $total\n";
