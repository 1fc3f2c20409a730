use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
eval { $conn->get_domain_by_name("nobody") };
if ($@ =~ /libvirt error code: 42,/) { # here
    print "by text\n";
}
print "the same\n" if $@ eq "Domain not found"; # here
my $err = $@;
print "by message\n" if ref $err && $err->message =~ /not found/; # here
print "inside\n" if index($@, "Domain") >= 0; # here
