use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $xml = $dom->get_xml_description(1); # here
$dom->undefine(1 | 4); # here
my @all = $conn->list_all_domains(1 << 1); # here
my $other = Sys::Virt->new(uri => "test:///default", flags => 1); # here
