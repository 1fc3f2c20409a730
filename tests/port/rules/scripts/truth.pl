use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
print $dom->is_active, "\n"; # here
print "active: @{[$dom->is_active]}\n"; # here
my $persistent = $dom->is_persistent;
print "persistent: $persistent\n"; # here
print "on\n" if $dom->is_active eq "1"; # here
print "on\n" if $dom->is_active == 1; # here
my $given = {};
print "given\n" if $given; # here
my $flag = "0";
print "set\n" if $flag; # here
my $limits = $dom->get_memory_parameters;
print "told\n" if $limits; # here
print "failed\n" if $dom->suspend != 0; # here
