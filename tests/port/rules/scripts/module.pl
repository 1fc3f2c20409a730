use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
use Getopt::Long; # here
use XML::LibXML qw(:libxml); # here
require JSON; # here
print $dom->get_name, "\n";
