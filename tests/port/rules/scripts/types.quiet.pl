use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $name = shift @ARGV;
my $same = $conn->get_domain_by_name($name);
my $kib = 1048576;
$dom->set_memory($kib);
my $mib = shift @ARGV;
$mib = int($mib);
$dom->set_memory($mib * 1024);
sub grow { my ($guest, $size) = @_; $guest->set_memory($size); return }
grow($dom, 2097152);
