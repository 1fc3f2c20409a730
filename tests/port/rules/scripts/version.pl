use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $hostname = $dom->get_hostname; # here
print Sys::Virt::Domain::REBOOT_PARAVIRT, "\n"; # here
$dom->suspend;
