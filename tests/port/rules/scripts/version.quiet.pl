use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $xml = $dom->get_xml_description(Sys::Virt::Domain::XML_SECURE);
$dom->suspend;
$dom->resume;
