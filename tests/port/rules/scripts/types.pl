use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $kib = shift @ARGV;
$dom->set_memory($kib); # here
my ($name, $cpus) = @ARGV;
$dom->set_vcpus($cpus); # here
my $line = <STDIN>;
$dom->set_max_memory($line); # here
if ($dom->get_xml_description =~ /<vcpu>(\d+)/) {
    $dom->set_vcpus($1); # here
}
$dom->set_memory("1048576"); # here
$dom->set_memory($ENV{KIB} || 1024); # here
