use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $net = $conn->get_network_by_name("default") or die "no network"; # here
my $pool = $conn->get_storage_pool_by_name("default-pool") || die "no pool"; # here
if (!defined $dom) { # here
    print "no domain\n";
}
die "no domain" unless $dom; # here
$dom->suspend or print "not suspended\n"; # here
