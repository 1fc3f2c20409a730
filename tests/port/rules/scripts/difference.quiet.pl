use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $most = $conn->get_max_vcpus("test");
my $info = $conn->get_node_info;
my @names = $conn->list_domain_names;
print $dom->get_id, "\n";
my $uri = $conn->get_uri;
$dom->block_copy("vda", "<disk/>", { granularity => 1 }, 0);
