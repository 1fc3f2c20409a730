use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $name = $dom->get_name;
print $dom->get_xml_description(undef), $name, "\n";
