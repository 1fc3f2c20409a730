use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my ($state) = $dom->get_state;
print "runs\n" if $state eq "1"; # here
print $dom->get_info->{memory} / 1024, "\n"; # here
print "the same\n" if "1" == $dom->get_id; # here
my $wanted = shift @ARGV;
print "it is\n" if $dom->get_id == $wanted; # here
print $wanted + 1, "\n"; # here
