use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my @names = map { $_->get_name } $conn->list_all_domains;
$dom->get_state;
print "@names\n";
