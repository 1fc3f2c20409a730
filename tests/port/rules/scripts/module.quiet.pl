use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
use utf8;
use My::Tools;
print $dom->get_name, "\n";
