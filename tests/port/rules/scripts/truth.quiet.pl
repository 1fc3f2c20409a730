use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
print "on\n" if $dom->is_active;
print $dom->is_active ? "on" : "off", "\n";
my $count = $conn->num_of_domains;
print "$count\n" if $count;
my %seen;
print "none\n" unless %seen;
printf "%d\n", $dom->is_persistent;
my $text = "1";
print "set\n" if $text;
my $info = $dom->get_info;
print "told\n" if $info;
