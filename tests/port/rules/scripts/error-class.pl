use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
eval { $conn->get_domain_by_name("nobody") };
print "ours\n" if ref($@) eq "Sys::Virt::Error"; # here
print "an object\n" if ref $@; # here
my $err = $@;
print "of it\n" if ref $err && $err->isa("Sys::Virt::Error"); # here
