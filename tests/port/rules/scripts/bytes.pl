use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $raw = $dom->get_uuid; # here
$dom->pin_vcpu(0, "\x01"); # here
