use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $sum = eval { 1 + 1 };
my $value = "eval { }";
print $dom->get_name, "$sum $value\n";
