use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
$dom->create(0);
$dom->set_memory(2097152);
$dom->set_autostart(1);
my $xml = $dom->get_xml_description(Sys::Virt::Domain::XML_SECURE);
my $other = $conn->get_domain_by_id(1);
$dom->set_vcpus(1);
