use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
die "not running\n" unless $dom->is_active; # here
exit 300 if $dom->get_id == 7; # here
exit 3; # here
