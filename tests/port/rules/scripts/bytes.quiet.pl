use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $text = $dom->get_uuid_string;
my $mask = pack("b*", "1001");
$dom->pin_vcpu(0, $mask);
