use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
eval { $conn->get_domain_by_name("nobody") };
my $err = $@;
print $err->cod, "\n"; # here
print $@->cod, "\n"; # here
my $crashed = Sys::Virt::Domain::STATE_CRUSHED; # here
my $other = Sys::Virt->new(addr => "test:///default"); # here
print "ours\n" if ref($@) =~ /Sys::Virt:Error/; # here
print "runs\n" if $dom->get_info->{state} == $Sys::Virt::Domain::STATE_RUNNING; # here
print $dom->get_nmae, "\n"; # here
print "ours\n" if $err->isa("Sys::Virt::Eror"); # here
$dom->_new; # here
