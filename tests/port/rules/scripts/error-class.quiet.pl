use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
print "a domain\n" if ref($dom) eq "Sys::Virt::Domain";
print "a domain\n" if $dom->isa("Sys::Virt::Domain");
print "a hash\n" if ref({}) eq "HASH";
