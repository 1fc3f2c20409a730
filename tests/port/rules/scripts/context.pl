use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $count = $conn->list_domains; # here
my ($first) = $conn->list_domains; # here
print scalar($conn->list_all_domains), "\n"; # here
print "some\n" if $conn->list_domains; # here
my $reason = $dom->get_state; # here
my $number = () = $conn->list_networks; # here
print "$count $reason $number ", $first->get_name, "\n";
