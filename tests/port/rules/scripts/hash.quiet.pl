use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my %mine = (state => 1);
print $mine{state}, $dom->get_name, "\n";
