use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $net = eval { $conn->get_network_by_name("lab") };
if (!$net) {
    print "no network\n";
}
my $pool;
eval { $pool = $conn->get_storage_pool_by_name("lab") };
print "no pool\n" unless defined $pool;
my $first;
foreach my $each ($conn->list_domains) {
    $first = $each;
}
print "none\n" unless $first;
my $uri = $conn->get_uri or print "no URI\n";
my $active = $dom->is_active || print "rests\n";
open my $file, "<", "/etc/hosts" or die "no file";
